import { useState } from 'react'
import {
  deviceName,
  type Finding,
  formatPciAddress,
  type IommuGroup,
  iommuGroups,
  type PciDevice,
  type PciKind,
  pciAssignability,
  pciKind,
  withoutIommuGroup,
} from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { vmDocument } from '../../store.ts'
import {
  Button,
  Disclosure,
  FindingList,
  type GridColumn,
  type GridGroup,
  type GridRow,
  GridSelect,
  type IconName,
  Segments,
} from '../../ui/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { givenIds, hostdevsPath, withChosen } from './given.ts'
import { Listing } from './Listing.tsx'
import './hostdevs.css'

export interface PciPickerProps {
  readonly devices: readonly PciDevice[]
  readonly findings: readonly Finding[]
}

/** The host's PCI functions by IOMMU group; what is selected goes to the guest. */
export function PciPicker({ devices, findings }: PciPickerProps) {
  const [shown, setShown] = useState<PciKind | 'all'>('all')
  const [isReplacing, setReplacing] = useState(false)
  const hostdevs = useSpecItems(hostdevsPath)
  const given = givenIds(hostdevs)

  const groups = iommuGroups(devices)
  const rest = withoutIommuGroup(devices)
  const open = groups.filter(({ selectable }) => selectable.length > 0)
  const closed = groups.filter(({ selectable }) => selectable.length === 0)
  const kinds = kindNames.filter(([kind]) =>
    [...open.flatMap(({ selectable }) => selectable), ...rest].some((device) => isKind(device, kind)),
  )
  const kind = kinds.some(([one]) => one === shown) ? shown : 'all'
  const ofKind = (members: readonly PciDevice[]) =>
    kind === 'all' || members.some((device) => isKind(device, kind))
  const rows = [
    ...open.filter(({ selectable }) => ofKind(selectable)).map(openGroup),
    ...ungrouped(rest.filter((device) => ofKind([device]))),
  ]

  const choose = (chosen: ReadonlySet<string>) => {
    const next = withChosen(hostdevs, devices, chosen)
    const changed = devices.filter((device) => {
      const id = formatPciAddress(device.address)
      return chosen.has(id) !== given.has(id)
    })
    if (changed.length === 0) return
    const verb = next.length > hostdevs.length ? 'add' : 'remove'
    vmDocument.selectDevice(hostdevsPath, undefined)
    vmDocument.changeAll(
      [next.length === 0 ? { path: hostdevsPath } : { path: hostdevsPath, value: next }],
      `${verb} ${nameOfAll(changed)}`,
    )
  }

  return (
    <Section
      title="PCI devices"
      about={`${counted(devices.length, 'function')}${groups.length === 0 ? '' : ` in ${counted(groups.length, 'IOMMU group')}`}. A group goes to the guest as a whole.`}
    >
      <div className="pci-picker__bar">
        <Segments
          label="Kind"
          value={kind}
          onChange={setShown}
          segments={[{ value: 'all', label: 'All' }, ...kinds.map(([value, label]) => ({ value, label }))]}
        />
        <span className="pci-picker__listing">
          <Button
            size="small"
            tone="quiet"
            onPress={() => setReplacing(!isReplacing)}
            aria-expanded={isReplacing}
          >
            Another listing
          </Button>
          <Button size="small" tone="quiet" onPress={() => vmDocument.setListing(undefined)}>
            Forget it
          </Button>
        </span>
      </div>
      {isReplacing && <Listing findings={[]} onDone={() => setReplacing(false)} />}
      {findings.length > 0 && (
        <FindingList
          findings={findings.map(({ severity, message, position }, index) => ({
            id: String(index),
            severity,
            message: position === undefined ? message : `Line ${position.line}: ${message}`,
          }))}
        />
      )}
      <GridSelect
        label="PCI devices by IOMMU group"
        nameLabel="Device"
        columns={devices.some(({ driver }) => driver !== undefined) ? [...columns, driverColumn] : columns}
        groups={rows}
        selected={given}
        onChange={choose}
      />
      {closed.length > 0 && (
        <Disclosure
          title="Stay with the host"
          remember="hostdevs.closed"
          summary={`${counted(closed.length, 'group')}: bridges, and what cannot be parted from them`}
        >
          <ul className="pci-picker__closed">
            {closed.map((group) => (
              <ClosedGroup key={group.id} group={group} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

const columns: readonly GridColumn[] = [
  { label: 'Address', mono: true },
  { label: 'Ids', mono: true },
]
const driverColumn: GridColumn = { label: 'Driver', mono: true }

const kindNames: readonly (readonly [PciKind, string])[] = [
  ['gpu', 'GPU'],
  ['audio', 'Audio'],
  ['network', 'Network'],
  ['nvme', 'NVMe'],
  ['storage', 'Storage'],
  ['usb-controller', 'USB'],
  ['other', 'Other'],
]

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

function isKind(device: PciDevice, kind: PciKind): boolean {
  return pciKind(device.class_code) === kind
}

/** `01:00.0`; the domain only where it is not the usual one. */
function shortAddress({ address }: PciDevice): string {
  const text = formatPciAddress(address)
  return text.startsWith('0000:') ? text.slice(5) : text
}

function rowOf(device: PciDevice): GridRow {
  const answer = pciAssignability(device)
  return {
    id: formatPciAddress(device.address),
    name: deviceName(device),
    icon: kindIcons[pciKind(device.class_code)],
    cells: [shortAddress(device), `${device.vendor_id}:${device.device_id}`, device.driver ?? '–'],
    disabledReason: answer.assignable ? undefined : answer.reason,
  }
}

function openGroup(group: IommuGroup): GridGroup {
  return {
    id: String(group.id),
    label: `Group ${group.id}`,
    detail: group.sentence,
    rows: group.devices.map(rowOf),
  }
}

function ungrouped(devices: readonly PciDevice[]): readonly GridGroup[] {
  if (devices.length === 0) return []
  return [
    {
      id: 'none',
      label: 'No group known',
      detail: 'the listing has none; what goes together is not known',
      rows: devices.map(rowOf),
    },
  ]
}

function ClosedGroup({ group }: { readonly group: IommuGroup }) {
  return (
    <li>
      <p className="pci-picker__group">
        Group {group.id} <span>{group.sentence}</span>
      </p>
      {group.devices.map((device) => (
        <p key={formatPciAddress(device.address)} className="pci-picker__device">
          {deviceName(device)} <code>{shortAddress(device)}</code>
        </p>
      ))}
      {group.reason !== undefined && <p className="pci-picker__reason">{group.reason}</p>}
    </li>
  )
}

/** The GPU speaks for its audio function. */
function nameOfAll(devices: readonly PciDevice[]): string {
  const gpus = devices.filter((device) => isKind(device, 'gpu'))
  const slots = new Set(devices.map(({ address }) => `${address.domain}:${address.bus}:${address.slot}`))
  const first = gpus[0] ?? devices[0]
  if (first === undefined) return 'nothing'
  return slots.size > 1 ? counted(devices.length, 'PCI device') : deviceName(first)
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`
}
