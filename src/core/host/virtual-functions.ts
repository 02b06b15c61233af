/** What a PCI function of the host can be divided into: SR-IOV virtual functions and mediated devices. */
import { shellWord } from '../text/index.ts'
import type { HostFacts, HostMdev } from './facts.ts'
import { comparePciAddresses, formatPciAddress } from './pci-address.ts'
import type { PciDevice } from './pci-device.ts'
import { counted, known } from './readers/reader.ts'

/** A function with virtual functions. */
export interface SriovOffer {
  readonly parent: PciDevice
  readonly most: number
  readonly now: number
  /** Those that are known, in address order. */
  readonly functions: readonly PciDevice[]
  /** Makes them: run as root. */
  readonly command: string
  readonly sentence: string
}

/** A function that mediated devices can be made of. */
export interface MdevOffer {
  readonly parent: PciDevice
  readonly types: readonly {
    readonly type: string
    readonly name?: string
    readonly available?: number
    /** Makes one; `$UUID` stands for a new uuid. */
    readonly command: string
  }[]
  /** Those that are there. */
  readonly devices: readonly HostMdev[]
}

/** Functions that can have or have virtual functions. */
export function sriovOffers(facts: HostFacts | undefined): readonly SriovOffer[] {
  const devices = facts?.pci ?? []
  const children = new Map<string, PciDevice[]>()
  for (const device of devices) {
    if (device.physical_function === undefined) continue
    const key = formatPciAddress(device.physical_function)
    children.set(key, [...(children.get(key) ?? []), device])
  }
  return devices.flatMap((parent) => {
    const address = formatPciAddress(parent.address)
    const functions = (children.get(address) ?? []).sort((a, b) => comparePciAddresses(a.address, b.address))
    if ((parent.sriov?.most ?? 0) === 0 && functions.length === 0) return []
    const now = Math.max(parent.sriov?.now ?? 0, functions.length)
    const most = Math.max(parent.sriov?.most ?? 0, now)
    const command = `echo ${now === 0 ? Math.min(most, 4) : now} > /sys/bus/pci/devices/${address}/sriov_numvfs`
    const sentence = `${counted(now, 'virtual function')} of ${most}; each can go to a guest while the host keeps the card.`
    return [{ parent, most, now, functions, command, sentence }]
  })
}

/** Functions that mediated devices can be made of, and mediated devices that are there. */
export function mdevOffers(facts: HostFacts | undefined): readonly MdevOffer[] {
  return (facts?.pci ?? []).flatMap((parent) => {
    const address = formatPciAddress(parent.address)
    const devices = (facts?.mdevs ?? []).filter((mdev) => mdev.parent === address)
    const types = (parent.mdev_types ?? []).map((type) => ({
      type: type.type,
      ...known('name', type.name),
      ...known('available', type.available),
      command: `mdevctl start --uuid "$UUID" --parent ${address} --type ${shellWord(type.type)}`,
    }))
    return types.length === 0 && devices.length === 0 ? [] : [{ parent, types, devices }]
  })
}
