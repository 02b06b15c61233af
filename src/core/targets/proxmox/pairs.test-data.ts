/** The pairs that differ: in which parts, and why. */
interface DifferentPair {
  readonly parts: readonly string[]
  readonly why: string
}

const custom =
  'The model is described in a file of the node, cpu-models.conf, which the configuration only names.'
const template =
  'A template never runs: Proxmox VE starts it to back it up, without processor, screen and network.'

export const differentPairs: Readonly<Record<string, DifferentPair>> = {
  'custom-cpu-model': { parts: ['cpu'], why: custom },
  'custom-cpu-model-host-phys-bits': { parts: ['cpu'], why: custom },
  'efi-raw-template': { parts: ['machine', 'cpu', 'display', 'devices'], why: template },
  'q35-linux-hostpci-mapping': {
    parts: ['hostDevices'],
    why: 'The addresses stand in the mappings of the cluster; the configuration has their names.',
  },
  'q35-linux-hostpci-template': {
    parts: ['machine', 'cpu', 'memory', 'disks', 'network', 'hostDevices', 'display', 'devices'],
    why: template,
  },
  scsiblk: {
    parts: ['disks'],
    why: 'The device was not there when the command was made, which makes a disk of what is to be a SCSI device.',
  },
  'simple-btrfs': {
    parts: ['disks'],
    why: 'Of this storage alone the usual cache is another one, and each volume a directory.',
  },
  'simple1-template': {
    parts: ['machine', 'cpu', 'memory', 'disks', 'network', 'display', 'devices'],
    why: template,
  },
}
