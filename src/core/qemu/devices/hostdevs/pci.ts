/** PCI functions of the host. libvirt manual, PCI host devices; QEMU manual, VFIO. */
import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { formatPciAddress, pciAddressFromParts } from '../../../host/index.ts'
import { type Build, bootIndexOf, hasQemu, leftOut, report } from '../../build/index.ts'
import { object, placedDevice } from '../../writing/index.ts'
import { vfioPci } from './hostdev-properties.ts'

/** The PCI address of the host as QEMU wants it, `0000:01:00.0`. */
export function pciAddressOf(
  build: Build,
  source:
    | {
        readonly domain?: string | undefined
        readonly bus?: string | undefined
        readonly slot?: string | undefined
        readonly function?: string | undefined
      }
    | undefined,
  path: Path,
): string | undefined {
  const parts: Record<string, string> = {}
  for (const name of ['domain', 'bus', 'slot', 'function'] as const) {
    const part = source?.[name]
    // libvirt reads `bus='222'` as decimal, where the reader of parts takes hexadecimal.
    if (part !== undefined) parts[name] = /^[1-9]\d*$/.test(part) ? `0x${Number(part).toString(16)}` : part
  }
  const { address, findings } = pciAddressFromParts(parts)
  if (address !== undefined) return formatPciAddress(address)
  report(
    build,
    'qemu.text',
    path,
    `The device is left out: ${findings[0]?.message ?? 'it has no PCI address.'}`,
    'warning',
  )
  return undefined
}

/** QEMU does not take a device from its driver: libvirt does when it is managed. */
export function renderPciHostdev(build: Build, one: Hostdev, id: string, path: Path): void {
  const host = pciAddressOf(build, one.source, [...path, 'source'])
  if (host === undefined) return
  if (one.address?.type === 'unassigned') {
    report(
      build,
      'qemu.host-setup',
      path,
      `The guest does not get ${host}: it is only kept from the host. Bind it to vfio-pci before the start.`,
    )
    return
  }
  placedDevice(build, one.ramfb === 'on' ? 'vfio-pci-nohotplug' : 'vfio-pci', path, vfioPci, one, {
    host,
    id,
    iommufd: iommufdOf(build, one, path),
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
  if (one.teaming?.type === 'persistent')
    leftOut(build, [...path, 'teaming'], 'teaming is left out: a passed-through card is the transient one.')
  report(
    build,
    'qemu.host-setup',
    path,
    `Bind ${host} to vfio-pci before the start, with all of its IOMMU group: libvirt does that by itself, QEMU does not.`,
  )
}

/** One object serves all devices. */
export function iommufdOf(
  build: Build,
  { driver }: { readonly driver?: { readonly iommufd?: boolean | undefined } | undefined },
  path: Path,
): string | undefined {
  if ((driver?.iommufd ?? build.domain.iommufd?.enabled) !== true) return undefined
  if (!hasQemu(build, '9.0')) {
    leftOut(
      build,
      [...path, 'driver', 'iommufd'],
      'IOMMUFD is left out: it needs QEMU 9.0. The older interface does the same.',
    )
    return undefined
  }
  if (!build.present.has('iommufd')) {
    object(build, 'iommufd', [...path, 'driver', 'iommufd'], { id: 'iommufd0' })
    build.present.add('iommufd')
  }
  return 'iommufd0'
}
