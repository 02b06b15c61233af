/** What the Nix of Debian 13 says to the module of every preset and sample. The lab is made by e2e/lab/make.sh. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeTarget } from '../../src/core/targets/index.ts'
import { sampleDesigns } from '../../src/core/targets/samples.test-helper.ts'
import { inLab, labIsMissing } from './lab.ts'

const reason = labIsMissing()
const folder = reason === undefined ? mkdtempSync('/var/tmp/vmwright-nix-') : ''
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

/** Parsed without a store, and without asking for one. */
const parse = ['nix-instantiate', '--parse'] as const

test('Nix reads every module', async (context) => {
  context.skip(reason !== undefined, reason)
  const files = sampleDesigns().flatMap(([, design], index) => {
    const place = path.join(folder, String(index))
    mkdirSync(place)
    return writeTarget('nixvirt', design, undefined).files.flatMap((file) => {
      if (!file.name.endsWith('.nix') || !('text' in file)) return []
      const written = path.join(place, file.name)
      writeFileSync(written, file.text)
      return [written]
    })
  })
  expect(files.length).toBeGreaterThan(20)
  const { status, printed } = await inLab(folder, 'root', [...parse, ...files])
  expect(status, printed).toBe(0)
}, 120_000)

test('and refuses what is none', async (context) => {
  context.skip(reason !== undefined, reason)
  const file = path.join(folder, 'wrong.nix')
  writeFileSync(file, '{ config, ... }: { services = ; }\n')
  const { status, printed } = await inLab(folder, 'root', [...parse, file])
  expect(status).not.toBe(0)
  expect(printed).toMatch(/syntax error/)
}, 120_000)
