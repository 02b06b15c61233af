import { comparePciAddresses, formatPciAddress, type PciDevice, pciKind } from '../../host/index.ts'
import { giveFix, givenFunctions, isHeldByHost, nameOf } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.slot-partial',
  title: 'A graphics card without its other functions',
  severity: 'warning',
  source:
    'A card has its HDMI sound and its USB-C port as functions beside the picture, which are reset together (Linux, Documentation/driver-api/vfio.rst) and belong to one IOMMU group; not seen in the lab, which has no IOMMU',
  *check(context) {
    const given = givenFunctions(context)
    const taken = new Set(given.map(({ address }) => address))
    for (const { path, device } of given) {
      if (device === undefined || pciKind(device.class_code) !== 'gpu') continue
      // A slice of a card has other slices in its slot, and goes alone.
      if (device.physical_function !== undefined) continue
      // What the host drives in the same group is host.group-partial's.
      const missing = (context.host?.pci ?? []).filter(
        (one) =>
          isOfCard(one, device) &&
          !taken.has(formatPciAddress(one.address)) &&
          !(isSameGroup(one, device) && isHeldByHost(one)),
      )
      if (missing.length === 0) continue
      yield {
        at: path,
        message: `${nameOf(device)} goes to the guest without ${missing.map(nameOf).join(', ')}, ${missing.length === 1 ? 'a function' : 'functions'} of the same card. Give the card as a whole: its functions are reset together, and a driver of the host that keeps one keeps the card.`,
        fix: giveFix(context, 'Give the whole card', missing),
      }
    }
  },
}

/**
 * Sound, USB-C and its controller in the slot of a card. In an APU the processor's own USB and sound stand beside the
 * picture: they are in other groups, and only the sound of the screen, function 1, goes with it.
 */
function isOfCard(one: PciDevice, card: PciDevice): boolean {
  const { domain, bus, slot } = card.address
  const isInSlot = one.address.domain === domain && one.address.bus === bus && one.address.slot === slot
  if (!isInSlot || comparePciAddresses(one.address, card.address) === 0) return false
  const code = one.class_code.toLowerCase()
  const isSound = code === '0403'
  const areGroupsKnown = one.iommu_group !== undefined && card.iommu_group !== undefined
  if (areGroupsKnown && !isSameGroup(one, card)) return isSound && one.address.function === 1
  return isSound || code === '0c03' || code === '0c80'
}

function isSameGroup(one: PciDevice, other: PciDevice): boolean {
  return one.iommu_group !== undefined && one.iommu_group === other.iommu_group
}
