import { expect, test } from 'vitest'
import { applyChanges } from '../../core.ts'
import { moveChip } from './move-chip.ts'
import type { Chip, GuestThreads } from './pinned-threads.ts'

const guest: GuestThreads = {
  vcpus: 4,
  threadsPerCore: 1,
  iothreads: [1],
  vcpupin: [
    { vcpu: 2, cpuset: '6' },
    { vcpu: 0, cpuset: '1' },
  ],
  iothreadpin: [],
  emulator: '0,4',
}

function chip(kind: Chip['kind'], number: number, cpus: readonly number[] | undefined): Chip {
  return { id: `${kind}:${number}`, kind, number, name: '', short: '', cpus, isUnknown: false }
}

/** The part of the design that pins, after a move. */
function after(
  ...move: Parameters<typeof moveChip> extends [unknown, ...infer Rest] ? Rest : never
): unknown {
  const { vcpupin, emulator } = guest
  const cputune = { vcpupin, emulatorpin: { cpuset: emulator } }
  return applyChanges<unknown>({ libvirt: { cputune } }, moveChip(guest, ...move))
}

test('a vCPU of the tray gets a pin, sorted among the others', () => {
  expect(after(chip('vcpu', 1, undefined), undefined, 5)).toEqual({
    libvirt: {
      cputune: {
        vcpupin: [
          { vcpu: 0, cpuset: '1' },
          { vcpu: 1, cpuset: '5' },
          { vcpu: 2, cpuset: '6' },
        ],
        emulatorpin: { cpuset: '0,4' },
      },
    },
  })
})

test('of several host CPUs only the one changes that the chip was taken from', () => {
  expect(moveChip(guest, chip('emulator', 0, [0, 4]), 4, 7)).toEqual([
    { path: ['libvirt', 'cputune', 'emulatorpin', 'cpuset'], value: '0,7' },
  ])
  expect(moveChip(guest, chip('emulator', 0, [0, 4]), 0, undefined)).toEqual([
    { path: ['libvirt', 'cputune', 'emulatorpin', 'cpuset'], value: '4' },
  ])
  expect(moveChip(guest, chip('emulator', 0, [0, 4]), undefined, undefined)).toEqual([
    { path: ['libvirt', 'cputune', 'emulatorpin'] },
  ])
})

test('the last pin takes the list with it', () => {
  const one = { ...guest, vcpupin: [{ vcpu: 0, cpuset: '1' }] }
  expect(moveChip(one, chip('vcpu', 0, [1]), 1, undefined)).toEqual([
    { path: ['libvirt', 'cputune', 'vcpupin'] },
  ])
})

test('an I/O thread is pinned in its own list', () => {
  expect(moveChip(guest, chip('iothread', 1, undefined), undefined, 3)).toEqual([
    { path: ['libvirt', 'cputune', 'iothreadpin'], value: [{ iothread: 1, cpuset: '3' }] },
  ])
})

test('to where it is, and from nowhere to nowhere, is no change', () => {
  expect(moveChip(guest, chip('vcpu', 0, [1]), 1, 1)).toEqual([])
  expect(moveChip(guest, chip('vcpu', 1, undefined), undefined, undefined)).toEqual([])
})
