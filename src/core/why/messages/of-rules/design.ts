/** Messages that the rules of the design as a whole foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const designRuleMessages = {
  'lifecycle.action': {
    by: 'libvirt',
    says: [
      "qemu driver doesn't support the '{action}' action for '{one}'/'{other}'",
      "qemu driver doesn't support '{one}' set to '{action}' and '{other}' set to '{other2}'",
    ],
  },
  'qemu.option-unknown': {
    by: 'QEMU',
    says: ['-{option}: invalid option', '{option}: requires an argument'],
    at: 'qemu_arguments',
  },
  'qemu.set-unknown': {
    by: 'QEMU',
    says: ['-set {property}={}: there is no device "{id}" defined', 'there is no device "{id}" defined'],
    cause:
      '-set speaks of a device {id} that is not there when QEMU reads it: libvirt hands its devices over as JSON, which -set does not see. Use qemu:override.',
    at: 'qemu_arguments',
  },
  'seclabel.contradiction': {
    by: 'libvirt',
    says: ["Security driver model '{model}' is not available", 'Security driver {model} not enabled'],
    cause:
      'This libvirt has no security driver {model}: another distribution wrote the design (SELinux on Fedora, AppArmor on Debian). Leave the label out.',
    at: 'seclabel',
  },
  'seclabel.twice': {
    by: 'libvirt',
    says: ['seclabel for model {model} is already provided'],
    at: 'seclabel',
  },
  'sysinfo.form': {
    by: 'libvirt',
    says: [
      "Invalid BIOS 'date' format",
      "unknown smbios mode '{mode}'",
      'qemu does not support more than one entry to Type 2 in SMBIOS table',
    ],
    at: 'sysinfo',
  },
  'sysinfo.missing': { by: 'libvirt', says: ["Domain '{name}' sysinfo are not available"], at: 'sysinfo' },
  'xml.once': {
    by: 'libvirt',
    says: [
      'only one {element} is supported',
      'only one {element} element is supported',
      'only one {element} backend is supported',
      'Multiple <{element}> elements in {parent} definition not allowed',
      'at most one {element} element may be specified',
      "Multiple '{element}' elements",
    ],
  },
  'xml.one-device': {
    by: 'libvirt',
    says: [
      'only a single {device} device is supported',
      'only a single {device} is supported',
      'domain already has a {device} device',
      'a maximum of two TPM devices is supported, one of them being a TPM Proxy device',
    ],
  },
} as const satisfies CauseTable
