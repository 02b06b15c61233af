/** What is written of a few presets, to be read. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSpecs } from '../../spec/index.ts'
import { writeTarget } from '../index.ts'

const presets = path.join(import.meta.dirname, '../../../presets')

test.each([
  ['cloud-image', 'incus-6'],
  ['windows-gaming', 'incus-7'],
  ['linux-development', 'lxd'],
])('%s for %s', async (preset, server) => {
  const [design] = readSpecs(readFileSync(path.join(presets, `${preset}.yml`), 'utf8')).designs
  if (design === undefined) throw new Error(`no design in ${preset}`)
  const { files, findings } = writeTarget('incus', design, undefined, { server })
  const texts = files.map((file) => ('text' in file ? `==> ${file.name} <==\n${file.text}` : ''))
  await expect(texts.join('\n')).toMatchFileSnapshot(`expected/${preset}.txt`)
  const said = findings.map(({ severity, path: at, message }) => `${severity}\t${at.join('.')}\t${message}\n`)
  await expect(said.join('')).toMatchFileSnapshot(`expected/${preset}.findings.txt`)
})
