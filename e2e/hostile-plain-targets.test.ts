/** Designs of hostile texts in the formats that say a part of a design only, as those are read there. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { Design } from '../src/core/spec/index.ts'
import { type TargetId, writeTarget } from '../src/core/targets/index.ts'
import { childElements, ownText, parseXml } from '../src/core/xml/index.ts'
import { HostileSandbox } from './hostile-sandbox.ts'
import { designsOfRound, rounds } from './hostile-texts.ts'

const allRounds = Array.from({ length: rounds }, (_, round) => round)

function mainOf(id: TargetId, design: Design): string {
  const [file] = writeTarget(id, design, undefined).files
  return file !== undefined && 'text' in file ? file.text : ''
}

const yamlKeys = {
  incus: ['name', 'type', 'description', 'architecture', 'config', 'devices'],
  lima: 'vmType arch images cpus memory disk mountType mounts portForwards ssh firmware video audio tpm containerd'.split(
    ' ',
  ),
}

test.each(allRounds)('round %i: Incus and Lima read one document, and no key but ours', (round) => {
  for (const design of designsOfRound(round))
    for (const id of ['incus', 'lima'] as const) {
      const documents = [...parseAllDocuments(mainOf(id, design), { version: '1.1' })]
      expect(documents.flatMap(({ errors }) => errors.map(({ message }) => message))).toEqual([])
      expect(documents).toHaveLength(1)
      const read: unknown = documents[0]?.toJS()
      expect(Object.keys(Object(read)).filter((key) => !yamlKeys[id].includes(key))).toEqual([])
    }
})

test.each(allRounds)('round %i: UTM reads a property list, and no key but ours', (round) => {
  const keys =
    'Backend ConfigurationVersion Information System QEMU Input Sharing Display Drive Network Serial Sound'
  for (const design of designsOfRound(round)) {
    const { root } = parseXml(mainOf('utm', design))
    const [dict] = root === undefined ? [] : childElements(root)
    const found = dict === undefined ? [] : childElements(dict).filter(({ name }) => name === 'key')
    expect(found.map(ownText).join(' ')).toBe(keys)
  }
})

/** A line of Ruby of ours: words, numbers, and texts in which nothing is put in. */
const text = String.raw`"(?:[^"\\#\n]|\\["\\#]|\\u\{[\da-f]+\})*"`
const value = String.raw`(?:${text}|\d+|true|false|:\w+|File\.expand_path\(${text}, __dir__\))`
const named = String.raw`(?:\w+: )?${value}`
const rubyLine = new RegExp(
  String.raw`^ *(?:#.*|end|[\w.]+\(?"?\w*"?\)?(?:\(:libvirt\) \{ \|v\| v\.nic_model_type = ${text} \})?|Vagrant\.configure\("2"\) do \|config\||config\.vm\.define ${text} do \|vm\||vm\.vm\.provider :libvirt do \|v\||[\w.]+ = ${value}|v\.cpuaffinitiy \d+ => ${text}|[\w.]+ ${named}(?:, ${named})*)$`,
  'u',
)

test.each(allRounds)('round %i: Ruby reads texts, and no line but ours', (round) => {
  for (const design of designsOfRound(round)) {
    const lines = mainOf('vagrant', design).trimEnd().split('\n')
    expect(lines.filter((line) => !rubyLine.test(line))).toEqual([])
  }
})

test.each(allRounds)('round %i: Cloud Hypervisor reads JSON', (round) => {
  for (const design of designsOfRound(round))
    expect(JSON.parse(mainOf('cloud-hypervisor', design))).toHaveProperty('payload')
})

let sandbox: HostileSandbox
beforeEach(() => {
  sandbox = new HostileSandbox()
})
afterEach(() => {
  sandbox.remove()
})

const scripts = [
  ['incus', 'create.sh', /^(?:incus|qemu-img|tar|curl|mktemp)$/],
  ['openstack', 'create.sh', /^(?:openstack|qemu-img|curl)$/],
  ['cloud-hypervisor', 'run.sh', /^(?:cloud-hypervisor|qemu-img|curl|mkdir|mv|rm|swtpm|sleep)$/],
  ['utm', 'make.sh', /^(?:qemu-img|curl|mkdir|mv|cp)$/],
] as const

test.each(scripts)(
  'a script of %s runs what it is for, and nothing of a design',
  (id, script, programs) => {
    for (const round of allRounds)
      for (const design of designsOfRound(round)) {
        for (const file of writeTarget(id, design, undefined).files)
          if ('text' in file)
            sandbox.write(file.name, new TextEncoder().encode(file.text), file.executable === true)
        sandbox.run('sh', script)
        const calls = sandbox.takeCalls()
        expect(calls.length).toBeGreaterThan(0)
        const others = calls.filter(([program = '']) => !programs.test(program))
        expect(others).toEqual([])
        expect(sandbox.filesBelow(sandbox.root).filter((name) => name.endsWith('PWNED'))).toEqual([])
      }
  },
  300_000,
)
