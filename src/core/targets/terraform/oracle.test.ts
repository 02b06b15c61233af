/** What is written is what the provider takes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeTarget } from '../index.ts'
import { presetDesigns, providerFields, sharedDesigns } from './designs.test-helper.ts'
import { problemsOf, resourcesOf } from './oracle.test-helper.ts'

const designs = [...presetDesigns, ...sharedDesigns]
const hasTerraform = spawnSync('terraform', ['version']).status === 0

function mainFile(index: number, choices: Readonly<Record<string, string>> = {}): string {
  const one = designs[index]
  if (one === undefined) throw new Error('no design')
  const [file] = writeTarget('terraform', one.design, undefined, choices).files
  return file !== undefined && 'text' in file ? file.text : ''
}

const titles = designs.map(({ title }, index) => [title, index] as const)

describe.each(['own', 'provider'])('with the seed made by: %s', (seed) => {
  test.each(titles)('%s is HCL of fields that provider 0.9.7 has, each of its kind', async (_, index) => {
    const resources = await resourcesOf(mainFile(index, { seed }))
    expect(Object.keys(resources)).toContain('libvirt_domain')
    // Without ../shared/fleet the parser alone is asked.
    if (providerFields !== undefined) expect(problemsOf(resources)).toEqual([])
  })
})

test('all are as terraform fmt writes them', ({ skip }) => {
  skip(!hasTerraform, 'terraform is not installed')
  const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-terraform-'))
  for (const [, index] of titles) writeFileSync(path.join(folder, `${index}.tf`), mainFile(index))
  const { stdout } = spawnSync('terraform', ['fmt', '-list=true', '-check', folder], { encoding: 'utf8' })
  expect(stdout).not.toMatch(/\d\.tf/)
  rmSync(folder, { recursive: true })
})
