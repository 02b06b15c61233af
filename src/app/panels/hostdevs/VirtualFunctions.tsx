import { useState } from 'react'
import { deviceName, formatPciAddress, type HostFacts, pciKind, type SriovOffer } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { CodeLine, GridSelect, Segments } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { changedOf, giveLists, nameOfAll } from './give.ts'
import { givenCardIds, givenIds, hostdevsPath, interfacesPath, withChosen, withChosenCards } from './given.ts'
import { pciRows, shortAddress } from './pci-rows.ts'

export interface VirtualFunctionsProps {
  readonly offers: readonly SriovOffer[]
  readonly host: HostFacts | undefined
}

/** SR-IOV: the virtual functions under their physical one, each a device of its own. */
export function VirtualFunctions({ offers, host }: VirtualFunctionsProps) {
  const [as, setAs] = useState<'card' | 'pci'>('card')
  const hostdevs = useSpecItems(hostdevsPath)
  const interfaces = useSpecItems(interfacesPath)
  const devices = offers.flatMap(({ functions }) => functions)
  const given = new Set([...givenIds(hostdevs), ...givenCardIds(interfaces)])
  const isNetwork = devices.some(({ class_code }) => pciKind(class_code) === 'network')
  const { columns, rowOf } = pciRows(devices, host, given)

  const choose = (chosen: ReadonlySet<string>) => {
    const changed = changedOf(devices, given, chosen)
    if (changed.length === 0) return
    // What is new goes where it was asked for, and what is there stays where it is.
    const isCard = (id: string) => {
      const device = devices.find(({ address }) => formatPciAddress(address) === id)
      return as === 'card' && device !== undefined && pciKind(device.class_code) === 'network'
    }
    const cards = givenCardIds(interfaces)
    const plain = givenIds(hostdevs)
    const ids = [...chosen]
    const wanted = {
      hostdevs: new Set(ids.filter((id) => plain.has(id) || (!cards.has(id) && !isCard(id)))),
      interfaces: new Set(ids.filter((id) => cards.has(id) || (!plain.has(id) && isCard(id)))),
    }
    const name = nameOfAll(changed)
    giveLists(
      {
        hostdevs: withChosen(hostdevs, devices, wanted.hostdevs),
        interfaces: withChosenCards(interfaces, devices, wanted.interfaces),
      },
      chosen.size > given.size ? t`add ${name}` : t`remove ${name}`,
    )
  }

  return (
    <Section
      title={t`Virtual functions`}
      about={t`SR-IOV: parts of a device that look like devices. The rest of it stays with the host.`}
    >
      {isNetwork && (
        <div className="pci-picker__bar">
          <Segments
            label={t`Given as`}
            value={as}
            onChange={setAs}
            segments={[
              { value: 'card', label: t`Network card` },
              { value: 'pci', label: t`Plain PCI device` },
            ]}
          />
          <span className="pci-picker__reason">
            {as === 'card'
              ? t`libvirt sets its MAC address, and the guest keeps it.`
              : t`Its MAC address is what the host’s driver left.`}
          </span>
        </div>
      )}
      {devices.length > 0 && (
        <GridSelect
          label={t`Virtual functions by their physical function`}
          nameLabel={t`Device`}
          columns={columns}
          groups={offers
            .filter(({ functions }) => functions.length > 0)
            .map(({ parent, functions, sentence }) => ({
              id: formatPciAddress(parent.address),
              label: `${deviceName(parent)} ${shortAddress(parent)}`,
              detail: sentence,
              rows: functions.map(rowOf),
            }))}
          selected={given}
          onChange={choose}
        />
      )}
      {offers
        .filter(({ now, most }) => now === 0 && most > 0)
        .map(({ parent, command, sentence }) => (
          <div key={formatPciAddress(parent.address)} className="host-step">
            <p>
              {deviceName(parent)} <code>{shortAddress(parent)}</code>{' '}
              <span className="pci-picker__reason">{sentence}</span>
            </p>
            <CodeLine code={command} what={t`the command that makes virtual functions`} prompt="#" />
          </div>
        ))}
    </Section>
  )
}
