import { DeviceListEditor, More, SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, itemAt, type SpecPath, specPath } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { Button, FieldGroup, Menu } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { useSpecItems } from '../spec-values.ts'
import { deviceKinds, type KindOf } from './device-kinds.ts'

const devices = specPath(['libvirt', 'devices'])

const shows: readonly SpecPath[] = [
  ...deviceKinds.map(({ given }) => given(({ list }): SpecPath => list)),
  below(devices, ['emulator']),
  below(devices, ['redirfilter']),
]

export function Panel() {
  return (
    <PartPanel id="devices" shows={shows} actions={<AddDevice />}>
      <Section>
        {deviceKinds.map(({ key, given }) => given((kind) => <KindOfDevice key={key} kind={kind} />))}
      </Section>
      <Section>
        <FieldGroup>
          <SpecField path={below(devices, ['emulator'])} placeholder={'/usr/bin/qemu-system-x86_64'} />
        </FieldGroup>
        <SpecField path={below(devices, ['redirfilter'])} />
      </Section>
    </PartPanel>
  )
}

/** One menu for all kinds: it opens the list that the new device is in. */
function AddDevice() {
  const entries = deviceKinds.flatMap(({ given }) => given(entriesOf))
  return (
    <Menu
      label={t`Add device`}
      entries={entries}
      onAction={(id) => entries.find((entry) => entry.id === id)?.add()}
    >
      <Button icon="plus" opens>{t`Add device`}</Button>
    </Menu>
  )
}

function entriesOf<Item extends object>({ list, icon, add }: KindOf<Item>) {
  return add.map(({ id, label, description, value }) => ({
    id: `${list.at(-1)}.${id}`,
    label,
    description,
    icon,
    add: () => {
      vmDocument.addDevice(list, typeof value === 'function' ? value([]) : value, t`add ${label}`)
      vmDocument.want('devices', itemAt(list, vmDocument.selectedDevice(list) ?? 0))
    },
  }))
}

function KindOfDevice<Item extends object>({ kind }: { readonly kind: KindOf<Item> }) {
  const { list, title, icon, item, about, add, main, describe, form } = kind
  const present = useSpecItems(list)
  const words = present.map((device, index) => describe(device, index).title)
  return (
    <More
      title={title}
      remember={`devices.${list.at(-1)}`}
      paths={[list]}
      summary={words.length === 0 ? about : words.join(', ')}
    >
      <DeviceListEditor
        listPath={list}
        label={title}
        item={item}
        icon={icon}
        describe={describe}
        main={main}
        form={form}
        add={add}
        empty={about}
      />
    </More>
  )
}
