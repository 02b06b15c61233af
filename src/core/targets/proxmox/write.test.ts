import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSpecs } from '../../spec/index.ts'
import { writeTarget } from '../index.ts'
import { readProxmox } from './read.ts'

const presets = path.join(import.meta.dirname, '../../../presets')

test.each(['cloud-image', 'windows-gaming', 'linux-development'])('%s on Proxmox VE', async (name) => {
  const [design] = readSpecs(readFileSync(path.join(presets, `${name}.yml`), 'utf8')).designs
  const { files, findings } = writeTarget('proxmox', design ?? { name, spec: {} }, undefined)
  const texts = files.flatMap((file) => ('text' in file ? [`==> ${file.name}\n${file.text}`] : []))
  await expect(texts.join('\n')).toMatchFileSnapshot(`expected/${name}.txt`)
  const said = findings.map(({ severity, code, message }) => `${severity} ${code}: ${message}\n`)
  await expect(said.join('')).toMatchFileSnapshot(`expected/${name}.findings.txt`)
})

test('a text of the design leaves no word of the script', () => {
  const evil = `a'; rm -rf "$HOME" #\nqm stop 1`
  const design = {
    name: evil,
    spec: {
      source: { kind: 'cloud_image' as const, url: `https://x/${evil}` },
      libvirt: { description: evil },
    },
  }
  const { files } = writeTarget('proxmox', design, undefined)
  const script =
    files.flatMap((file) => (file.name === 'create.sh' && 'text' in file ? [file.text] : []))[0] ?? ''
  const { vms, findings } = readProxmox(script)
  expect(vms.map(({ domain }) => domain.description)).toEqual([evil])
  expect(findings.filter(({ code }) => code.startsWith('argv.'))).toEqual([])
})
