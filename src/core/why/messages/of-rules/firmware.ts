/** Messages that the rules of firmware and boot foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const firmwareRuleMessages = {
  'boot.kernel-missing': {
    by: 'QEMU',
    says: [
      "qemu: could not open kernel file '{path}': {}",
      "could not load kernel '{path}'",
      "could not load initrd '{path}'",
      "could not open kernel file '{path}': {}",
    ],
    cause: 'The kernel {path} or what belongs to it is missing.',
    at: 'os.kernel',
  },
  'firmware.features-alone': { by: 'libvirt', says: [], at: 'os.firmware_features' },
  'firmware.nvram-without-loader': {
    by: 'libvirt',
    says: ['Only EFI firmware permits NVRAM', 'Only pflash loader type permits NVRAM'],
    at: 'os.nvram',
  },
  'firmware.secure-loader': {
    by: 'libvirt',
    rules: ['firmware.secure-needs-smm', 'firmware.secure-needs-q35'],
    says: ['Secure boot is supported for x86_64 architecture only'],
    at: 'os.loader',
  },
  'tpm.architecture': {
    by: 'libvirt',
    says: [
      'The QEMU executable {emulator} does not support TPM model {model}',
      "TPM 1.2 is not supported on architecture '{arch}'",
    ],
    at: 'devices.tpm',
  },
} as const satisfies CauseTable
