import { useMemo, useState } from 'react'
import {
  deviceName,
  formatPciAddress,
  type IommuGroup,
  iommuGroups,
  type PciDevice,
  type PciKind,
  pciKind,
  withoutIommuGroup,
} from '../../core.ts'
import { openDialog } from '../../dialogs.ts'
import { Section } from '../../layout/index.ts'
import { useVmDocument } from '../../store.ts'
import { Button, Disclosure, type GridGroup, type GridRow, GridSelect, Segments } from '../../ui/index.ts'
import { counted, t, translated } from '../../words/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { changedOf, giveLists, nameOfAll } from './give.ts'
import { givenIds, hostdevsPath, withChosen } from './given.ts'
import { pciRows, shortAddress } from './pci-rows.ts'
import './hostdevs.css'

export interface PciPickerProps {
  /** Those that stand in the grid: without the virtual functions, which stand under their parent. */
  readonly devices: readonly PciDevice[]
}

/** The host's PCI functions by IOMMU group; what is selected goes to the guest. */
export function PciPicker({ devices }: PciPickerProps) {
  const [shown, setShown] = useState<PciKind | 'all'>('all')
  const host = useVmDocument((state) => state.host)
  const hostdevs = useSpecItems(hostdevsPath)
  const given = useMemo(() => givenIds(hostdevs), [hostdevs])
  const { columns, open, closed, rest } = useMemo(() => {
    const groups = iommuGroups(devices)
    const { columns, rowOf } = pciRows(devices, host, given)
    const withRows = groups.map((group) => ({ group, rows: group.devices.map(rowOf) }))
    const ungrouped = withoutIommuGroup(devices)
    return {
      columns,
      open: withRows.filter(({ group }) => group.selectable.length > 0),
      closed: groups.filter(({ selectable }) => selectable.length === 0),
      rest: { devices: ungrouped, rows: ungrouped.map(rowOf) },
    }
  }, [devices, host, given])

  const kinds = kindNames.filter(([kind]) =>
    [...open.flatMap(({ group }) => group.selectable), ...rest.devices].some((device) =>
      isKind(device, kind),
    ),
  )
  const kind = kinds.some(([one]) => one === shown) ? shown : 'all'
  const isShown = (device: PciDevice) => kind === 'all' || isKind(device, kind)
  const groups: readonly GridGroup[] = [
    ...open
      .filter(({ group }) => group.selectable.some(isShown))
      .map(({ group, rows }) => ({
        id: String(group.id),
        label: t`Group ${group.id}`,
        detail: translated(group.sentence),
        rows,
      })),
    ...ungrouped(rest.rows.filter((_, index) => rest.devices.slice(index, index + 1).some(isShown))),
  ]

  const choose = (chosen: ReadonlySet<string>) => {
    const changed = changedOf(devices, given, chosen)
    if (changed.length === 0) return
    const next = withChosen(hostdevs, devices, chosen)
    giveLists(
      { hostdevs: next },
      next.length > hostdevs.length ? t`add ${nameOfAll(changed)}` : t`remove ${nameOfAll(changed)}`,
    )
  }

  const groupCount = open.length + closed.length
  return (
    <Section
      title={t`PCI devices`}
      about={t`${counted(devices.length, 'function')}${groupCount === 0 ? '' : t` in ${counted(groupCount, 'IOMMU group')}`}. A group goes to the guest as a whole.`}
    >
      <div className="pci-picker__bar">
        <Segments
          label={t`Kind`}
          value={kind}
          onChange={setShown}
          segments={[{ value: 'all', label: t`All` }, ...kinds.map(([value, label]) => ({ value, label }))]}
        />
        <span className="pci-picker__listing">
          <Button
            size="small"
            tone="quiet"
            onPress={() => openDialog({ kind: 'host' })}
          >{t`What is known of the host`}</Button>
        </span>
      </div>
      <GridSelect
        label={t`PCI devices by IOMMU group`}
        nameLabel={t`Device`}
        columns={columns}
        groups={groups}
        selected={given}
        onChange={choose}
      />
      {closed.length > 0 && (
        <Disclosure
          title={t`Stay with the host`}
          remember="hostdevs.closed"
          summary={t`${counted(closed.length, 'group')}: bridges, and what cannot be parted from them`}
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

const kindNames: readonly (readonly [PciKind, string])[] = [
  ['gpu', 'GPU'],
  ['audio', 'Audio'],
  ['network', 'Network'],
  ['nvme', 'NVMe'],
  ['storage', 'Storage'],
  ['usb-controller', 'USB'],
  ['other', 'Other'],
]

function isKind(device: PciDevice, kind: PciKind): boolean {
  return pciKind(device.class_code) === kind
}

function ungrouped(rows: readonly GridRow[]): readonly GridGroup[] {
  if (rows.length === 0) return []
  return [
    {
      id: 'none',
      label: t`No group known`,
      detail: t`what was read has none; what goes together is not known`,
      rows,
    },
  ]
}

function ClosedGroup({ group }: { readonly group: IommuGroup }) {
  return (
    <li>
      <p className="pci-picker__group">
        {t`Group`} {group.id} <span>{translated(group.sentence)}</span>
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
