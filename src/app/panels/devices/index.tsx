import type { Path } from '../../core.ts'
import { DeviceListEditor, More, SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { vmDocument } from '../../store.ts'
import { Button, FieldGroup, Menu } from '../../ui/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { useSpecItems } from '../spec-values.ts'
import { type DeviceKind, deviceKinds } from './device-kinds.ts'
import { sharedMemoryForm } from './SharedMemory.tsx'

const devices: Path = ['libvirt', 'devices']

const shows: readonly Path[] = [...deviceKinds.map(({ key }) => key), 'emulator', 'redirfilter'].map(
  (key) => [...devices, key],
)

export function Panel() {
  return (
    <PartPanel id="devices" shows={shows} actions={<AddDevice />}>
      <Section>
        {deviceKinds.map((kind) => (
          <KindOfDevice key={kind.key} kind={kind} />
        ))}
      </Section>
      <Section>
        <FieldGroup>
          <SpecField path={[...devices, 'emulator']} placeholder="/usr/bin/qemu-system-x86_64" />
        </FieldGroup>
        <SpecField path={[...devices, 'redirfilter']} />
      </Section>
    </PartPanel>
  )
}

/** One menu for all kinds: it opens the list that the new device is in. */
function AddDevice() {
  const entries = deviceKinds.flatMap((kind) => kind.add.map((entry) => ({ kind, entry })))
  const add = (id: string) => {
    const chosen = entries.find(({ kind, entry }) => `${kind.key}.${entry.id}` === id)
    if (chosen === undefined) return
    const { kind, entry } = chosen
    const listPath = [...devices, kind.key]
    const value = typeof entry.value === 'function' ? entry.value([]) : entry.value
    vmDocument.addDevice(listPath, value, `add ${entry.label}`)
    const index = vmDocument.selectedDevice(listPath) ?? 0
    vmDocument.want('devices', [...listPath, index])
  }
  return (
    <Menu
      label="Add device"
      entries={entries.map(({ kind, entry }) => ({
        id: `${kind.key}.${entry.id}`,
        label: entry.label,
        description: entry.description,
        icon: kind.icon,
      }))}
      onAction={add}
    >
      <Button icon="plus" opens>
        Add device
      </Button>
    </Menu>
  )
}

function KindOfDevice({ kind }: { readonly kind: DeviceKind }) {
  const { key, title, icon, item, about, add, main, describe } = kind
  const listPath = [...devices, key]
  const present = useSpecItems(listPath)
  const words = present.map((device, index) => describe(device, index).title)
  return (
    <More
      title={title}
      remember={`devices.${key}`}
      paths={[listPath]}
      summary={words.length === 0 ? about : words.join(', ')}
    >
      <DeviceListEditor
        listPath={listPath}
        label={title}
        item={item}
        icon={icon}
        describe={describe}
        main={main}
        form={key === 'shmem' ? sharedMemoryForm : undefined}
        add={add}
        empty={about}
      />
    </More>
  )
}
