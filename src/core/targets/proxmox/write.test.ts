import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { formatPath } from '../../finding.ts'
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

test('each line leads to the field that it says', () => {
  const design = {
    name: 'desk',
    spec: {
      ram: '4G',
      source: { kind: 'cloud_image' as const, url: 'https://example.org/a.qcow2' },
      network: { mode: 'bridge' as const, bridge: 'br0' },
      libvirt: {
        description: 'two\nlines',
        devices: { disks: [{ source: { file: '/srv/data.qcow2' }, target: { dev: 'vdb' } }] },
      },
    },
  }
  const { files } = writeTarget('proxmox', design, undefined)
  const led = files.flatMap((file) => {
    if (!('text' in file) || file.lines === undefined) return []
    const texts = file.text.replace(/\n$/, '').split('\n')
    expect(file.lines).toHaveLength(texts.length)
    return texts.map((text, index) => `${text.trim()} <- ${formatPath(file.lines?.[index] ?? [])}`)
  })
  const wanted = /^(?:--memory|memory:|--net0|net0:|--virtio1|virtio1:|lines|#two|#lines|--name)/
  expect(led.filter((line) => wanted.test(line))).toMatchInlineSnapshot(`
    [
      "--name desk \\ <- ",
      "--memory 4096 \\ <- ram",
      "--virtio1 "$storage":0,import-from=/srv/data.qcow2 \\ <- libvirt.devices.disks[0]",
      "--net0 virtio,bridge=br0 \\ <- network",
      "lines' <- libvirt.description",
      "#two <- libvirt.description",
      "#lines <- libvirt.description",
      "memory: 4096 <- ram",
      "net0: virtio,bridge=br0 <- network",
      "virtio1: local-lvm:vm-100-disk-1 <- libvirt.devices.disks[0]",
    ]
  `)
})
