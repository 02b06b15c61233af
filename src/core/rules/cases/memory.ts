import { onArm, plain, type RuleCases, withDevices, withLibvirt } from './case.ts'

const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv/data' }, target: { dir: 'data' } } as const
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

const over9p = { ...share, driver: { type: 'path' } } as const

export const memoryCases: RuleCases = {
  'memory.none': { triggers: { ...plain, ram: '0' }, beside: plain },
  'memory.small': { triggers: { ...plain, ram: '64M' }, beside: { ...plain, ram: '128M' } },
  'memory.current-above': {
    triggers: withLibvirt({ current_memory: '3G' }),
    beside: withLibvirt({ current_memory: '2G' }),
  },
  'memory.hugepages-source': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '2M' }, source: { type: 'anonymous' } } }),
    beside: withLibvirt({ memory_backing: { hugepages: { size: '2M' }, source: { type: 'memfd' } } }),
  },
  'numa.memory-sum': {
    triggers: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '1', unit: 'GiB' }] } }),
    beside: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] } }),
  },
  'numa.cpus': {
    triggers: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-2', memory: '2', unit: 'GiB' }] } }),
    beside: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] } }),
    noFix: 'the cell or the number of vCPUs, the author knows which',
  },
  'numa.cpu-twice': {
    triggers: withLibvirt({
      cpu: {
        numa: [
          { id: 0, cpus: '0-1', memory: '1', unit: 'GiB' },
          { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
        ],
      },
    }),
    beside: withLibvirt({
      cpu: {
        numa: [
          { id: 0, cpus: '0', memory: '1', unit: 'GiB' },
          { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
        ],
      },
    }),
    noFix: 'either cell may be the right one',
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
  'firmware.loader-with-autoselection': {
    triggers: withLibvirt({ os: { firmware: 'efi', loader: { readonly: true } } }),
    beside: withLibvirt({ os: { firmware: 'efi' } }),
  },
  'firmware.uefi-needs-acpi': {
    triggers: withLibvirt({ features: { acpi: false } }, { firmware: 'uefi-insecure' }),
    beside: withLibvirt({ features: { acpi: false } }, { firmware: 'bios' }),
  },
  'firmware.acpi-needs-uefi': {
    triggers: onArm({}, { firmware: 'bios' }),
    beside: onArm({ features: { acpi: false } }, { firmware: 'bios' }),
  },
  'firmware.code-as-rom': {
    triggers: withLibvirt({ os: { loader: { value: '/usr/share/OVMF/OVMF_CODE_4M.fd' } } }),
    beside: withLibvirt({
      os: { loader: { readonly: true, type: 'pflash', value: '/usr/share/OVMF/OVMF_CODE_4M.fd' } },
    }),
  },
  'machine.architecture': {
    triggers: onArm({}, { machine: 'q35' }),
    beside: onArm({}, { machine: 'virt' }),
  },
  'share.tag-long': {
    triggers: withDevices({ filesystems: [{ ...share, target: { dir: `${letters}a` } }] }),
    beside: withDevices({ filesystems: [{ ...share, target: { dir: letters } }] }),
  },
  'share.tag-hidden': {
    triggers: withDevices({ filesystems: [over9p, { ...over9p, source: { dir: '/srv/more' } }] }),
    beside: withDevices({ filesystems: [over9p, { ...over9p, target: { dir: 'more' } }] }),
  },
  'share.tag-twice': {
    triggers: withDevices({ filesystems: [share, { ...share, source: { dir: '/srv/more' } }] }),
    beside: withDevices({ filesystems: [share, { ...share, target: { dir: 'more' } }] }),
  },
  'share.accessmode': {
    triggers: withDevices({ filesystems: [{ ...share, accessmode: 'mapped' }] }),
    beside: withDevices({ filesystems: [{ ...share, driver: { type: 'path' }, accessmode: 'mapped' }] }),
  },
  'share.shared-memory': {
    triggers: withLibvirt({
      memory_backing: { access: { mode: 'private' } },
      devices: { filesystems: [share] },
    }),
    beside: withLibvirt({
      memory_backing: { access: { mode: 'shared' } },
      devices: { filesystems: [share] },
    }),
  },
  'share.readonly-version': {
    triggers: withDevices({ filesystems: [{ ...share, readonly: true }] }),
    beside: withDevices({ filesystems: [share] }),
    host: { libvirt: '10.10.0' },
  },
  'tpm.crb-version': {
    triggers: withDevices({ tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '1.2' } }] }),
    beside: withDevices({ tpm: [{ model: 'tpm-tis', backend: { type: 'emulator', version: '1.2' } }] }),
  },
  'tpm.architecture': {
    triggers: onArm({
      devices: { tpm: [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }] },
    }),
    beside: onArm({
      devices: { tpm: [{ model: 'tpm-tis', backend: { type: 'emulator', version: '2.0' } }] },
    }),
  },
  'tpm.twice': {
    triggers: withDevices({ tpm: [{ backend: { type: 'emulator' } }, { backend: { type: 'emulator' } }] }),
    beside: withDevices({ tpm: [{ backend: { type: 'emulator' } }] }),
  },
}
