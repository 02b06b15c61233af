import { onArm, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

const serial = (count: number) => Array.from({ length: count }, () => ({ type: 'pty' as const }))
const secureBoot = { firmware: 'efi', firmware_features: [{ name: 'secure-boot', enabled: true }] } as const
const secure = { type: 'pflash', readonly: true, secure: true, value: '/opt/OVMF_CODE.secure.fd' } as const

export const cases: RuleCases = {
  'boot.kernel-missing': {
    triggers: withLibvirt({ os: { cmdline: 'quiet' } }),
    beside: withLibvirt({ os: { kernel: '/boot/vmlinuz', cmdline: 'quiet' } }),
  },
  'boot.serial-missing': {
    triggers: withLibvirt({ os: { bios: { useserial: true } }, devices: { serial: [], console: [] } }),
    beside: withLibvirt({ os: { bios: { useserial: true } }, devices: { serial: serial(1) } }),
  },
  'firmware.acpi-needs-uefi': {
    triggers: onArm({}, { firmware: 'bios' }),
    beside: onArm({ features: { acpi: false } }, { firmware: 'bios' }),
  },
  'firmware.bios-arm': {
    triggers: onArm({ features: { acpi: false }, os: { firmware: 'bios' } }),
    beside: onArm({ os: { firmware: 'efi' } }),
  },
  'firmware.code-as-rom': {
    triggers: withLibvirt({ os: { loader: { value: '/usr/share/OVMF/OVMF_CODE_4M.fd' } } }),
    beside: withLibvirt({
      os: { loader: { readonly: true, type: 'pflash', value: '/usr/share/OVMF/OVMF_CODE_4M.fd' } },
    }),
  },
  'firmware.enrolled-keys': {
    triggers: withLibvirt({
      os: {
        firmware: 'efi',
        firmware_features: [
          { enabled: true, name: 'enrolled-keys' },
          { enabled: false, name: 'secure-boot' },
        ],
      },
    }),
    beside: withLibvirt({
      os: {
        firmware: 'efi',
        firmware_features: [
          { enabled: false, name: 'enrolled-keys' },
          { enabled: false, name: 'secure-boot' },
        ],
      },
    }),
  },
  'firmware.features-alone': {
    triggers: withLibvirt({ os: { firmware_features: [{ name: 'secure-boot', enabled: false }] } }),
    beside: withLibvirt({
      os: { firmware: 'efi', firmware_features: [{ name: 'secure-boot', enabled: false }] },
    }),
  },
  'firmware.loader-with-autoselection': {
    triggers: withLibvirt({ os: { firmware: 'efi', loader: { readonly: true } } }),
    beside: withLibvirt({ os: { firmware: 'efi' } }),
  },
  'firmware.none-fits': {
    triggers: withLibvirt({ os: { machine: 'pc', ...secureBoot } }),
    beside: withLibvirt({ os: { machine: 'q35', ...secureBoot } }),
  },
  'firmware.nvram-without-flash': {
    triggers: withLibvirt({ os: { firmware: 'bios', nvram: { value: '/srv/vars.fd' } } }),
    beside: withLibvirt({ os: { firmware: 'efi', nvram: { value: '/srv/vars.fd' } } }),
  },
  'firmware.nvram-without-loader': {
    triggers: withLibvirt({ os: { nvram: { value: '/srv/settings.fd' } } }),
    beside: withLibvirt({ os: { firmware: 'efi', nvram: { value: '/srv/settings.fd' } } }),
  },
  'firmware.other-architecture': {
    triggers: withLibvirt({
      os: { loader: { type: 'pflash', readonly: true, value: '/usr/share/AAVMF/AAVMF_CODE.fd' } },
    }),
    beside: onArm(
      { os: { loader: { type: 'pflash', readonly: true, value: '/usr/share/AAVMF/AAVMF_CODE.fd' } } },
      { firmware: 'bios' },
    ),
  },
  'firmware.secure-loader': {
    triggers: withLibvirt({ os: { machine: 'pc', loader: secure } }),
    beside: withLibvirt({ os: { machine: 'q35', loader: secure } }),
  },
  'firmware.settings-lost': {
    triggers: withLibvirt({ os: { loader: { type: 'rom', value: '/opt/edk2/OVMF_CODE.fd' } } }),
    beside: withLibvirt({
      os: { loader: { type: 'rom', stateless: true, value: '/opt/edk2/OVMF_CODE.fd' } },
    }),
  },
  'firmware.uefi-needs-acpi': {
    triggers: withLibvirt({ features: { acpi: false } }, { firmware: 'uefi-insecure' }),
    beside: withLibvirt({ features: { acpi: false } }, { firmware: 'bios' }),
  },
  'firmware.writable-code': {
    triggers: withLibvirt({
      os: {
        loader: { type: 'pflash', readonly: false, value: '/opt/OVMF_CODE.fd' },
        nvram: { template: '/opt/OVMF_VARS.fd', value: '/srv/vars.fd' },
      },
    }),
    beside: withLibvirt({
      os: {
        loader: { type: 'pflash', readonly: true, value: '/opt/OVMF_CODE.fd' },
        nvram: { template: '/opt/OVMF_VARS.fd', value: '/srv/vars.fd' },
      },
    }),
  },
  'launch-security.host': {
    triggers: withLibvirt({ type: 'qemu', launch_security: { type: 'sev', policy: '0x3' } }),
    beside: withLibvirt({ launch_security: { type: 'sev', policy: '0x3' } }),
  },
  'tpm.architecture': {
    triggers: onArm({
      devices: { tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }] },
    }),
    beside: onArm({
      devices: { tpm: [{ model: 'tpm-tis', backend: { type: 'emulator', version: '2.0' } }] },
    }),
  },
  'tpm.backend-missing': {
    triggers: withLibvirt({
      leave_out: ['devices.tpm[0].backend'],
      devices: { tpm: [{ model: 'tpm-tis' }] },
    }),
    beside: withDevices({ tpm: [{ model: 'tpm-tis', backend: { type: 'emulator' } }] }),
  },
  'tpm.crb-version': {
    triggers: withDevices({ tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '1.2' } }] }),
    beside: withDevices({ tpm: [{ model: 'tpm-tis', backend: { type: 'emulator', version: '1.2' } }] }),
  },
  'tpm.twice': {
    triggers: withDevices({ tpm: [{ backend: { type: 'emulator' } }, { backend: { type: 'emulator' } }] }),
    beside: withDevices({ tpm: [{ backend: { type: 'emulator' } }] }),
  },
}
