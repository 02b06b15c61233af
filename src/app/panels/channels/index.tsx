import { ownValue } from '../../../core/index.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords, More, SpecGroup } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { type ItemAt, type SpecPath, specPath } from '../../spec-path.ts'
import { t } from '../../words/index.ts'
import { useFilledIn } from '../notes.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, textOf } from '../spec-values.ts'

const channels = specPath(['libvirt', 'devices', 'channels'])
const serials = specPath(['libvirt', 'devices', 'serial'])
const consoles = specPath(['libvirt', 'devices', 'console'])
const parallels = specPath(['libvirt', 'devices', 'parallel'])
const vsock = specPath(['libvirt', 'devices', 'vsock'])

type Channel = ItemAt<typeof channels>
/** What ports of all kinds have. */
interface Port {
  readonly type?: string | undefined
  readonly source?: ItemAt<typeof serials>['source']
  readonly target?: { readonly port?: number | undefined; readonly type?: string | undefined } | undefined
}

const shows: readonly SpecPath[] = [channels, serials, consoles, parallels, vsock]

export function Panel() {
  const serial = useFilledIn(['devices', 'serial', 0])
  return (
    <PartPanel id="channels" shows={shows}>
      <Section
        title={t`Agents and channels`}
        about={t`Lines over virtio, each with a name that its program in the guest looks for.`}
      >
        <DeviceListEditor
          listPath={channels}
          item={t`channel`}
          icon="channel"
          describe={channelWords}
          main={['type', 'name', 'path', 'source.mode', 'target_type']}
          add={newChannels}
          empty={t`No agent is reached`}
        />
      </Section>
      <Section title={t`Serial ports`} about={t`The way in when the network is not: virsh console.`}>
        <DeviceListEditor
          listPath={serials}
          item={t`serial port`}
          icon="terminal"
          describe={portWords}
          main={['type', 'source.path', 'target.type', 'target.port']}
          add={newPorts}
          empty={serial ?? t`None said: one on a pseudo-terminal`}
        />
      </Section>
      <Section>
        <More
          title={t`Consoles and parallel ports`}
          remember="channels.more"
          paths={[consoles, parallels]}
          summary={t`virtio consoles, printers of old`}
        >
          <DeviceListEditor
            listPath={consoles}
            item={t`console`}
            icon="terminal"
            describe={portWords}
            main={['type', 'source.path', 'target.type', 'target.port']}
            add={newConsoles}
          />
          <DeviceListEditor
            listPath={parallels}
            item={t`parallel port`}
            icon="terminal"
            describe={portWords}
            add={newPorts}
          />
        </More>
        <More
          title={'vsock'}
          remember="channels.vsock"
          paths={[vsock]}
          summary={t`sockets between host and guest without a network`}
        >
          <SpecGroup path={vsock} fields={['model', 'cid.auto', 'cid.address']} />
        </More>
      </Section>
    </PartPanel>
  )
}

const programs: Readonly<Record<string, string>> = {
  'org.qemu.guest_agent.0': t`QEMU guest agent`,
  'com.redhat.spice.0': t`SPICE agent`,
  'org.spice-space.webdav.0': t`Folder of the SPICE viewer`,
}

function channelWords({ name, type, path, source }: Channel): DeviceWords {
  const known = ownValue(programs, name ?? '')
  return {
    title: known ?? name ?? t`No name yet`,
    summary: phrase(type ?? 'pty', known !== undefined && name),
    detail: path ?? source?.path,
  }
}

function portWords({ type, source, target }: Port, index: number): DeviceWords {
  return {
    title: t`Port ${target?.port ?? index}`,
    summary: phrase(type ?? 'pty', target?.type),
    detail: source?.path ?? textOf(source?.service),
  }
}

const newChannels: readonly AddEntry<Channel>[] = [
  {
    id: 'agent',
    label: t`QEMU guest agent`,
    description: t`Addresses of the guest, clean shutdown, file systems at rest for snapshots`,
    icon: 'channel',
    value: { type: 'unix', name: 'org.qemu.guest_agent.0' },
  },
  {
    id: 'spice',
    label: t`SPICE agent`,
    description: t`Clipboard, screen size and mouse of the SPICE viewer`,
    icon: 'display',
    value: { type: 'spicevmc', name: 'com.redhat.spice.0' },
  },
  {
    id: 'vdagent',
    label: t`SPICE agent for VNC and D-Bus`,
    description: t`The clipboard without SPICE; QEMU speaks with the agent`,
    icon: 'display',
    value: { type: 'qemu-vdagent', name: 'com.redhat.spice.0', source: { clipboard: true, mouse: 'client' } },
  },
  {
    id: 'webdav',
    label: t`Folder of the SPICE viewer`,
    description: t`WebDAV: spice-webdavd in the guest`,
    icon: 'share-folder',
    value: {
      type: 'spiceport',
      name: 'org.spice-space.webdav.0',
      source: { channel: 'org.spice-space.webdav.0' },
    },
  },
  {
    id: 'own',
    label: t`A channel of your own`,
    description: t`A socket on the host, /dev/virtio-ports/NAME in the guest`,
    icon: 'code',
    value: { type: 'unix', path: '{{.VmStateDir}}/channel.sock', name: 'org.example.channel.0' },
  },
]

const newPorts: readonly AddEntry<ItemAt<typeof serials> & ItemAt<typeof parallels>>[] = [
  { id: 'pty', label: t`Pseudo-terminal`, description: t`virsh console`, value: { type: 'pty' } },
  {
    id: 'unix',
    label: t`Socket`,
    description: t`A program on the host connects to it`,
    value: { type: 'unix', source: { mode: 'bind' } },
  },
  { id: 'tcp', label: t`TCP`, value: { type: 'tcp', source: { mode: 'bind', host: '127.0.0.1' } } },
  { id: 'file', label: t`File`, description: t`What the guest says is kept`, value: { type: 'file' } },
  { id: 'dev', label: t`Port of the host`, description: t`Such as /dev/ttyS0`, value: { type: 'dev' } },
]

const newConsoles: readonly AddEntry<ItemAt<typeof consoles>>[] = [
  {
    id: 'virtio',
    label: t`virtio console`,
    description: t`hvc0 in the guest`,
    value: { type: 'pty', target: { type: 'virtio' } },
  },
  {
    id: 'serial',
    label: t`Serial console`,
    description: t`The same as serial port 0`,
    value: { type: 'pty', target: { type: 'serial', port: 0 } },
  },
]
