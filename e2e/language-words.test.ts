/**
 * Words that every object of the language has, as the texts of a design: nothing is looked up by them, nothing throws,
 * and no output says what no design has said.
 */
import { expect, test } from 'vitest'
import { checkSpec, type Design, type VmSpec } from '../src/core/index.ts'
import { vmSpec } from '../src/core/spec/index.ts'
import { isRecord, type UnknownRecord, walkFields } from '../src/core/table/index.ts'
import { sampleValue } from '../src/core/table/sample-value.ts'
import { everyOutput, type Output, outputs, readers } from './whole-chain.ts'

const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']

/** What is printed when an object, a function or nothing is taken for a text. */
const slips =
  /.{0,60}(?:(?<!The domain is )\bundefined\b|\[object |\[native code\]|\bfunction \w*\(\) \{|\bNaN\b).{0,20}/g

/** The slips in what is made of a design. */
function slipsOf(design: Design, wanted: readonly Output[] = everyOutput): string[] {
  return wanted.flatMap((output) =>
    outputs[output](design, undefined).flatMap((text) =>
      [...text.matchAll(slips)].map(([slip]) => `${output}: ${slip}`),
    ),
  )
}

function specOf(written: unknown): VmSpec {
  return checkSpec(written).spec
}

test.each(words)(
  'a design whose every text is %s is rendered',
  (word) => {
    for (let round = 0; round < 3; round += 1) {
      const spec = specOf(sampleValue(vmSpec, { round, text: () => word }))
      expect(slipsOf({ name: 'all', spec })).toEqual([])
    }
  },
  300_000,
)

/** A design that says this one field, with the kind that the field belongs to. */
function designWith(
  memoryPath: string,
  word: string,
  only: Readonly<Record<string, readonly string[]>> = {},
): UnknownRecord {
  const steps = memoryPath.split('.')
  const build = (at: number): unknown => {
    const step = steps[at]
    if (step === undefined) return word
    const key = step.replace('[]', '')
    const inner = build(at + 1)
    const kinds =
      at === steps.length - 1
        ? Object.fromEntries(
            Object.entries(only).flatMap(([name, of]) => (of[0] === undefined ? [] : [[name, of[0]]])),
          )
        : {}
    return { ...kinds, [key]: step.endsWith('[]') ? [inner] : inner }
  }
  const built = build(0)
  return isRecord(built) ? built : {}
}

/** Those that take little time for each of many designs. */
const quick = ['xml', 'shell', 'findings', 'cloudInit', 'yaml', 'link'] as const

test('each text field by itself says a word of the language', () => {
  const fields = walkFields(vmSpec).filter(
    ({ field }) => 'scalar' in field && ['text', 'size', 'anything'].includes(field.scalar.name),
  )
  expect(fields.length).toBeGreaterThan(300)
  const found: string[] = []
  for (const [index, { memoryPath, field }] of fields.entries()) {
    const word = words[index % words.length] ?? 'constructor'
    const design = { name: 'one', spec: specOf(designWith(memoryPath, word, field.meta.only)) }
    found.push(...slipsOf(design, quick).map((slip) => `${memoryPath} ${slip}`))
  }
  expect(found).toEqual([])
}, 300_000)

test.each(words)('a domain whose names are %s is read and rendered', (word) => {
  const xml = `<domain type='kvm'>
    <name>${word}</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
    <os><type arch='x86_64' machine='${word}'>hvm</type></os>
    <cpu mode='custom'><model>${word}</model><feature policy='require' name='${word}'/></cpu>
    <sysinfo type='smbios'><system><entry name='${word}'>a</entry><entry name='serial'>b</entry></system></sysinfo>
    <devices><emulator>${word}</emulator>
      <interface type='user'><ip family='ipv4' address='${word}'/><model type='${word}'/></interface>
      <disk type='file' device='disk'><source file='${word}'/><target dev='${word}' bus='virtio'/></disk></devices>
  </domain>`
  for (const kind of ['xml', 'domain'] as const)
    for (const design of readers[kind](xml).designs) expect(slipsOf(design)).toEqual([])
})

test.each(words)('a command with %s for its words is read and rendered', (word) => {
  const line = `qemu-system-x86_64 -machine ${word} -cpu ${word},+${word} -device ${word},id=${word} -drive file=${word},if=${word} -netdev ${word},id=n -device virtio-net,netdev=n -chardev ${word},id=c -smbios type=1,${word}=x -object ${word},id=o -vga ${word} -soundhw ${word} -rtc clock=${word}`
  for (const kind of ['argv', 'command'] as const)
    for (const design of readers[kind](line).designs) expect(slipsOf(design)).toEqual([])
})

test('a key __proto__ of JSON is an unknown key, and nothing is lost beside it', () => {
  const text = '{"name": "a", "spec": {"__proto__": {"ram": "9G"}, "ram": "1G", "constructor": 1}}'
  const [design] = readers.plain(text).designs
  expect(design?.spec).toEqual({ ram: '1G' })
})
