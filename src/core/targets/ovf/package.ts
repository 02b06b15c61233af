/** The files and disks of a package, by the names that the items of a VM call them. */
import type { XmlElement } from '../../xml/index.ts'
import { allBelow, childOf, childrenOf, numberOf, said } from '../desktop/index.ts'
import { bytesOf } from './units.ts'

export interface PackageDisk {
  /** Undefined for one that is empty, to be made. */
  readonly href: string | undefined
  /** gzip. */
  readonly compression: string | undefined
  readonly format: string | undefined
  readonly isStream: boolean
  /** Bytes. */
  readonly size: number | undefined
}

export interface Package {
  readonly files: ReadonlyMap<string, string>
  readonly disks: ReadonlyMap<string, PackageDisk>
  /** The configuration that holds where nobody chooses one. */
  readonly configuration: string | undefined
}

export function packageOf(root: XmlElement | undefined): Package {
  const elements = childrenOf(childOf(root, 'References'), 'File')
  const byId = new Map(elements.map((one) => [said(one, 'id') ?? '', one]))
  const disks = new Map(
    childrenOf(childOf(root, 'DiskSection'), 'Disk').map((disk) => [
      said(disk, 'diskId') ?? '',
      diskOf(disk, byId.get(said(disk, 'fileRef') ?? '')),
    ]),
  )
  const configurations = allBelow(childOf(root, 'DeploymentOptionSection'), 'Configuration')
  const usual = configurations.find((one) => said(one, 'default') === 'true') ?? configurations[0]
  return {
    files: new Map(elements.map((one) => [said(one, 'id') ?? '', said(one, 'href') ?? ''])),
    disks,
    configuration: said(usual, 'id'),
  }
}

function diskOf(disk: XmlElement, file: XmlElement | undefined): PackageDisk {
  const kind = said(disk, 'format') ?? ''
  const capacity = numberOf(said(disk, 'capacity'))
  return {
    href: said(file, 'href'),
    compression: said(file, 'compression'),
    format: formatOf(kind),
    isStream: kind.includes('streamOptimized') || kind.endsWith('#compressed'),
    size:
      capacity === undefined ? undefined : bytesOf(capacity, said(disk, 'capacityAllocationUnits') ?? 'byte'),
  }
}

/** A format is named by the address of its specification. */
function formatOf(kind: string): string | undefined {
  const known = ['vmdk', 'vdi', 'vhdx', 'qcow2'].find((word) => kind.toLowerCase().includes(word))
  if (known !== undefined) return known
  return /vhd|virtual-?hard-?disk/i.test(kind) ? 'vpc' : undefined
}
