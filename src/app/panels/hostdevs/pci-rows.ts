/** PCI functions of the host as rows of a grid. */

import {
  deviceName,
  formatPciAddress,
  type HostFacts,
  type PciDevice,
  type PciKind,
  pciAssignability,
  pciKind,
  whyNotAssignable,
} from '../../core.ts'
import type { GridColumn, GridRow, IconName } from '../../ui/index.ts'
import { t, translated } from '../../words/index.ts'

const kindIcons: Readonly<Record<PciKind, IconName>> = {
  gpu: 'display',
  audio: 'sound',
  network: 'network',
  nvme: 'disk',
  storage: 'disk',
  'usb-controller': 'usb',
  bridge: 'link',
  other: 'pci',
}

interface PciColumn extends GridColumn {
  /** True when the column says something about these functions. */
  readonly tells: (devices: readonly PciDevice[]) => boolean
  readonly cellOf: (device: PciDevice) => string
}

const allColumns: readonly PciColumn[] = [
  { label: t`Address`, mono: true, tells: () => true, cellOf: shortAddress },
  {
    label: t`Ids`,
    mono: true,
    tells: () => true,
    cellOf: ({ vendor_id, device_id }) => `${vendor_id}:${device_id}`,
  },
  {
    label: t`Driver`,
    mono: true,
    tells: (devices) => devices.some(({ driver }) => driver !== undefined),
    cellOf: ({ driver }) => driver ?? '–',
  },
  {
    label: t`Node`,
    tells: (devices) => new Set(devices.map(({ numa_node }) => numa_node ?? 0)).size > 1,
    cellOf: ({ numa_node }) => (numa_node === undefined ? '–' : String(numa_node)),
  },
  {
    label: t`Reset`,
    tells: (devices) => devices.some(({ reset_methods }) => reset_methods !== undefined),
    cellOf: ({ reset_methods }) =>
      reset_methods === undefined ? '–' : reset_methods.length === 0 ? 'none' : reset_methods.join(', '),
  },
]

/** The columns that say something about these functions, and the rows that have them; `given` go to the guest. */
export function pciRows(
  devices: readonly PciDevice[],
  host: HostFacts | undefined,
  given: ReadonlySet<string>,
) {
  const columns = allColumns.filter(({ tells }) => tells(devices))
  const rowOf = (device: PciDevice): GridRow => ({
    id: formatPciAddress(device.address),
    name: deviceName(device),
    icon: kindIcons[pciKind(device.class_code)],
    cells: columns.map(({ cellOf }) => cellOf(device)),
    ...whatStandsAgainst(device, host, given),
  })
  return { columns, rowOf }
}

/** Why a function can't go, or what its going costs. */
function whatStandsAgainst(
  device: PciDevice,
  host: HostFacts | undefined,
  given: ReadonlySet<string>,
): Pick<GridRow, 'disabledReason' | 'note'> {
  const answer = pciAssignability(device)
  if (!answer.assignable) return { disabledReason: answer.reason }
  const obstacles = whyNotAssignable(host, device.address, given)
  const firm = obstacles.find((obstacle) => obstacle.firm)
  if (firm !== undefined) return { disabledReason: translated(firm.sentence) }
  const costs = obstacles.map(({ sentence }) => sentence).join(' ')
  return costs === '' ? {} : { note: costs }
}

/** `01:00.0`; the domain only where it is not the usual one. */
export function shortAddress({ address }: Pick<PciDevice, 'address'>): string {
  const text = formatPciAddress(address)
  return text.startsWith('0000:') ? text.slice(5) : text
}
