/** Programs that people paste the output of and that do not say what a VM needs to know, with the command that does. */
import type { HostTextKind } from './host-text.ts'

export interface OtherCommand {
  readonly what: string
  /** The rest of a sentence. */
  readonly lacks: string
  readonly command: string
  /** Texts that say what this lacks. */
  readonly betters: readonly HostTextKind[]
}

const table: readonly (OtherCommand & { readonly line: RegExp })[] = [
  {
    line: /^-\[[0-9a-f]{4}:[0-9a-f]{2}(?:-[0-9a-f]{2})?\]-/i,
    what: 'lspci -t',
    lacks: 'which has no ids of devices',
    command: 'lspci -nnk',
    betters: ['lspci', 'iommu-listing', 'pvesh'],
  },
  {
    line: /^(?:\*-[a-z]+(?::\d{1,4})?(?: (?:UNCLAIMED|DISABLED))?$|H\/W path\s|\/0\/100\s)/,
    what: 'lshw',
    lacks: 'which has no ids of devices and no IOMMU groups',
    command: 'lspci -nnk',
    betters: ['lspci', 'iommu-listing', 'pvesh'],
  },
  {
    line: /^[A-Z][a-z]{4,8}:\s+Device-\d/,
    what: 'inxi',
    lacks: 'which has no IOMMU groups and not which CPUs share a core',
    command: 'lspci -nnk; lscpu -e',
    betters: ['lspci', 'iommu-listing', 'lscpu-table'],
  },
  {
    line: /^(?:pci_[0-9a-f]{4,8}_[0-9a-f]{2}_[0-9a-f]{2}_[0-7]|usb_\d{1,4}(?:_\d{1,4}){1,8})$/,
    what: 'virsh nodedev-list',
    lacks: 'which has the names of devices alone',
    command: 'for d in $(virsh nodedev-list); do virsh nodedev-dumpxml "$d"; done',
    betters: ['nodedev', 'lspci', 'iommu-listing'],
  },
  {
    line: /^(?:Processor Information|Handle 0x[0-9A-F]{4}, DMI type \d)/,
    what: 'dmidecode',
    lacks: 'which tells of sockets and not of CPUs',
    command: 'lscpu -e',
    betters: ['lscpu', 'lscpu-table', 'lscpu-json', 'cpuinfo'],
  },
  {
    line: /^Machine \(\d{1,9}[A-Z]{1,2} total\)/,
    what: 'lstopo',
    lacks: 'which is a drawing',
    command: 'lscpu -e',
    betters: ['lscpu', 'lscpu-table', 'lscpu-json', 'cpuinfo'],
  },
  {
    line: /^(?:\[[^\]]{1,40}\] )?(?:DMAR: IOMMU enabled|AMD-Vi: )/,
    what: 'dmesg',
    lacks: 'which says here that there is an IOMMU, and no groups',
    command: 'find /sys/kernel/iommu_groups -type l; lspci -nnk',
    betters: ['iommu-groups', 'iommu-listing', 'pvesh'],
  },
]

/** The command to ask for instead, when a line is one of such a program. */
export function otherCommandFor(text: string): OtherCommand | undefined {
  return table.find(({ line }) => line.test(text))
}
