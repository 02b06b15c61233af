/** The IOMMU listing and what lspci prints, out of the lines of a paste. */
import type { Finding } from '../../finding.ts'
import { iommuGroups } from '../iommu-groups.ts'
import { readIommuListing } from '../iommu-listing.ts'
import type { PciDevice } from '../pci-device.ts'
import { pciKind } from '../pci-kind.ts'
import { counted, type HostLine, type ReaderResult } from './reader.ts'

/** Reads the lines; positions of findings are lines of the paste. */
export function readPciText(lines: readonly HostLine[]): ReaderResult {
  const first = lines[0]?.line ?? 1
  const { devices, findings } = readIommuListing(lines.map(({ text }) => text).join('\n'))
  const moved = findings.map((finding) => {
    const { position } = finding
    if (position === undefined) return finding
    const line = lines[position.line - 1]?.line ?? first
    return {
      ...finding,
      position: { ...position, line, ...(position.endLine === undefined ? {} : { endLine: line }) },
    }
  })
  return pciResult(devices, moved)
}

/** What functions of any form of listing come to. */
export function pciResult(devices: readonly PciDevice[], findings: readonly Finding[]): ReaderResult {
  const grouped = devices.some(({ iommu_group: group }) => group !== undefined)
  return {
    kind: grouped ? 'iommu-listing' : 'lspci',
    title: titleOf(devices, grouped),
    summary: summaryOf(devices),
    // Groups are there only when the IOMMU is on; without them nothing is known.
    facts: devices.length === 0 ? {} : { ...(grouped ? { iommu: true } : {}), pci: [...devices] },
    findings,
  }
}

function titleOf(devices: readonly PciDevice[], grouped: boolean): string {
  if (grouped) return 'IOMMU listing'
  return devices.some(({ driver, modules }) => driver !== undefined || modules !== undefined)
    ? 'lspci -nnk'
    : 'lspci -nn'
}

function summaryOf(devices: readonly PciDevice[]): string {
  const groups = iommuGroups(devices).length
  const cards = devices.filter((device) => pciKind(device.class_code) === 'gpu').length
  return [
    counted(devices.length, 'function'),
    ...(groups === 0 ? [] : [counted(groups, 'group')]),
    ...(cards === 0 ? [] : [counted(cards, 'graphics card')]),
  ].join(', ')
}
