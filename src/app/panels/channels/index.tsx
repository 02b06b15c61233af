import { ownValue } from '../../../core/index.ts'
import type { Path, UnknownRecord } from '../../core.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords, More, SpecGroup } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { useFilledIn } from '../notes.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, textAt, textOf } from '../spec-values.ts'

const devices: Path = ['libvirt', 'devices']

const shows: readonly Path[] = [
  ['libvirt', 'devices', 'channels'],
  ['libvirt', 'devices', 'serial'],
  ['libvirt', 'devices', 'console'],
  ['libvirt', 'devices', 'parallel'],
  ['libvirt', 'devices', 'vsock'],
]

export function Panel() {
  const serial = useFilledIn(['devices', 'serial', 0])
  return (
    <PartPanel id="channels" shows={shows}>
      <Section
        title="Agents and channels"
        about="Lines over virtio, each with a name that its program in the guest looks for."
      >
        <DeviceListEditor
          listPath={[...devices, 'channels']}
          item="channel"
          icon="channel"
          describe={channelWords}
          main={['type', 'name', 'path', 'source.mode', 'target_type']}
          add={newChannels}
          empty="No agent is reached"
        />
      </Section>
      <Section title="Serial ports" about="The way in when the network is not: virsh console.">
        <DeviceListEditor
          listPath={[...devices, 'serial']}
          item="serial port"
          icon="terminal"
          describe={portWords}
          main={['type', 'source.path', 'target.type', 'target.port']}
          add={newPorts}
          empty={serial ?? 'None said: one on a pseudo-terminal'}
        />
      </Section>
      <Section>
        <More
          title="Consoles and parallel ports"
          remember="channels.more"
          paths={[
            [...devices, 'console'],
            [...devices, 'parallel'],
          ]}
          summary="virtio consoles, printers of old"
        >
          <DeviceListEditor
            listPath={[...devices, 'console']}
            item="console"
            icon="terminal"
            describe={portWords}
            main={['type', 'source.path', 'target.type', 'target.port']}
            add={newConsoles}
          />
          <DeviceListEditor
            listPath={[...devices, 'parallel']}
            item="parallel port"
            icon="terminal"
            describe={portWords}
            add={newPorts}
          />
        </More>
        <More
          title="vsock"
          remember="channels.vsock"
          paths={[[...devices, 'vsock']]}
          summary="sockets between host and guest without a network"
        >
          <SpecGroup path={[...devices, 'vsock']} fields={['model', 'cid.auto', 'cid.address']} />
        </More>
      </Section>
    </PartPanel>
  )
}

const programs: Readonly<Record<string, string>> = {
  'org.qemu.guest_agent.0': 'QEMU guest agent',
  'com.redhat.spice.0': 'SPICE agent',
  'org.spice-space.webdav.0': 'Folder of the SPICE viewer',
}

function channelWords(channel: UnknownRecord): DeviceWords {
  const name = textOf(channel['name'])
  const known = ownValue(programs, name ?? '')
  return {
    title: known ?? name ?? 'No name yet',
    summary: phrase(textOf(channel['type']) ?? 'pty', known !== undefined && name),
    detail: textOf(channel['path']) ?? textAt(channel, 'source', 'path'),
  }
}

function portWords(port: UnknownRecord, index: number): DeviceWords {
  const number = textAt(port, 'target', 'port') ?? String(index)
  return {
    title: `Port ${number}`,
    summary: phrase(textOf(port['type']) ?? 'pty', textAt(port, 'target', 'type')),
    detail: textAt(port, 'source', 'path') ?? textAt(port, 'source', 'service'),
  }
}

const newChannels: readonly AddEntry[] = [
  {
    id: 'agent',
    label: 'QEMU guest agent',
    description: 'Addresses of the guest, clean shutdown, file systems at rest for snapshots',
    icon: 'channel',
    value: { type: 'unix', name: 'org.qemu.guest_agent.0' },
  },
  {
    id: 'spice',
    label: 'SPICE agent',
    description: 'Clipboard, screen size and mouse of the SPICE viewer',
    icon: 'display',
    value: { type: 'spicevmc', name: 'com.redhat.spice.0' },
  },
  {
    id: 'vdagent',
    label: 'SPICE agent for VNC and D-Bus',
    description: 'The clipboard without SPICE; QEMU speaks with the agent',
    icon: 'display',
    value: { type: 'qemu-vdagent', name: 'com.redhat.spice.0', source: { clipboard: true, mouse: 'client' } },
  },
  {
    id: 'webdav',
    label: 'Folder of the SPICE viewer',
    description: 'WebDAV: spice-webdavd in the guest',
    icon: 'share-folder',
    value: {
      type: 'spiceport',
      name: 'org.spice-space.webdav.0',
      source: { channel: 'org.spice-space.webdav.0' },
    },
  },
  {
    id: 'own',
    label: 'A channel of your own',
    description: 'A socket on the host, /dev/virtio-ports/NAME in the guest',
    icon: 'code',
    value: { type: 'unix', path: '{{.VmStateDir}}/channel.sock', name: 'org.example.channel.0' },
  },
]

const newPorts: readonly AddEntry[] = [
  { id: 'pty', label: 'Pseudo-terminal', description: 'virsh console', value: { type: 'pty' } },
  {
    id: 'unix',
    label: 'Socket',
    description: 'A program on the host connects to it',
    value: { type: 'unix', source: { mode: 'bind' } },
  },
  { id: 'tcp', label: 'TCP', value: { type: 'tcp', source: { mode: 'bind', host: '127.0.0.1' } } },
  { id: 'file', label: 'File', description: 'What the guest says is kept', value: { type: 'file' } },
  { id: 'dev', label: 'Port of the host', description: 'Such as /dev/ttyS0', value: { type: 'dev' } },
]

const newConsoles: readonly AddEntry[] = [
  {
    id: 'virtio',
    label: 'virtio console',
    description: 'hvc0 in the guest',
    value: { type: 'pty', target: { type: 'virtio' } },
  },
  {
    id: 'serial',
    label: 'Serial console',
    description: 'The same as serial port 0',
    value: { type: 'pty', target: { type: 'serial', port: 0 } },
  },
]
