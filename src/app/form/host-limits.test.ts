import { expect, test } from 'vitest'
import type { HostFacts } from '../core.ts'
import { hostMisfit, newerThanHost, valueMisfit } from './host-limits.ts'

const host: HostFacts = {
  arch: 'x86_64',
  libvirt: '9.0.0',
  qemu: '10.0.0',
  emulators: [
    {
      arch: 'x86_64',
      machines: ['pc', 'pc-i440fx-10.0', 'microvm', 'isapc'],
      words: {
        video: ['vga', 'virtio', 'none'],
        graphics: ['vnc'],
        tpm: [],
        'filesystem.driver': ['path', 'virtiofs'],
        'disk.bus': ['scsi', 'virtio', 'usb', 'sata'],
      },
    },
    { arch: 'aarch64', words: { video: ['ramfb', 'virtio'] } },
  ],
}
const devices = ['libvirt', 'devices'] as const
const misfit = (path: readonly (string | number)[], word: string) =>
  hostMisfit(host, {}, [...devices, ...path], word)

test('a word that the host’s QEMU has not is said, with those it has', () => {
  expect(misfit(['video', 0, 'model'], 'virtio')).toBeUndefined()
  expect(misfit(['video', 0, 'model'], 'qxl')).toBe(
    'QEMU 10.0.0 on this host has no qxl: it has vga, virtio, none',
  )
  expect(misfit(['graphics', 3, 'type'], 'spice')).toMatch(/no spice: it has vnc/)
})

test('a part that is not supported has no word at all', () => {
  expect(misfit(['tpm', 0, 'model'], 'tpm-crb')).toBe('QEMU 10.0.0 on this host has no tpm-crb')
})

test('it is the emulator of the guest’s architecture that counts', () => {
  const arm = { libvirt: { os: { arch: 'aarch64' } } }
  expect(hostMisfit(host, arm, [...devices, 'video', 0, 'model'], 'ramfb')).toBeUndefined()
  expect(hostMisfit(host, arm, [...devices, 'video', 0, 'model'], 'vga')).toMatch(/no vga/)
})

test('9p is the path of domcapabilities, and IDE comes with the machine', () => {
  expect(misfit(['filesystems', 0, 'driver', 'type'], '9p')).toBeUndefined()
  expect(misfit(['disks', 0, 'target', 'bus'], 'ide')).toBeUndefined()
  expect(misfit(['disks', 0, 'target', 'bus'], 'nvme')).toMatch(/no nvme/)
})

test('machines are told by their family, where more than one is known', () => {
  expect(hostMisfit(host, {}, ['machine'], 'q35')).toBe('QEMU 10.0.0 on this host has no q35 machine')
  expect(hostMisfit(host, {}, ['machine'], 'i440fx')).toBeUndefined()
  const one = { ...host, emulators: [{ arch: 'x86_64', machines: ['pc-i440fx-10.0'] }] }
  expect(hostMisfit(one, {}, ['machine'], 'q35')).toBeUndefined()
})

test.each([undefined, {}, { emulators: [] }, { emulators: [{ arch: 'x86_64' }] }])(
  'a host that has not said holds nothing back: %j',
  (facts) => {
    expect(hostMisfit(facts, {}, [...devices, 'video', 0, 'model'], 'qxl')).toBeUndefined()
    expect(hostMisfit(facts, {}, ['machine'], 'virt')).toBeUndefined()
  },
)

test('a field needs the newest libvirt of those around it', () => {
  const idmap = [...devices, 'filesystems', 0, 'idmap', 'uid']
  expect(newerThanHost(idmap, '9.0.0')).toBe('Needs libvirt 10.0.0; this host has 9.0.0')
  expect(newerThanHost(idmap, '10.0.0')).toBeUndefined()
  expect(newerThanHost(idmap, undefined)).toBeUndefined()
})

test('a word can be newer than its field', () => {
  const type = ['libvirt', 'launch_security', 'type']
  expect(hostMisfit(host, {}, type, 'sev-snp')).toBe('Needs libvirt 10.5.0; this host has 9.0.0')
  expect(hostMisfit(host, {}, type, 'sev')).toBeUndefined()
})

test('a device that would be added is looked through', () => {
  expect(valueMisfit(host, {}, [...devices, 'graphics', 0], { type: 'spice', autoport: 'yes' })).toMatch(
    /no spice/,
  )
  expect(valueMisfit(host, {}, [...devices, 'graphics', 0], { type: 'vnc', autoport: 'yes' })).toBeUndefined()
})
