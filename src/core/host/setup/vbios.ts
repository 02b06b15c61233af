/**
 * The ROM of a graphics card as a file, which the guest is shown in place of the card's own. Sources: Linux,
 * Documentation/PCI/sysfs-pci.rst, "rom"; the Arch wiki's "PCI passthrough via OVMF", UEFI (OVMF) compatibility in VBIOS.
 */
import type { Domain } from '../../domain/index.ts'
import type { HostFacts } from '../facts.ts'
import { comparePciAddresses, formatPciAddress, pciAddressFromParts } from '../pci-address.ts'
import { pciKind } from '../pci-kind.ts'
import type { SetupStep } from './step.ts'

/** One card whose ROM is wanted as a file. */
export interface RomDump {
  /** `0000:01:00.0` */
  readonly address: string
  /** Where the design looks for it. */
  readonly file: string
}

/** Passed-through graphics cards, or what may be one, for which the design names a file with their ROM. */
export function romDumps(facts: HostFacts | undefined, domain: Domain): readonly RomDump[] {
  return (domain.devices?.hostdevs ?? []).flatMap(({ type, source, rom }): RomDump[] => {
    const { domain: number = '0x0000', bus, slot, function: fn } = source ?? {}
    if (type !== 'pci' || rom?.file === undefined || bus === undefined) return []
    const { address } = pciAddressFromParts({
      domain: number,
      bus,
      slot: slot ?? '0x0',
      function: fn ?? '0x0',
    })
    if (address === undefined) return []
    const device = facts?.pci?.find((one) => comparePciAddresses(one.address, address) === 0)
    if (device !== undefined && pciKind(device.class_code) !== 'gpu') return []
    return [{ address: formatPciAddress(address), file: rom.file }]
  })
}

/** The dump itself is a script of the bundle: it is made once, by hand, while the card is idle. */
export function vbiosStep(facts: HostFacts | undefined, domain: Domain): SetupStep | undefined {
  const dumps = romDumps(facts, domain)
  if (dumps.length === 0) return undefined
  const cards = dumps.map(({ address }) => address).join(', ')
  return {
    id: 'vbios',
    title: 'Make the file with the card’s ROM',
    why: `The design shows the guest a ROM of its own for ${cards}, and QEMU does not start without that file. Where it is not there, the script dump-vbios.sh of the bundle reads it from the card, best right after the host’s start and with no program on the card.`,
    files: [],
    commands: ['# sudo ./dump-vbios.sh'],
  }
}
