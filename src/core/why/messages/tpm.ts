/** The TPM, emulated or of the host. */
import type { CauseTable } from '../cause.ts'

export const tpmMessages = {
  'why.swtpm-missing': {
    by: 'libvirt',
    says: [
      'TPM emulation requires swtpm',
      "Unable to find 'swtpm' binary in $PATH",
      "Cannot find 'swtpm' in path: No such file or directory",
      "Unable to find 'swtpm_setup' binary in $PATH",
      "TPM version '{version}' is not supported",
      'Could not find {} in PATH.',
    ],
    cause: 'The emulated TPM is swtpm, which is not installed on the host.',
    install: 'swtpm_setup',
    at: 'devices.tpm',
  },
  'why.swtpm-failed': {
    by: 'swtpm',
    says: [
      "Could not start 'swtpm'. exitstatus: {}, error: {}",
      "Could not run '{}swtpm_setup'. exitstatus: {}",
      "Could not run 'swtpm_setup'. exitstatus: {#}; Check error log '{path}' for details.",
      'Need write rights on directory {path} for user {user}.',
      'Need read rights on directory {path} for user {user}.',
      'User {user} cannot access directory {path}. Make sure it exists and is a directory.',
      'User {user} cannot read/write lockfile {path}.',
      'User {user} cannot read config file {path}.',
      'SWTPM_NVRAM_Lock_Lockfile: Could not lock access to lockfile: Resource temporarily unavailable',
      'SWTPM_NVRAM_Lock_Lockfile: Could not open lockfile: Permission denied',
      'SWTPM_NVRAM_OpenDir: Could not open the dir {path}: {}',
      'Could not open UnixIO socket: {}',
      'An error occurred. Authoring the TPM state failed.',
      'Could not start the TPM 2.',
      'Could not start the TPM 1.2.',
      'Could not chown on swtpm logfile {path}',
      'tpm-emulator: Failed to connect to {path}: {}',
      'tpm-emulator: TPM result for CMD_INIT: {} operation failed',
      'Could not create TPM directory {path}',
      'Could not get process id of swtpm',
    ],
    cause:
      'swtpm could not begin: it may not write its directory (below /var/lib/libvirt/swtpm, owner tss or swtpm), another swtpm holds it, AppArmor or SELinux refuses, or its configuration for certificates is missing. Its log says which.',
    run: 'sudo tail -n 20 /var/log/swtpm/libvirt/qemu/*-swtpm.log; sudo ls -lR /var/lib/libvirt/swtpm',
    at: 'devices.tpm',
  },
  'why.tpm-device': {
    by: 'libvirt',
    says: [
      'Could not open TPM device {path}: {}',
      "Could not open TPM device's cancel path {path}",
      "tpm_passthrough: Could not find the host TPM's cancel file",
      "'{path}' is not a TPM device.",
      "tpm: '{path}' is not a TPM device.",
    ],
    cause:
      'The TPM {path} of the host is not there, off in its firmware setup, or in use by the host. Most guests are better off with an emulated one.',
    run: 'ls -l /dev/tpm*',
    at: 'devices.tpm',
  },
} as const satisfies CauseTable
