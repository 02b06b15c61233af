/** Our command lines beside libvirt's own, from ../shared; skipped where it is not. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isSame } from './argv-comparison.ts'
import { argvCases, compareArgv } from './argv-corpus.ts'
import { needs, shared } from './shared.ts'

const folder = path.join(shared, 'corpus/libvirt-11.3')

/** Shares of the domains that libvirt makes command lines of. */
const sameDevices = 0.98
const sameProperties = 0.9

test('command lines have the devices and properties that libvirt gives them', (context) => {
  needs(context, existsSync(folder), '../shared/corpus is not there')
  const outcomes = argvCases(folder).map((one) => ({ name: one.name, ...compareArgv(one) }))
  expect(outcomes.length).toBeGreaterThan(0)
  const other = outcomes.filter(({ devices }) => !isSame(devices))
  expect(1 - other.length / outcomes.length, namesOf(other)).toBeGreaterThanOrEqual(sameDevices)
  const differing = outcomes.filter(({ devices, properties }) => !isSame(devices) || !isSame(properties))
  expect(1 - differing.length / outcomes.length, namesOf(differing)).toBeGreaterThanOrEqual(sameProperties)
})

function namesOf(outcomes: readonly { readonly name: string }[]): string {
  return outcomes.map(({ name }) => name).join(' ')
}
