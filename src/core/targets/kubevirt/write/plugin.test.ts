/** What has no field becomes a hook, in the words of CEL. */
import { expect, test } from 'vitest'
import { heldAt } from '../words/tree.ts'
import { pluginFor } from './plugin.ts'

const domain = {
  name: 'desk',
  cpu: { cache: { mode: 'passthrough' as const }, maxphysaddr: { bits: 39, mode: 'emulate' as const } },
  memory_backing: { locked: true },
  features: { pmu: false },
  qemu_arguments: [{ value: '-set' }, { value: 'a"b\n' }],
}

function expressionFor(...paths: readonly string[][]): unknown {
  const { object } = pluginFor(
    domain,
    'desk',
    paths.map((path) => ({ path, kind: 'lost' })),
  )
  return heldAt(object, ['spec', 'domainHooks']) === undefined
    ? undefined
    : heldAt((heldAt(object, ['spec', 'domainHooks']) as unknown[])[0], ['cel', 'expression'])
}

test('of what is lost it says what it can', () => {
  expect(expressionFor(['cpu', 'cache', 'mode'], ['memory_backing', 'locked'], ['features', 'pmu'])).toBe(
    'Domain{CPU: DomainCPU{Cache: DomainCPUCache{Mode: "passthrough"}}, MemoryBacking: DomainMemoryBacking{MemoryLocked: DomainMemoryLocked{}}, Features: DomainFeatureList{PMU: DomainFeatureState{State: "off"}}}',
  )
  expect(expressionFor(['cpu', 'maxphysaddr'])).toBe(
    'Domain{CPU: DomainCPU{MaxPhysAddr: DomainCPUMaxPhysAddr{Mode: "emulate", Bits: uint(39)}}}',
  )
})

test('texts of the author stay texts', () => {
  expect(expressionFor(['qemu_arguments', '0'])).toBe(
    'Domain{QEMUCommandline: DomainQEMUCommandline{Args: [DomainQEMUCommandlineArg{Value: "-set"}, DomainQEMUCommandlineArg{Value: "a\\"b\\n"}]}}',
  )
})

test('where nothing of it is lost there is none', () => {
  expect(expressionFor(['devices', 'disks'])).toBeUndefined()
})
