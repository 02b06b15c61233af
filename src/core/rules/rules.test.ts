import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { applyChanges } from '../spec/index.ts'
import { plain, type RuleCases } from './cases/case.ts'
import { controllerCases } from './cases/controllers.ts'
import { cpuCases } from './cases/cpu.ts'
import { deviceCases } from './cases/devices.ts'
import { diskKeyCases } from './cases/disk-keys.ts'
import { diskLimitCases } from './cases/disk-limits.ts'
import { diskCases } from './cases/disks.ts'
import { displayKeyCases } from './cases/display-keys.ts'
import { foreseenCases } from './cases/foreseen.ts'
import { hostCases } from './cases/host.ts'
import { machineCases } from './cases/machine.ts'
import { memoryCases } from './cases/memory.ts'
import { moreDeviceCases } from './cases/more-devices.ts'
import { networkCases } from './cases/network.ts'
import { networkKeyCases } from './cases/network-keys.ts'
import { placeCases } from './cases/places.ts'
import { processorCases } from './cases/processors.ts'
import { specCases } from './cases/spec.ts'
import { allRules, checkDesign } from './index.ts'

const groups: readonly RuleCases[] = [
  machineCases,
  diskLimitCases,
  placeCases,
  cpuCases,
  memoryCases,
  diskCases,
  deviceCases,
  networkCases,
  specCases,
  controllerCases,
  diskKeyCases,
  displayKeyCases,
  foreseenCases,
  hostCases,
  moreDeviceCases,
  networkKeyCases,
  processorCases,
]
const cases = groups.flatMap((group) => Object.entries(group))

function check(spec: VmSpec, host: HostFacts | undefined, name = 'vm') {
  return checkDesign({ name, spec }, host)
}

function codes(spec: VmSpec, host: HostFacts | undefined, name = 'vm'): string[] {
  return [...new Set(check(spec, host, name).map(({ code }) => code))].sort()
}

test('each rule stands in the file of its name, in the order of the registry', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[a-z]+\/[a-z0-9-]+\.ts$/.test(name) && !/^(?:cases|support)\//.test(name))
    .map((name) => name.replace(/^.*\//, ''))
  const ids = allRules.map(({ id }) => id)
  expect(ids.map((id) => `${id.replace('.', '-')}.ts`).sort()).toEqual(files.sort())
  expect(ids).toEqual([...ids].sort())
})

test('each rule has a case, each case a rule', () => {
  expect(cases.map(([id]) => id).sort()).toEqual(allRules.map(({ id }) => id))
})

test('nothing is wrong with a plain design', () => {
  expect(check(plain, undefined)).toEqual([])
  expect(check({}, undefined)).toEqual([])
})

describe.each(cases)('%s', (id, { triggers, beside, host, name, noFix }) => {
  test('speaks, and about nothing else', () => {
    expect(codes(triggers, host, name)).toEqual([id])
  })

  test('is quiet just beside', () => {
    expect(codes(beside, host)).toEqual([])
  })

  test('its fix makes it quiet without triggering another', () => {
    const fixes = check(triggers, host, name).map(({ fix }) => fix)
    if (noFix !== undefined) expect(fixes.every((fix) => fix === undefined)).toBe(true)
    else {
      expect(fixes).not.toContain(undefined)
      const changes = fixes.flatMap((fix) => fix?.changes ?? [])
      expect(codes(applyChanges(triggers, changes), host)).toEqual([])
    }
  })
})

const aboutTheHost = cases.filter(([, { host }]) => host !== undefined)

test.each(aboutTheHost)('%s is silent when nothing is known of the host', (_, { triggers, name }) => {
  expect(codes(triggers, undefined, name)).toEqual([])
})
