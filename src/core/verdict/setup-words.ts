/** What a step of the host’s is about: its devices and files by name, and where the design asks for it. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { deviceName } from '../guide/index.ts'
import {
  comparePciAddresses,
  formatPciAddress,
  type HostFacts,
  type PciAddress,
  pciAddressFromParts,
  type SetupFile,
  type SetupStep,
} from '../host/index.ts'

/** The step in a few sentences: what it does, to which devices, why, and into which files it writes. */
export function setupInWords(
  { title, why, addresses = [], files, done }: SetupStep,
  host: HostFacts | undefined,
): string {
  const devices = cardsOf(addresses)
    .map(([first, ...others]) => `${namedDevice(first, host)}${otherFunctions(others.length)}`)
    .join(', ')
  const forThem = devices === '' ? '' : ` For ${devices}.`
  const changes = done === true ? [] : [...new Set(files.map(changeInWords))]
  const writes = changes.length === 0 ? '' : ` It ${changes.join(' and ')}.`
  return `${title}.${forThem} ${why}${writes}`
}

function changeInWords({ path, append }: SetupFile): string {
  return `${append === true ? 'adds to' : 'writes'} ${path}`
}

/** The functions of each card: one name stands for all of them. */
function cardsOf(addresses: readonly PciAddress[]): (readonly [PciAddress, ...PciAddress[]])[] {
  const cards = new Map<string, readonly [PciAddress, ...PciAddress[]]>()
  for (const address of addresses) {
    const { domain, bus, slot } = address
    const key = `${domain}:${bus}:${slot}`
    const card = cards.get(key)
    cards.set(key, card === undefined ? [address] : [...card, address])
  }
  return [...cards.values()]
}

function otherFunctions(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' with its other function' : ` with its ${count} other functions`
}

function namedDevice(address: PciAddress, host: HostFacts | undefined): string {
  const device = host?.pci?.find((one) => comparePciAddresses(one.address, address) === 0)
  const number = formatPciAddress(address)
  return device === undefined ? number : `${number} ${deviceName(device)}`
}

const hostdevs: Path = ['devices', 'hostdevs']

/** The place in the Domain that a kind of step is done for. */
const placeOfKind: Readonly<Record<SetupStep['id'], Path>> = {
  'kernel-command-line': hostdevs,
  'vfio-bind': hostdevs,
  initramfs: hostdevs,
  'single-gpu-hooks': hostdevs,
  'huge-pages': ['memory_backing', 'hugepages'],
  'bridge-helper': ['devices', 'interfaces'],
  'memory-lock': hostdevs,
  sriov: hostdevs,
  mdev: hostdevs,
  'usb-access': hostdevs,
  nested: ['cpu'],
  vbios: hostdevs,
  'looking-glass': ['devices', 'shmem'],
  nested: ['cpu'],
  vbios: hostdevs,
  reboot: hostdevs,
}

/** The device itself where the step is for one, else what the kind of step is done for. */
export function setupPlace({ id, addresses = [] }: SetupStep, domain: Domain): Path {
  const devices = domain.devices?.hostdevs ?? []
  if (devices.length === 0 && placeOfKind[id] === hostdevs) return ['memory_backing']
  const [first] = addresses
  const index = first === undefined ? -1 : devices.findIndex(({ source }) => isAt(source, first))
  return index === -1 ? placeOfKind[id] : [...hostdevs, index]
}

function isAt(
  source: NonNullable<NonNullable<Domain['devices']>['hostdevs']>[number]['source'],
  wanted: PciAddress,
): boolean {
  const { domain = '0x0', bus, slot = '0x0', function: fn = '0x0' } = source ?? {}
  if (bus === undefined) return false
  const { address } = pciAddressFromParts({ domain, bus, slot, function: fn })
  return address !== undefined && comparePciAddresses(address, wanted) === 0
}
