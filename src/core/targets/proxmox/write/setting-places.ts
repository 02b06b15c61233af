/** Where the Domain says what a setting of Proxmox VE does, so that a line leads to its field. */
import type { Path } from '../../../finding.ts'
import { ownValue } from '../../../text/index.ts'

/** By the name of the setting, and of a family by the name before its number. */
const places: Readonly<Record<string, Path>> = {
  acpi: ['features', 'acpi'],
  affinity: ['vcpu', 'cpuset'],
  agent: ['devices', 'channels'],
  'allow-ksm': ['memory_backing', 'nosharepages'],
  'amd-sev': ['launch_security'],
  arch: ['os', 'arch'],
  args: ['qemu_arguments'],
  audio: ['devices', 'sound'],
  balloon: ['current_memory'],
  bios: ['os', 'firmware'],
  boot: ['os', 'boot'],
  cores: ['vcpu'],
  cpu: ['cpu'],
  cpulimit: ['cputune', 'quota'],
  cpuunits: ['cputune', 'shares'],
  description: ['description'],
  efidisk: ['os', 'firmware'],
  hugepages: ['memory_backing', 'hugepages'],
  'intel-tdx': ['launch_security'],
  ivshmem: ['devices', 'shmem'],
  kvm: ['type'],
  localtime: ['clock', 'offset'],
  machine: ['os', 'machine'],
  memory: ['memory'],
  numa: ['cpu', 'numa'],
  parallel: ['devices', 'parallel'],
  reboot: ['on_reboot'],
  rng: ['devices', 'rng'],
  scsihw: ['devices', 'controllers'],
  serial: ['devices', 'serial'],
  smbios: ['sysinfo'],
  sockets: ['vcpu'],
  spice_enhancements: ['devices', 'graphics'],
  startdate: ['clock'],
  tablet: ['devices', 'inputs'],
  tdf: ['clock'],
  tpmstate: ['devices', 'tpm'],
  vcpus: ['vcpu'],
  vga: ['devices', 'video'],
  virtiofs: ['devices', 'filesystems'],
  vmgenid: ['genid'],
  watchdog: ['devices', 'watchdog'],
}

/**
 * @param keys the setting that a device became, by its list and place: `disks.0`
 * @returns the place of the Domain by the setting; undefined for one that no part of it says
 */
export function settingPlaces(keys: ReadonlyMap<string, string>): (setting: string) => Path | undefined {
  const devices = new Map(
    [...keys].map(([place, setting]): [string, Path] => {
      const [list = '', index] = place.split('.')
      return [setting, ['devices', list, Number(index)]]
    }),
  )
  return (setting) =>
    devices.get(setting) ?? ownValue(places, setting) ?? ownValue(places, setting.replace(/\d+$/, ''))
}

/** A text of several pieces, with the place that each of its lines is from. */
export function textOfPieces(
  pieces: readonly { readonly text: string; readonly path?: Path | undefined }[],
): {
  readonly text: string
  readonly lines: readonly Path[]
} {
  return {
    text: pieces.map(({ text }) => `${text}\n`).join(''),
    lines: pieces.flatMap(({ text, path = [] }) => text.split('\n').map(() => path)),
  }
}
