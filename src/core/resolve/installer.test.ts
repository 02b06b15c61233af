import { expect, test } from 'vitest'
import type { HostFacts } from '../host/index.ts'
import { readSpecs, type VmSpec, writeSpec } from '../spec/index.ts'
import { resolve } from './resolve.ts'

const host: HostFacts = { paths: { state_dir: '/var/vms/{name}' } }
const resolved = (spec: VmSpec) => resolve({ name: 'vm', spec }, host)

const spec: VmSpec = {
  disk_size: '20G',
  installer: { url: 'https://example.org/a/system.iso?x=1', checksum: { value: 'AB'.repeat(32) } },
}

/** Name, kind, file and place in the boot order of each disk. */
function disksOf(of: VmSpec) {
  return resolved(of).domain.devices?.disks?.map(({ target, device, source, boot }) => [
    target?.dev,
    device,
    source?.file?.replace(/[0-9a-f]{8}-/, ''),
    boot?.order,
  ])
}

test('the CD comes before the disk, and is fetched to where others find it', () => {
  const { domain, installation, notes } = resolved(spec)
  expect(disksOf(spec)).toEqual([
    ['vda', 'disk', '/var/vms/vm/disk.qcow2', 2],
    ['sda', 'cdrom', '/var/vms/.images/system.iso', 1],
  ])
  expect(domain.os?.boot).toBe(undefined)
  expect(installation?.media).toMatchObject([
    { url: 'https://example.org/a/system.iso?x=1', checksum: { type: 'sha256', value: 'ab'.repeat(32) } },
  ])
  expect(notes.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['the installer’s CD', 'the CD before the disk']),
  )
})

test('when it is done, left out, or nothing is said, the machine is as without it', () => {
  const { installer: _, ...without } = spec
  for (const one of [
    { ...spec, installer: { ...spec.installer, done: true } },
    { ...spec, libvirt: { leave_out: ['installer_disk'] } },
  ])
    expect(resolved(one).domain).toEqual(resolved(without).domain)
})

test('a disk of the author’s comes behind it, and what the author says of the order stays', () => {
  const own = {
    source: { file: '/a.qcow2' },
    driver: { type: 'qcow2' },
    target: { dev: 'vda', bus: 'virtio' },
  } as const
  const { disk_size: _, ...others } = spec
  expect(disksOf({ ...others, libvirt: { devices: { disks: [own] } } })).toEqual([
    ['sda', 'cdrom', '/var/vms/.images/system.iso', 1],
    ['vda', 'disk', '/a.qcow2', 2],
  ])
  const ordered = { ...others, libvirt: { devices: { disks: [{ ...own, boot: { order: 1 } }] } } }
  expect(disksOf(ordered)?.map(([, , , order]) => order)).toEqual([undefined, 1])
  const listed: VmSpec = { ...spec, libvirt: { os: { boot: [{ dev: 'hd' }] } } }
  expect(disksOf(listed)?.map(([, , , order]) => order)).toEqual([undefined, undefined])
  for (const one of [ordered, listed])
    expect(resolved(one).findings.map(({ code }) => code)).toContain('installer.boot-order')
})

test('Windows gets the virtio drivers beside it, unless they are left out or others are said', () => {
  const windows: VmSpec = { guest: 'windows-10', installer: { path: '/w.iso' } }
  const files = (of: VmSpec) => disksOf(of)?.flatMap(([, device, file]) => (device === 'cdrom' ? [file] : []))
  expect(files(windows)).toEqual(['/w.iso', expect.stringContaining('virtio-win.iso')])
  expect(files({ ...windows, libvirt: { leave_out: ['drivers_disk'] } })).toEqual(['/w.iso'])
  expect(files({ ...windows, installer: { path: '/w.iso', drivers: { path: '/d.iso' } } })).toEqual([
    '/w.iso',
    '/d.iso',
  ])
})

test('what reads its answers only when its kernel is told so starts from it', () => {
  const unattended = (guest: string, more: VmSpec = {}): VmSpec => ({
    ...spec,
    guest,
    ...more,
    installer: { ...spec.installer, unattended: { enabled: true } },
  })
  const debian = resolved(unattended('debian-12'))
  expect(debian.domain.os).toMatchObject({
    kernel: '/var/vms/vm/installer-kernel',
    initrd: '/var/vms/vm/installer-initrd',
    cmdline: expect.stringContaining('auto=true priority=critical'),
  })
  expect(debian.installation).toMatchObject({ answers: 'preseed', answersFile: undefined })
  expect(resolved(unattended('fedora-42')).domain.os?.kernel).toBe(undefined)
  expect(disksOf(unattended('fedora-42'))?.at(-1)?.slice(0, 3)).toEqual([
    'sdb',
    'cdrom',
    '/var/vms/vm/answers.iso',
  ])

  const codes = (of: VmSpec) => resolved(of).findings.map(({ code }) => code)
  const secure = unattended('debian-12', { firmware: 'uefi-secure', machine: 'q35' })
  expect(resolved(secure).domain.os?.kernel).toBe(undefined)
  expect(codes(secure)).toContain('unattended.secure-boot')
  expect(codes(unattended('haiku'))).toContain('unattended.unknown-system')
  expect(codes({ ...spec, installer: { unattended: { enabled: true } } })).toContain('installer.no-iso')
})

test('no seed of cloud-init stands beside the answers', () => {
  const told: VmSpec = {
    ...spec,
    guest: 'ubuntu-24.04',
    cloud_init: { hostname: 'h' },
    installer: { ...spec.installer, unattended: { enabled: true } },
  }
  expect(disksOf(told)?.map(([, , file]) => file)).not.toContain('/var/vms/vm/seed.iso')
  expect(disksOf({ ...told, installer: spec.installer })?.map(([, , file]) => file)).toContain(
    '/var/vms/vm/seed.iso',
  )
})

test('YAML keeps it', () => {
  const whole: VmSpec = {
    ...spec,
    installer: {
      path: '/a.iso',
      drivers: { url: 'https://example.org/d.iso', checksum: { type: 'md5', value: 'ab'.repeat(16) } },
      unattended: { enabled: true, answers: 'kickstart', password: 'none', keyboard: 'de', desktop: 'kde' },
      done: true,
    },
  }
  expect(readSpecs(writeSpec({ name: 'vm', spec: whole })).designs[0]?.spec).toEqual(whole)
})

test('a screen is there for whoever installs by hand, and for a desktop', () => {
  const screens = (installer: VmSpec['installer']) =>
    resolved({ guest: 'debian-13', ...(installer === undefined ? {} : { installer }) }).domain.devices
      ?.graphics
  const path = '/debian.iso'
  expect(screens(undefined)).toBe(undefined)
  expect(screens({ path })).toMatchObject([{ type: 'vnc' }])
  expect(screens({ path, unattended: { enabled: true } })).toBe(undefined)
  expect(screens({ path, unattended: { enabled: true, desktop: 'gnome' } })).toMatchObject([{ type: 'vnc' }])
})
