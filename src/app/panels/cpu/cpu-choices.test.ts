import { expect, test } from 'vitest'
import { modelChoices, whyNotMode } from './cpu-choices.ts'

const kvm = { arch: 'x86_64', type: 'kvm' }
const host = {
  arch: 'x86_64',
  emulators: [
    { arch: 'aarch64', cpu_models: ['cortex-a72'] },
    { arch: 'x86_64', cpu_models: ['EPYC', 'Opteron_G5'] },
  ],
}

test('a model that does not run on the host stays, with the reason; the others that run there follow', () => {
  const usual = [{ value: 'EPYC', description: 'AMD' }, { value: 'Skylake-Client' }]
  expect(modelChoices(usual, host, kvm)).toEqual([
    { value: 'EPYC', description: 'AMD' },
    { value: 'Skylake-Client', disabledReason: 'Does not run on this host’s processor' },
    { value: 'Opteron_G5' },
  ])
  expect(modelChoices(usual, undefined, kvm)).toBe(usual)
  // Emulation gives any processor.
  const emulated = modelChoices(usual, host, { ...kvm, type: 'qemu' })
  expect(emulated.every(({ disabledReason }) => disabledReason === undefined)).toBe(true)
})

test('the host’s own processor needs KVM and the same architecture', () => {
  expect(whyNotMode(undefined, kvm, 'host-passthrough')).toBeUndefined()
  expect(whyNotMode(host, kvm, 'host-passthrough')).toBeUndefined()
  expect(whyNotMode({ ...host, kvm: false }, kvm, 'host-passthrough')).toMatch(/KVM/)
  expect(whyNotMode(host, { arch: 'aarch64', type: 'kvm' }, 'host-passthrough')).toMatch(/aarch64/)
  expect(whyNotMode(host, { ...kvm, type: 'qemu' }, 'host-passthrough')).toMatch(/emulated/)
  expect(whyNotMode({ ...host, kvm: false }, kvm, 'maximum')).toBeUndefined()
})
