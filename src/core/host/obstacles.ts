/** What stands against giving a PCI function of the host to a guest. */
import type { HostFacts } from './facts.ts'
import { iommuGroups, iommuIsOn } from './iommu-groups.ts'
import { comparePciAddresses, formatPciAddress, type PciAddress } from './pci-address.ts'
import type { PciDevice } from './pci-device.ts'
import { pciAssignability, pciKind } from './pci-kind.ts'

export interface Obstacle {
  readonly kind:
    | 'class'
    | 'group'
    | 'no-group'
    | 'iommu-off'
    | 'boot-disk'
    | 'mounted'
    | 'default-route'
    | 'only-gpu'
    | 'boot-display'
    | 'no-reset'
    | 'sriov-parent'
  /** True when it cannot go at all; false when it can and costs something. */
  readonly firm: boolean
  /** A sentence for the page. */
  readonly sentence: string
}

/** Places that the host cannot start or go on without. */
const vital = new Set([
  '/',
  '/boot',
  '/boot/efi',
  '/efi',
  '/usr',
  '/var',
  '/nix',
  '/nix/store',
  '/ostree',
  '/sysroot',
])

/**
 * Why a function cannot go, or what its going costs; the firm reasons first.
 * @param given what goes to the guest already, as `formatPciAddress` writes it: cards among it are none that the host
 *   is left with
 * @returns empty when nothing is known against it, also when the function is not known
 */
export function whyNotAssignable(
  facts: HostFacts | undefined,
  address: PciAddress,
  given: ReadonlySet<string> = new Set(),
): readonly Obstacle[] {
  const device = facts?.pci?.find((one) => comparePciAddresses(one.address, address) === 0)
  if (facts === undefined || device === undefined) return []
  const found = [
    ...ofClass(device),
    ...ofGroup(facts, device),
    ...ofUse(facts, device),
    ...ofDisplay(facts, device, given),
    ...ofRest(facts, device),
  ]
  return [...found.filter(({ firm }) => firm), ...found.filter(({ firm }) => !firm)]
}

function ofClass(device: PciDevice): Obstacle[] {
  const answer = pciAssignability(device)
  return answer.assignable ? [] : [{ kind: 'class', firm: true, sentence: answer.reason }]
}

function ofGroup(facts: HostFacts, device: PciDevice): Obstacle[] {
  if (iommuIsOn(facts) === false) {
    const sentence =
      'The IOMMU is off: switch it on in the firmware (VT-d, AMD-Vi) and on the kernel command line.'
    return [{ kind: 'iommu-off', firm: true, sentence }]
  }
  const groups = facts.pci ?? []
  if (device.iommu_group === undefined) {
    // Where other functions have groups, one without is out of the IOMMU's reach.
    if (!groups.some((one) => one.iommu_group !== undefined)) return []
    const sentence = 'It is in no IOMMU group, so its memory accesses cannot be confined.'
    return [{ kind: 'no-group', firm: true, sentence }]
  }
  const group = iommuGroups(groups.filter((one) => one.iommu_group === device.iommu_group))[0]
  if (group?.reason === undefined || !pciAssignability(device).assignable) return []
  return [{ kind: 'group', firm: true, sentence: group.reason }]
}

/** Disks and interfaces of the host that hang on the function, as the probe found them. */
function ofUse(facts: HostFacts, device: PciDevice): Obstacle[] {
  const address = formatPciAddress(device.address)
  const mounts = new Set<string>()
  for (const use of device.in_use ?? [])
    if (use.startsWith('mounted at ')) mounts.add(use.slice('mounted at '.length))
  for (const disk of facts.block_devices ?? []) {
    if (disk.pci === address) for (const mount of disk.mounts ?? []) mounts.add(mount)
  }
  const swap = mounts.delete('swap')
  const needed = [...mounts].filter((mount) => vital.has(mount))
  const others = [...mounts].filter((mount) => !vital.has(mount))
  const routes =
    device.in_use?.includes('default route') === true ||
    facts.network_devices?.some((one) => one.pci === address && one.default_route === true) === true
  const found: Obstacle[] = []
  if (needed.length > 0) {
    const sentence = `The host runs from this: ${listed(needed)} ${needed.length === 1 ? 'is' : 'are'} mounted from it.`
    found.push({ kind: 'boot-disk', firm: true, sentence })
  }
  if (others.length > 0 || swap) {
    const what = [...others, ...(swap ? ['swap'] : [])]
    const sentence = `The host has ${listed(what)} on it: unmount first, or the files are lost to it while the guest runs.`
    found.push({ kind: 'mounted', firm: false, sentence })
  }
  if (routes) {
    const sentence =
      'The host reaches the network through this; without another way it is cut off while the guest runs.'
    found.push({ kind: 'default-route', firm: false, sentence })
  }
  return found
}

function ofDisplay(facts: HostFacts, device: PciDevice, given: ReadonlySet<string>): Obstacle[] {
  if (pciKind(device.class_code) !== 'gpu') return []
  // A card in the hands of vfio-pci is none that the host shows anything with.
  const cards = (facts.pci ?? []).filter(
    (one) => pciKind(one.class_code) === 'gpu' && one.physical_function === undefined,
  )
  const others = cards.filter(
    (one) => comparePciAddresses(one.address, device.address) !== 0 && one.driver !== 'vfio-pci',
  )
  if (others.length === 0 && device.driver !== 'vfio-pci' && device.physical_function === undefined) {
    const sentence =
      'It is the host’s only graphics card: the screen goes dark while the guest runs, and hooks have to free the card and take it back.'
    return [{ kind: 'only-gpu', firm: false, sentence }]
  }
  if (others.length > 0 && others.every((one) => given.has(formatPciAddress(one.address)))) {
    const sentence =
      'The other graphics cards go to the guest too, and none is left to the host: its screen goes dark while the guest runs, and hooks have to free the cards and take them back.'
    return [{ kind: 'only-gpu', firm: false, sentence }]
  }
  if (device.boot_vga === true || device.in_use?.includes('display') === true) {
    const what =
      device.boot_vga === true
        ? 'The firmware starts on this card'
        : 'A screen of the host hangs on this card'
    const sentence = `${what}: choose another in the firmware and plug the screen in there, or the driver may not let it go.`
    return [{ kind: 'boot-display', firm: false, sentence }]
  }
  return []
}

function ofRest(facts: HostFacts, device: PciDevice): Obstacle[] {
  const found: Obstacle[] = []
  // A bridge has no reset of this kind, and needs none.
  if (device.reset_methods?.length === 0 && pciAssignability(device).assignable) {
    const sentence =
      'It cannot be reset: after the guest stops, it may not work again until the host is restarted.'
    found.push({ kind: 'no-reset', firm: false, sentence })
  }
  const children = (facts.pci ?? []).filter(
    (one) =>
      one.physical_function !== undefined && comparePciAddresses(one.physical_function, device.address) === 0,
  ).length
  if (children > 0 || (device.sriov?.now ?? 0) > 0) {
    const sentence = 'It has virtual functions, which go away with it; give one of those instead.'
    found.push({ kind: 'sriov-parent', firm: false, sentence })
  }
  return found
}

/** At most three by name. */
function listed(words: readonly string[]): string {
  const shown = words.slice(0, 3).join(', ')
  return words.length > 3 ? `${shown} and ${words.length - 3} more` : shown
}
