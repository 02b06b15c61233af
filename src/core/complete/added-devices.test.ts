import { expect, test } from 'vitest'
import type { Domain } from '../domain/index.ts'
import { addedDevices } from './added-devices.ts'
import { complete } from './complete.ts'

function addedTo(domain: Domain): string[] {
  return addedDevices(domain, complete({ domain, host: {} }).domain).map(
    ({ what, count, path }) => `${count} ${what} ${path.join('.')}`,
  )
}

test('a q35 with a display and an agent gets what they need', () => {
  expect(
    addedTo({
      os: { machine: 'q35' },
      devices: {
        graphics: [{ type: 'vnc' }],
        channels: [{ name: 'org.qemu.guest_agent.0' }],
        controllers: [{ type: 'usb', model: 'qemu-xhci' }],
      },
    }),
  ).toEqual([
    '1 virtio-serial controller devices.controllers.1',
    '4 PCIe root port devices.controllers.2',
    '1 video card cirrus devices.video.0',
    '1 audio backend none devices.audio.0',
    '1 watchdog itco devices.watchdog.0',
    '1 memory balloon devices.memballoon',
  ])
})

test('nothing is added to what is complete', () => {
  const { domain } = complete({ domain: { os: { machine: 'q35' }, devices: {} }, host: {} })
  expect(addedDevices(domain, complete({ domain, host: {} }).domain)).toEqual([])
})
