/**
 * PCI functions by IOMMU group: the unit that VFIO gives to a guest. libvirt says "group N is not viable" when a
 * function of a group is still driven by the host.
 */
import type { HostFacts } from './facts.ts'
import { comparePciAddresses, formatPciAddress } from './pci-address.ts'
import type { PciDevice } from './pci-device.ts'
import { keepsGroup, pciAssignability } from './pci-kind.ts'

/** One IOMMU group of the host. */
export interface IommuGroup {
  /** The number below /sys/kernel/iommu_groups. */
  readonly id: number
  /** All functions of the group, in address order. */
  readonly devices: readonly PciDevice[]
  /** The functions that a guest can get; they go together. Empty when none can. */
  readonly selectable: readonly PciDevice[]
  /** True when the group is one device (all its functions in one slot) and nothing else. */
  readonly isolated: boolean
  /** Why nothing of the group can go to a guest; missing when something can. */
  readonly reason?: string
  /** The group in a few words, for its heading: "2 functions · isolated". */
  readonly sentence: string
}

/**
 * Whether the host's IOMMU is on. The kernel makes groups only where it is, so that one group proves it, whatever
 * another source said (virsh capabilities of a libvirt that was started before, a fact typed by hand).
 * @returns undefined when nothing tells
 */
export function iommuIsOn({ iommu, pci }: HostFacts): boolean | undefined {
  return pci?.some((device) => device.iommu_group !== undefined) === true ? true : iommu
}

/**
 * Sorts functions into their IOMMU groups.
 * @param devices functions of one host, in any order; those without a group are left to `withoutIommuGroup`
 * @returns the groups by number
 */
export function iommuGroups(devices: readonly PciDevice[]): IommuGroup[] {
  const byGroup = new Map<number, PciDevice[]>()
  for (const device of devices) {
    if (device.iommu_group === undefined) continue
    const members = byGroup.get(device.iommu_group)
    if (members === undefined) byGroup.set(device.iommu_group, [device])
    else members.push(device)
  }
  return [...byGroup].sort(([a], [b]) => a - b).map(([id, members]) => group(id, members))
}

/** The functions whose IOMMU group is not known, in address order. */
export function withoutIommuGroup(devices: readonly PciDevice[]): PciDevice[] {
  return devices.filter((device) => device.iommu_group === undefined).sort(byAddress)
}

function group(id: number, members: readonly PciDevice[]): IommuGroup {
  const devices = [...members].sort(byAddress)
  const candidates = devices.filter((device) => pciAssignability(device).assignable)
  const slots = new Set(devices.map(slotOf))
  const isolated = candidates.length === devices.length && slots.size === 1
  const count = devices.length === 1 ? '1 function' : `${devices.length} functions`
  if (candidates.length === 0) {
    const first = devices.map((device) => pciAssignability(device)).find((answer) => !answer.assignable)
    const reason =
      first === undefined || first.assignable ? 'Nothing in this group can go to a guest.' : first.reason
    return { id, devices, selectable: [], isolated, reason, sentence: `${count} · stays with the host` }
  }
  const blocker = devices.find(keepsGroup)
  if (blocker !== undefined) {
    const label = `${blocker.class_name || 'function'} ${formatPciAddress(blocker.address)}`
    const reason =
      `Group ${id} is not viable: the ${label} is in it, and a group goes to a guest as a whole or not at all. ` +
      (keepingReason(blocker) ?? '')
    return {
      id,
      devices,
      selectable: [],
      isolated,
      reason: reason.trim(),
      sentence: `${count} · held by the ${label}`,
    }
  }
  return {
    id,
    devices,
    selectable: candidates,
    isolated,
    sentence: `${count} · ${situation(devices, candidates)}`,
  }
}

function situation(devices: readonly PciDevice[], candidates: readonly PciDevice[]): string {
  const slots = new Set(candidates.map(slotOf)).size
  const words = slots > 1 ? [`${slots} devices that go together`] : []
  const staying = devices.length - candidates.length
  if (staying > 0) {
    const bridges = devices.every(
      (device) => candidates.includes(device) || device.class_code.startsWith('06'),
    )
    const noun = bridges ? 'bridge' : 'chipset function'
    words.push(staying === 1 ? `shared with a ${noun}` : `shared with ${staying} ${noun}s`)
  }
  return words.join(' · ') || 'isolated'
}

function keepingReason(device: PciDevice): string | undefined {
  const answer = pciAssignability(device)
  return answer.assignable ? undefined : answer.reason
}

function slotOf({ address }: PciDevice): string {
  return `${address.domain}:${address.bus}:${address.slot}`
}

function byAddress(a: PciDevice, b: PciDevice): number {
  return comparePciAddresses(a.address, b.address)
}
