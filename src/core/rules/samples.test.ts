import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readHostFacts } from '../host/index.ts'
import { readSpecs } from '../spec/index.ts'
import { checkDesign } from './index.ts'

const samples = path.resolve(import.meta.dirname, '../../../../shared/samples/vm')
const read = (name: string) => readFileSync(path.join(samples, name), 'utf8')

// Skipped where the samples are not beside the project: they are no part of it.
test.skipIf(!existsSync(samples)).each([
  ['arch', []],
  // The facts say session: two functions of a card, huge pages and locked memory are not for it.
  ['gpu-workstation', ['host.needs-system', 'host.needs-system', 'host.needs-system', 'host.needs-system']],
  ['web', []],
])('%s.yml has only what is wrong with it (needs ../shared/samples/vm)', (name, expected) => {
  const { facts } = readHostFacts(read('host-linux.json'))
  const { designs } = readSpecs(read(`${name}.yml`))
  const findings = designs.flatMap((design) => checkDesign(design, facts))
  expect(designs).toHaveLength(1)
  expect(findings.map(({ code }) => code)).toEqual(expected)
})
