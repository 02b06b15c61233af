/** Firmware and its variables. */
import type { CauseTable } from '../cause.ts'

export const firmwareMessages = {
  'firmware.none-fits': {
    by: 'libvirt',
    rules: [
      'firmware.secure-needs-smm',
      'firmware.secure-needs-q35',
      'firmware.enrolled-keys',
      'firmware.bios-arm',
      'launch-security.host',
      'machine.architecture',
    ],
    says: [
      "Unable to find 'efi' firmware that is compatible with the current configuration",
      "Unable to find '{kind}' firmware that is compatible with the current configuration",
    ],
    cause:
      'No firmware of the host fits what the design asks for: it is not installed (OVMF, edk2), or the wish can’t be: Secure Boot needs q35 and SMM, enrolled keys need Secure Boot.',
    install: 'ovmf',
    at: 'os.firmware',
  },
  'why.firmware-missing': {
    by: 'QEMU',
    says: [
      "could not load PC BIOS '{path}'",
      "Could not find ROM image '{path}'",
      "qemu: could not load PC BIOS '{path}'",
      'unable to find any master var store for loader: {path}',
      "Could not open '{path}OVMF_CODE{}': {}",
    ],
    cause:
      'The firmware {path} is not on the host, or no firmware. Leave the path out and say firmware uefi: libvirt finds the one of the distribution.',
    run: 'ls /usr/share/OVMF /usr/share/edk2 /usr/share/qemu/firmware',
    at: 'os.loader',
  },
  'why.firmware-size': {
    by: 'QEMU',
    says: [
      'device requires {} bytes, block backend provides {} bytes',
      'combined size of system firmware exceeds {} bytes',
      "cfi.pflash01 device '{device}' requires {} bytes, {} block backend provides {} bytes",
    ],
    cause:
      'The flash image of the firmware has another size than the machine wants: code and variables of different builds, an image for another architecture, or a variable store of the 2 MiB kind beside code of 4 MiB. Take both from one build; delete the VM’s variable store to have it made anew.',
    at: 'os.loader',
  },
  'why.nvram': {
    by: 'libvirt',
    says: [
      'unable to find nvram template image',
      "Failed to create file '{path}nvram{}': {}",
      'Failed to create nvram dir {path}',
      "Failed to open file '{path}_VARS.fd': {}",
      'cannot undefine domain with nvram',
    ],
    cause:
      'The store of the firmware’s variables is missing or may not be made; a domain with one is undefined with --nvram.',
    run: 'virsh -c qemu:///system undefine --nvram NAME',
    at: 'os.nvram',
  },
} as const satisfies CauseTable
