import { ownValue } from '../../../core/index.ts'
import { formatPath } from '../../core.ts'
import {
  type AddEntry,
  DeviceListEditor,
  type DeviceWords,
  SpecField,
  SpecGroup,
  useStanding,
} from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, type FieldOf, type ItemAt, type SpecPath, say, specPath } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { FieldGroup, type RadioCard, RadioCards } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, useSpecText } from '../spec-values.ts'
import { Ports } from './Ports.tsx'

type Mode = 'user' | 'bridge' | 'nat' | 'network'

const network = specPath(['network'])
const interfaces = specPath(['libvirt', 'devices', 'interfaces'])

type Interface = ItemAt<typeof interfaces>

const shows: readonly SpecPath[] = [
  network,
  specPath(['ssh', 'port']),
  specPath(['ssh', 'port_auto']),
  interfaces,
]

export function Panel() {
  const said = useSpecText(specPath(['network', 'mode']))
  const mode = modes.find(({ value }) => value === said)?.value ?? 'user'
  return (
    <PartPanel id="network" shows={shows}>
      <Section title={t`First interface`}>
        <RadioCards
          label={t`Mode`}
          path={formatPath(below(network, ['mode']))}
          {...useStanding(below(network, ['mode']))}
          value={mode}
          cards={modes}
          onChange={(next) =>
            vmDocument.changeAll([say(below(network, ['mode']), next)], t`use network mode ${next}`)
          }
        />
        <FieldGroup>
          {mode === 'bridge' && (
            <SpecField
              path={specPath(['network', 'bridge'])}
              label={t`Bridge`}
              placeholder={'br0'}
              help={t`Bridge of the host that the guest is plugged into.`}
            />
          )}
          {mode === 'network' && (
            <SpecField
              path={specPath(['network', 'bridge'])}
              label={t`libvirt network`}
              placeholder={t`default`}
              help={t`Name of the network as virsh net-list prints it.`}
            />
          )}
          <SpecField path={specPath(['network', 'model'])} label={t`Card`} suggestions={models} />
          <SpecField path={specPath(['network', 'mac'])} placeholder="52:54:00:12:34:56" />
          {(mode === 'user' || mode === 'nat') && <LeftBridge mode={mode} />}
        </FieldGroup>
      </Section>
      <Section
        title={t`Ports`}
        about={t`A port of this machine leads to a port of the guest. Bound to 127.0.0.1, so that others do not reach it; to listen elsewhere, give an interface below forwards of its own.`}
      >
        <Ports mode={mode} />
      </Section>
      <Section title={t`Further interfaces`}>
        <DeviceListEditor
          listPath={interfaces}
          item={t`interface`}
          icon="network"
          describe={interfaceWords}
          add={newInterfaces}
          form={(path, device) => (
            <SpecGroup
              key={device.type}
              path={path}
              fields={[
                'type',
                ...(ownValue(sourceOf, device.type ?? '') ?? []),
                'model.type',
                'mac.address',
                'link.state',
              ]}
            />
          )}
          empty={t`The first one is the only one`}
        />
      </Section>
    </PartPanel>
  )
}

/** A bridge that is said has no meaning in these modes: it is shown so that it can be taken away. */
function LeftBridge({ mode }: { readonly mode: Mode }) {
  const bridge = useSpecText(specPath(['network', 'bridge']))
  if (bridge === undefined) return null
  return <SpecField path={specPath(['network', 'bridge'])} note={t`Not used in mode ${mode}.`} />
}

const modes: readonly RadioCard<Mode>[] = [
  {
    value: 'user',
    title: t`User`,
    icon: 'user',
    text: t`The guest reaches the world through you, and you reach its forwarded ports. Needs no rights; forwards need passt on the host.`,
  },
  {
    value: 'bridge',
    title: t`Bridge`,
    icon: 'link',
    text: t`The guest stands beside the host with an address of the same network. Needs a bridge on the host; in a session its helper too.`,
  },
  {
    value: 'nat',
    title: t`NAT`,
    icon: 'shield',
    text: t`The guest is behind the host on libvirt’s own network “default”. Needs that network started, mostly the system connection.`,
  },
  {
    value: 'network',
    title: t`libvirt network`,
    icon: 'network',
    text: t`Any network that libvirt knows, by its name: isolated, routed, or of Open vSwitch.`,
  },
]

const models = [
  { value: 'virtio', description: t`The fastest; Linux has the driver` },
  { value: 'e1000e', description: t`Intel; nearly every system has the driver` },
  { value: 'igb', description: t`Intel, with virtual functions for nested guests` },
  { value: 'vmxnet3', description: t`For guests from VMware` },
  { value: 'rtl8139', description: t`100 Mbit/s, for very old guests` },
]

const sourceOf: Readonly<Record<string, readonly FieldOf<Interface>[]>> = {
  bridge: ['source.bridge'],
  network: ['source.network', 'source.portgroup'],
  direct: ['source.dev', 'source.mode'],
  user: ['source.dev', 'backend.type'],
  ethernet: ['target.dev', 'target.managed'],
  hostdev: ['source.domain', 'source.bus', 'source.slot', 'source.function', 'managed'],
  vhostuser: ['source.type', 'source.path', 'source.mode'],
  vdpa: ['source.dev'],
  mcast: ['source.address', 'source.port'],
  server: ['source.address', 'source.port'],
  client: ['source.address', 'source.port'],
  udp: ['source.address', 'source.port'],
  internal: ['source.name'],
}

const sourceKeys = ['bridge', 'network', 'dev', 'path', 'address', 'name'] as const

function interfaceWords({ type, source, model, link, mac, port_forwards }: Interface): DeviceWords {
  const forwards = port_forwards?.[0]?.ranges?.[0]?.start
  return {
    title: type ?? t`No type yet`,
    summary: phrase(
      sourceKeys.map((key) => source?.[key]).find((text) => text !== undefined),
      model?.type ?? 'virtio',
      forwards !== undefined && t`forwards from ${forwards}`,
      link?.state === 'down' && t`cable out`,
    ),
    detail: mac?.address,
  }
}

const newInterfaces: readonly AddEntry<Interface>[] = [
  { id: 'user', label: t`User`, description: t`Needs no rights on the host`, value: { type: 'user' } },
  {
    id: 'bridge',
    label: t`Bridge`,
    description: t`Beside the host on its network`,
    value: { type: 'bridge', source: { bridge: 'br0' } },
  },
  {
    id: 'network',
    label: t`libvirt network`,
    description: t`By its name`,
    value: { type: 'network', source: { network: 'default' } },
  },
  {
    id: 'direct',
    label: 'macvtap',
    description: t`On a card of the host, which itself is not reached`,
    value: { type: 'direct', source: { dev: 'eth0', mode: 'bridge' } },
  },
  {
    id: 'hostdev',
    label: t`Passed-through card`,
    description: t`A virtual function, with its MAC address set by libvirt`,
    value: {
      type: 'hostdev',
      managed: true,
      source: { address_type: 'pci', domain: '0x0000', slot: '0x00', function: '0x0' },
    },
  },
]
