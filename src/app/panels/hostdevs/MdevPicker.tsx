import { deviceName, formatPciAddress, type MdevOffer } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { Button, GridSelect } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { giveLists } from './give.ts'
import { type Hostdev, hostdevsPath, newMdev } from './given.ts'
import { newUuid } from './new-uuid.ts'
import { shortAddress } from './pci-rows.ts'

/** Mediated devices: slices of a GPU or another device, those that are there and the types that can be made. */
export function MdevPicker({ offers }: { readonly offers: readonly MdevOffer[] }) {
  const hostdevs = useSpecItems(hostdevsPath)
  const there = offers.flatMap(({ devices }) => devices)
  const uuidOf = ({ source }: Hostdev) => source?.uuid?.toLowerCase()
  const given = new Set(hostdevs.flatMap((hostdev) => uuidOf(hostdev) ?? []))

  const choose = (chosen: ReadonlySet<string>) => {
    const known = new Set(there.map(({ uuid }) => uuid.toLowerCase()))
    const kept = hostdevs.filter((hostdev) => {
      const uuid = uuidOf(hostdev)
      return uuid === undefined || !known.has(uuid) || chosen.has(uuid)
    })
    const added = [...chosen].filter((uuid) => known.has(uuid) && !given.has(uuid))
    giveLists(
      { hostdevs: [...kept, ...added.map(newMdev)] },
      added.length > 0 ? t`add mediated device` : t`remove mediated device`,
    )
  }

  return (
    <Section
      title={t`Mediated devices`}
      about={t`Slices that the driver of a device makes, each with a UUID. One that is not there yet is made on the host first: the lines for it are below, under what the host must do.`}
    >
      {there.length > 0 && (
        <GridSelect
          label={t`Mediated devices by their parent`}
          nameLabel={t`Device`}
          columns={[{ label: t`UUID`, mono: true }]}
          groups={offers
            .filter(({ devices }) => devices.length > 0)
            .map(({ parent, devices, types }) => ({
              id: formatPciAddress(parent.address),
              label: `${deviceName(parent)} ${shortAddress(parent)}`,
              rows: devices.map(({ uuid, type }) => ({
                id: uuid.toLowerCase(),
                name: types.find((one) => one.type === type)?.name ?? type ?? t`Mediated device`,
                icon: 'display' as const,
                cells: [uuid],
              })),
            }))}
          selected={given}
          onChange={choose}
        />
      )}
      {offers
        .filter(({ types }) => types.length > 0)
        .map(({ parent, types }) => (
          <div key={formatPciAddress(parent.address)} className="host-step">
            <p>
              {deviceName(parent)} <code>{shortAddress(parent)}</code>
            </p>
            <ul className="mdev-types">
              {types.map(({ type, name, available }) => (
                <li key={type}>
                  <span>
                    {name ?? type} <code>{type}</code>{' '}
                    <span className="pci-picker__reason">
                      {available === undefined ? '' : t`${available} more can be made`}
                    </span>
                  </span>
                  <Button
                    size="small"
                    icon="plus"
                    aria-label={t`Add a ${name ?? type}`}
                    disabled={available === 0}
                    onPress={() =>
                      giveLists({ hostdevs: [...hostdevs, newMdev(newUuid())] }, t`add ${name ?? type}`)
                    }
                  >{t`Add one`}</Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Section>
  )
}
