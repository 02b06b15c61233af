/** The host's side of the picture: its PCI devices by IOMMU group, its USB and mediated devices, and which of them the guest has. */
import type { Domain } from '../domain/index.ts'
import { deviceName } from '../guide/index.ts'
import {
  formatPciAddress,
  type HostFacts,
  iommuGroups,
  mdevOffers,
  type PciDevice,
  pciAddressFromParts,
  pciAssignability,
  pciKind,
  type UsbIdentity,
  usbIdentities,
  usbNamedBy,
  whyNotAssignable,
  withoutIommuGroup,
} from '../host/index.ts'
import { shortAddress } from './host-ends.ts'
import type { HostDevice, HostGroup } from './picture.ts'

/**
 * The groups of which something can go to a guest, by number, then what has no group, USB and mediated devices.
 *
 * @returns empty when nothing is known of the host's devices
 */
export function hostGroups(domain: Domain, host: HostFacts | undefined): readonly HostGroup[] {
  const others = [
    { title: 'USB', devices: usbDevices(domain, host) },
    { title: 'Mediated devices', devices: mediatedDevices(domain, host) },
  ]
  return [...pciGroups(domain, host), ...others.filter(({ devices }) => devices.length > 0)]
}

/** How a USB device is told from all others: by what names it in a design. */
export function usbId({ source }: Pick<UsbIdentity, 'source'>): string {
  return `usb ${Object.entries(source).flat().join(' ')}`
}

function usbDevices({ devices }: Domain, host: HostFacts | undefined): readonly HostDevice[] {
  const identities = usbIdentities(host).filter(({ assignable }) => assignable)
  const given = new Set(
    (devices?.hostdevs ?? [])
      .filter(({ type }) => type === 'usb')
      .flatMap(({ source }) => usbNamedBy(source, identities) ?? [])
      .map(usbId),
  )
  return identities.map((identity): HostDevice => {
    const { device, title, twin, source, sentence } = identity
    const { port, vendor_id, product_id } = device
    return {
      kind: 'usb',
      id: usbId(identity),
      title,
      details: [`${vendor_id}:${product_id}${port === undefined ? '' : ` at ${port}`}`],
      functions: [],
      isGiven: given.has(usbId(identity)),
      // Two of the same ids, and nothing else to tell them apart.
      reason: twin && source.bus === undefined ? sentence : undefined,
    }
  })
}

function mediatedDevices({ devices }: Domain, host: HostFacts | undefined): readonly HostDevice[] {
  const given = new Set(
    (devices?.hostdevs ?? [])
      .filter(({ type }) => type === 'mdev')
      .map(({ source }) => source?.uuid?.toLowerCase()),
  )
  return mdevOffers(host).flatMap(({ parent, types, devices: there }) =>
    there.map(({ uuid, type }): HostDevice => {
      const id = uuid.toLowerCase()
      return {
        kind: 'mdev',
        id,
        title: types.find((one) => one.type === type)?.name ?? type ?? 'Mediated device',
        details: [id, `of ${deviceName(parent)}`],
        functions: [],
        isGiven: given.has(id),
        reason: undefined,
      }
    }),
  )
}

function pciGroups(domain: Domain, host: HostFacts | undefined): readonly HostGroup[] {
  const devices = host?.pci ?? []
  const given = givenFunctions(domain)
  const groups = iommuGroups(devices)
    .filter(({ selectable }) => selectable.length > 0)
    .map(({ id, selectable }) => ({ title: `IOMMU group ${id}`, functions: selectable }))
  const rest = withoutIommuGroup(devices).filter((device) => pciAssignability(device).assignable)
  return [...groups, ...(rest.length === 0 ? [] : [{ title: 'No IOMMU group known', functions: rest }])].map(
    ({ title, functions }) => ({
      title,
      devices: bySlot(functions).map((ofSlot) => hostDevice(ofSlot, host, given)),
    }),
  )
}

/** The functions of the host that a Domain has, as host devices or as network cards. */
function givenFunctions({ devices }: Domain): ReadonlySet<string> {
  const sources = [
    ...(devices?.hostdevs ?? []).filter(({ type }) => type === 'pci').map(({ source }) => source),
    ...(devices?.interfaces ?? []).filter(({ type }) => type === 'hostdev').map(({ source }) => source),
  ]
  return new Set(
    sources.flatMap(({ domain, bus, slot, function: number } = {}) => {
      const { address } = pciAddressFromParts({
        ...(domain === undefined ? {} : { domain }),
        ...(bus === undefined ? {} : { bus }),
        ...(slot === undefined ? {} : { slot }),
        ...(number === undefined ? {} : { function: number }),
      })
      return address === undefined ? [] : [formatPciAddress(address)]
    }),
  )
}

function bySlot(devices: readonly PciDevice[]): readonly (readonly [PciDevice, ...PciDevice[]])[] {
  const slots = new Map<string, [PciDevice, ...PciDevice[]]>()
  for (const device of devices) {
    const slot = formatPciAddress(device.address).slice(0, -2)
    const held = slots.get(slot)
    if (held === undefined) slots.set(slot, [device])
    else held.push(device)
  }
  return [...slots.values()]
}

/** A GPU speaks for its audio function. */
function hostDevice(
  functions: readonly [PciDevice, ...PciDevice[]],
  host: HostFacts | undefined,
  given: ReadonlySet<string>,
): HostDevice {
  const [first] = functions
  const main = functions.find(({ class_code }) => pciKind(class_code) === 'gpu') ?? first
  const ids = functions.map(({ address }) => formatPciAddress(address))
  return {
    kind: 'pci',
    id: formatPciAddress(first.address),
    title: deviceName(main),
    details: functions.map(
      (device) => `${shortAddress(formatPciAddress(device.address))} ${deviceName(device)}`,
    ),
    functions: ids,
    isGiven: ids.every((id) => given.has(id)),
    reason: functions
      .flatMap(({ address }) => whyNotAssignable(host, address, given))
      .find(({ firm }) => firm)?.sentence,
  }
}
