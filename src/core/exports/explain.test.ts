import { expect, it } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { renderArgv } from '../qemu/index.ts'
import { resolve } from '../resolve/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { explainCommand } from './index.ts'

const host: HostFacts = { arch: 'x86_64', distro: 'arch', paths: { state_dir: '/var/vms/{name}' } }

const spec: VmSpec = {
  source: { kind: 'imported', libvirt_name: 'vm', disk_path: '/var/vms/vm/disk.qcow2' },
  ram: '4G',
  cpu: 4,
  network: { mode: 'user', port_forwards: ['8080:80'] },
  libvirt: {
    os: { kernel: '/boot/vmlinuz', cmdline: "it's\n\u001b[31mtwo lines" },
    devices: {
      filesystems: [{ driver: { type: 'virtiofs' }, source: { dir: '/srv' }, target: { dir: 'data' } }],
      rng: [{ model: 'virtio', backend: { model: 'random' } }],
    },
  },
}

const explained = () => {
  const resolved = resolve({ name: 'vm', spec }, host, 'qemu')
  const command = renderArgv(resolved)
  return { command, ...explainCommand(command, resolved) }
}

it('says of each option which part of the design it is from, or why it was added', async () => {
  await expect(explained().text).toMatchFileSnapshot('expected/explain.txt')
})

it('has one line for each option and each helper, with its place', () => {
  const { command, text, lines } = explained()
  expect(text.split('\n').length - 1).toBe(1 + command.arguments.length + command.helpers.length)
  expect(lines.length).toBe(text.split('\n').length - 1)
  const lineOf = (part: string) => text.split('\n').find((line) => line.includes(part))
  expect(lineOf('-m size=')).toMatch(/# ram \(/)
  expect(lineOf('-kernel')).toMatch(/# libvirt\.os\.kernel \(/)
  expect(lineOf('-append')).not.toContain('\u001b')
})
