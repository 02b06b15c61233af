/** What the mainboard keeps for itself on bus 0. `qemuDomainValidateDevicePCISlotsPIIX3` and `…Q35`. */
import type { Address } from '../domain/index.ts'
import { type Draft, own, placed, placeItems } from './draft.ts'
import { type PciBuses, pciAddress } from './pci-buses.ts'
import { wantsPlace } from './pci-devices.ts'
import { videoWant } from './pci-wants.ts'

export function placeChipset(draft: Draft, buses: PciBuses): void {
  if (draft.machine.board === 'pc') placePiix(draft, buses)
  else if (draft.machine.board === 'q35') placeIch9(draft, buses)
}

/** ISA, IDE, USB and power management are the functions of slot 1; slot 2 is for the screen. */
function placePiix(draft: Draft, buses: PciBuses): void {
  for (const part of [0, 1, 2, 3]) buses.reserve(1, part)
  placeItems(draft, 'controllers', (one) => {
    if (one.index !== 0 || !wantsPlace(one)) return undefined
    if (one.type === 'usb' && one.model === 'piix3-uhci') return pciAddress(0, 1, 2)
    return one.type === 'ide' ? pciAddress(0, 1, 1) : undefined
  })
  placeScreen(draft, buses, 2)
}

/** ISA, SATA and SMBus are in slot 1f; USB 2, sound and a bridge have slots that they take if they can. */
function placeIch9(draft: Draft, buses: PciBuses): void {
  placeItems(draft, 'controllers', (one) => {
    const { type, model } = one
    if (type === 'sata' && one.index === 0 && wantsPlace(one)) return pciAddress(0, 0x1f, 2)
    if (!wantsPlace(one)) return undefined
    if (type === 'usb' && model === 'ich9-uhci1') {
      const address = takeSlot(buses, 0x1d) ?? takeSlot(buses, 0x1a)
      return address === undefined ? undefined : { ...address, multifunction: true }
    }
    return type === 'pci' && model === 'dmi-to-pci-bridge' ? takeSlot(buses, 0x1e) : undefined
  })
  for (const part of [0, 2, 3]) buses.reserve(0x1f, part)
  // The PCI half of an AMD IOMMU takes the first slot that is free when it comes, and it comes first.
  if (draft.devices.iommu?.model === 'amd') buses.reserve(1, 0)
  placeScreen(draft, buses, 1)
  placeItems(draft, 'sound', (one) =>
    one.model === 'ich9' && wantsPlace(one) ? takeSlot(buses, 0x1b) : undefined,
  )
}

/** The firmware looks for the first screen where QEMU itself would put it. */
function placeScreen(draft: Draft, buses: PciBuses, slot: number): void {
  const { video = [] } = draft.devices
  const at = Math.max(
    0,
    video.findIndex(({ primary }) => primary === true),
  )
  const first = video[at]
  if (first === undefined || !wantsPlace(first) || videoWant(first) === 0) return
  const address = takeSlot(buses, slot)
  if (address !== undefined) own(draft, 'video')[at] = placed(first, address)
}

function takeSlot(buses: PciBuses, slot: number): Address | undefined {
  if (!buses.isFree(0, slot)) return undefined
  buses.take(0, slot, 0)
  return pciAddress(0, slot, 0)
}
