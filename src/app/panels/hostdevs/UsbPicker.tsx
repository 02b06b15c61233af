import type { UsbIdentity } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { type GridColumn, type GridGroup, GridSelect } from '../../ui/index.ts'
import { counted, t, translated } from '../../words/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { giveLists } from './give.ts'
import { hostdevsPath, newUsb, usbListedAs } from './given.ts'

/** The host's USB devices by bus; those that are alike are told apart by their port. */
export function UsbPicker({ identities }: { readonly identities: readonly UsbIdentity[] }) {
  const hostdevs = useSpecItems(hostdevsPath)
  const idOf = (identity: UsbIdentity | undefined) =>
    identity === undefined ? '' : String(identities.indexOf(identity))
  const given = new Set(
    hostdevs.flatMap((hostdev) => {
      const identity = usbListedAs(hostdev, identities)
      return identity === undefined ? [] : [idOf(identity)]
    }),
  )
  const choose = (chosen: ReadonlySet<string>) => {
    const changed = identities.filter((identity) => chosen.has(idOf(identity)) !== given.has(idOf(identity)))
    const [first] = changed
    if (first === undefined) return
    const kept = hostdevs.filter((hostdev) => {
      const identity = usbListedAs(hostdev, identities)
      return identity === undefined || chosen.has(idOf(identity))
    })
    const added = changed.filter((identity) => chosen.has(idOf(identity))).map(newUsb)
    const what = changed.length === 1 ? first.title : counted(changed.length, 'USB device')
    giveLists({ hostdevs: [...kept, ...added] }, added.length > 0 ? t`add ${what}` : t`remove ${what}`)
  }
  const twins = identities.filter(({ twin }) => twin).length
  return (
    <Section
      title={t`USB devices`}
      about={t`${counted(identities.length, 'device')}${twins > 0 ? t`, ${twins} of them alike: told apart by their port` : ''}. A controller among the PCI devices brings all its ports.`}
    >
      <GridSelect
        label={t`USB devices by bus`}
        nameLabel={t`Device`}
        columns={columns}
        groups={groupsOf(identities, idOf)}
        selected={given}
        onChange={choose}
      />
    </Section>
  )
}

const columns: readonly GridColumn[] = [
  { label: t`Port`, mono: true },
  { label: t`Ids`, mono: true },
  { label: t`Serial` },
]

function groupsOf(
  identities: readonly UsbIdentity[],
  idOf: (identity: UsbIdentity) => string,
): readonly GridGroup[] {
  const buses = [...new Set(identities.map(({ device }) => device.bus))].sort(
    (one, other) => (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY),
  )
  return buses.map((bus) => {
    const members = identities.filter(({ device }) => device.bus === bus)
    return {
      id: String(bus ?? 'none'),
      label: bus === undefined ? t`Bus not known` : t`Bus ${bus}`,
      detail: counted(members.length, 'device'),
      rows: members.map((identity) => ({
        id: idOf(identity),
        name: identity.title,
        icon: 'usb' as const,
        cells: cellsOf(identity),
        disabledReason: identity.assignable ? undefined : translated(identity.sentence),
        note: identity.twin ? translated(identity.sentence) : undefined,
      })),
    }
  })
}

function cellsOf({ device }: UsbIdentity): readonly string[] {
  const { port, vendor_id, product_id, serial, has_serial } = device
  const hasSerial = has_serial ?? (serial === undefined ? undefined : true)
  return [
    port ?? '–',
    `${vendor_id}:${product_id}`,
    hasSerial === undefined ? '–' : hasSerial ? 'yes' : 'none',
  ]
}
