/** What a real server of Incus 6.0.4 says to the instance of every preset and sample. The lab is made by e2e/lab/make.sh. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeTarget } from '../../src/core/targets/index.ts'
import { sampleDesigns } from '../../src/core/targets/samples.test-helper.ts'
import { inLab, labIsMissing, labScript } from './lab.ts'

const reason = labIsMissing()
const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-incus-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

/** Each is refused for one thing. */
const wrong: Readonly<Record<string, readonly [text: string, words: RegExp]>> = {
  'wrong-key': ['config: {limits.cpuu: "2"}\n', /Unknown configuration key: limits\.cpuu/],
  'wrong-bus': ['devices: {root: {type: disk, path: /, pool: default, io.bus: ide}}\n', /"io\.bus".*"ide"/],
}

test('Incus takes every instance', async (context) => {
  context.skip(reason !== undefined, reason)
  const names = sampleDesigns().map(([file, design]) => {
    const [first] = writeTarget('incus', design, undefined).files
    const name = file.replace(/\W+/g, '-')
    writeFileSync(path.join(folder, `${name}.yaml`), first !== undefined && 'text' in first ? first.text : '')
    return name
  })
  for (const [name, [text]] of Object.entries(wrong)) writeFileSync(path.join(folder, `${name}.yaml`), text)
  const script = path.join(folder, 'incus.sh')
  writeFileSync(script, readFileSync(labScript('incus.sh')))
  const { printed } = await inLab(folder, 'root', ['sh', script, folder], { network: 'own' })
  const rows = new Map(
    printed.split('\n').flatMap((line): [string, string][] => {
      const [name = '', answer] = line.split('\t')
      return answer === undefined ? [] : [[name, answer]]
    }),
  )
  for (const [name, [, words]] of Object.entries(wrong)) expect(rows.get(name), printed).toMatch(words)
  const refused = names.filter((name) => rows.get(name) !== 'ok').map((name) => [name, rows.get(name)])
  expect(refused, printed).toEqual([])
}, 300_000)
