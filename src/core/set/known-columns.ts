/** Headings in plain words, and what their cells say of a design. */
import type { Change, Path } from '../finding.ts'
import { parsePciAddress, pciAddressParts } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { cpusOf } from '../text/index.ts'

/** What a cell changes in the design, or what is wrong with it, as a sentence. */
export type SaidByCell = readonly Change[] | { readonly wrong: string }

export interface KnownColumn {
  /** Other headings for it: lower case, with single blanks. */
  readonly also: readonly string[]
  /** One sentence of help. */
  readonly help: string
  /** The field that it is, where it is the same in every design. */
  readonly path?: Path
  /** Whether counters in it count in hexadecimal. */
  readonly isHexadecimal?: true
  /** @param spec the design of the set */
  says(text: string, spec: VmSpec): SaidByCell
}

/** A field that has one place in every design. */
function field(path: Path, help: string, ...also: readonly string[]): KnownColumn {
  return { also, help, path, says: (value) => [{ path, value }] }
}

/** The column of the name is no field: it stands outside of a design. */
export const nameColumn: Readonly<Record<string, Pick<KnownColumn, 'also' | 'help'>>> = {
  name: { also: ['vm', 'vm name', 'domain'], help: 'The name of the VM. Each row needs one.' },
}

/** By the heading that is shown. */
export const knownColumns: Readonly<Record<string, KnownColumn>> = {
  mac: {
    also: ['mac address', 'macaddress'],
    help: 'The MAC address of the first network card.',
    isHexadecimal: true,
    says: (value, spec) => [{ path: macPath(spec), value }],
  },
  'host port': {
    also: ['port', 'ssh port'],
    help: 'The port of the host that leads to the guest’s SSH.',
    path: ['ssh', 'port'],
    // A port that is said is not looked for.
    says: (value, { ssh }) => [
      { path: ['ssh', 'port'], value },
      ...(ssh?.port_auto === undefined ? [] : [{ path: ['ssh', 'port_auto'] }]),
    ],
  },
  address: {
    also: ['ip', 'ip address', 'static address', 'ipv4', 'ipv6'],
    help: 'The static address of the guest with its length, such as 10.0.0.11/24; cloud-init sets it.',
    says: addressSays,
  },
  cpuset: {
    also: ['cpu set', 'pinning', 'pins'],
    help: 'The CPUs of the host that it runs on, such as 4-7. A design with pins one to one has them on these, in order.',
    says: cpusetSays,
  },
  'host devices': {
    also: ['hostdevs', 'host device', 'devices', 'passthrough'],
    help: 'PCI functions such as 01:00.0 or USB devices such as 046d:c52b, with blanks between them; - for none.',
    says: hostDevicesSay,
  },
  memory: field(['ram'], 'The memory of the guest, such as 4G.'),
  vcpus: field(['cpu'], 'How many virtual CPUs it has.', 'cpus', 'vcpu'),
  'disk size': field(['disk_size'], 'The size of the root disk.', 'disk'),
  hostname: field(['cloud_init', 'hostname'], 'The name that the guest calls itself.', 'host name'),
  uuid: field(['libvirt', 'uuid'], 'The UUID of the domain.'),
}

function firstCard(spec: VmSpec): boolean {
  return spec.network === undefined && (spec.libvirt?.devices?.interfaces?.length ?? 0) > 0
}

function macPath(spec: VmSpec): Path {
  return firstCard(spec) ? ['libvirt', 'devices', 'interfaces', 0, 'mac', 'address'] : ['network', 'mac']
}

const ethernetsPath = ['cloud_init', 'network', 'ethernets'] as const

/**
 * Takes the place of the first address of the first card that netplan is told about. Where the design says none, the card
 * is found by its name: systemd calls the cards of Ethernet en…, the kernel eth….
 */
function addressSays(text: string, { cloud_init: cloudInit }: VmSpec): SaidByCell {
  const ethernets = cloudInit?.network?.ethernets
  const [first] = isRecord(ethernets) ? Object.entries(ethernets) : []
  const [card, held] = first ?? ['first', { match: { name: 'e*' } }]
  const before: readonly unknown[] =
    isRecord(held) && Array.isArray(held['addresses']) ? held['addresses'] : []
  const length = /\/\d{1,3}$/.exec(typeof before[0] === 'string' ? before[0] : '')?.[0]
  const address = text.includes('/') ? text : `${text}${length ?? ''}`
  if (!/^[0-9A-Fa-f:.]{2,45}\/\d{1,3}$/.test(address))
    return { wrong: `${text} is no address with the length of its network, such as 10.0.0.11/24.` }
  const value = { ...(isRecord(held) ? held : {}), addresses: [address, ...before.slice(1)] }
  return [{ path: [...ethernetsPath], value: { ...(isRecord(ethernets) ? ethernets : {}), [card]: value } }]
}

function cpusetSays(text: string, { libvirt }: VmSpec): SaidByCell {
  const changes: Change[] = [{ path: ['libvirt', 'vcpu', 'cpuset'], value: text }]
  const pins = libvirt?.cputune?.vcpupin ?? []
  const isOneToOne = pins.length > 0 && pins.every(({ cpuset }) => cpusOf(cpuset ?? '')?.only !== undefined)
  if (!isOneToOne) return changes
  const cpus = [...(cpusOf(text) ?? [])]
  if (cpus.length < pins.length)
    return { wrong: `The design pins ${pins.length} vCPUs one to one, and ${text} has ${cpus.length} CPUs.` }
  const moved = pins.map((pin, index) => ({ ...pin, cpuset: String(cpus[index]) }))
  return [...changes, { path: ['libvirt', 'cputune', 'vcpupin'], value: moved }]
}

function hostDevicesSay(text: string): SaidByCell {
  const path = ['libvirt', 'devices', 'hostdevs']
  if (text === '-') return [{ path }]
  const devices: unknown[] = []
  for (const word of text.split(/[\s,;]+/)) {
    const usb = /^([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(word)
    const pci = parsePciAddress(word)
    if (usb) {
      const [, vendor = '', product = ''] = usb
      const source = { vendor: `0x${vendor.toLowerCase()}`, product: `0x${product.toLowerCase()}` }
      devices.push({ mode: 'subsystem', type: 'usb', managed: 'yes', source })
    } else if (pci !== undefined)
      devices.push({ mode: 'subsystem', type: 'pci', managed: 'yes', source: pciAddressParts(pci) })
    else if (word !== '')
      return {
        wrong: `${word} is no device of the host: write 01:00.0 for a PCI function, 046d:c52b for a USB device.`,
      }
  }
  return [{ path, value: devices }]
}
