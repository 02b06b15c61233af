import { expect, test } from 'vitest'
import type { VmSpec } from '../../spec/index.ts'
import { writeTarget } from '../index.ts'

function saidOf(spec: VmSpec): string[] {
  const { findings } = writeTarget('systemd', { name: 'web', spec }, undefined)
  return findings
    .filter(({ code }) => code === 'systemd.cannot-say')
    .map(({ severity, path, message }) => `${severity} ${path.join('.')}: ${message}`)
}

test('what only libvirt does is a lack, with the way by hand', () => {
  const libvirt: VmSpec['libvirt'] = {
    memtune: { hard_limit: '4194304' },
    on_lockfailure: 'pause',
    devices: { disks: [{ source: { file: '/srv/a.img' }, target: { dev: 'vda' }, snapshot: 'no' }] },
  }
  expect(saidOf({ libvirt })).toEqual([
    'warning libvirt.memtune.hard_limit: The limit is left out: start QEMU with systemd-run --scope -p MemoryMax=…. Or let libvirt run the VM.',
    'advice libvirt.on_lockfailure: Disk locks are libvirt’s own. Or let libvirt run the VM.',
    'advice libvirt.devices.disks.0.snapshot: libvirt’s choice when it makes a snapshot. Or let libvirt run the VM.',
  ])
})

test('what nobody said is none', () => {
  expect(saidOf({ ram: '3G', libvirt: { cpu: { mode: 'host-passthrough' } } })).toEqual([])
})
