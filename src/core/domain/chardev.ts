/** Consoles, serial and parallel ports, channels. Manual: Consoles, serial, parallel & channel devices. */
import {
  anyText,
  at,
  attribute,
  child,
  further,
  hostName,
  hostPath,
  nonNegativeInt,
  oneOf,
  onOff,
  portNumber,
  short,
  value,
  yesNo,
} from '../table/index.ts'
import { acpi, address, alias, deviceSeclabels, reconnect } from './common.ts'

export const chardevTypes = [
  'pty',
  'unix',
  'tcp',
  'udp',
  'file',
  'dev',
  'pipe',
  'stdio',
  'null',
  'vc',
  'spicevmc',
  'spiceport',
  'nmdm',
  'qemu-vdagent',
  'dbus',
] as const

const chardevType = oneOf(...chardevTypes)

/** The host's end of a character device. */
const sourceAttributes = {
  mode: attribute('mode', oneOf('bind', 'connect'), {
    help: 'bind waits for a connection, connect makes one.',
    only: { type: ['unix', 'tcp', 'udp'] },
  }),
  host: attribute('host', hostName, { help: 'Host name or address.', only: { type: ['tcp', 'udp'] } }),
  service: attribute('service', anyText, {
    label: 'Port',
    help: 'Port or service.',
    only: { type: ['tcp', 'udp'] },
  }),
  tls: attribute('tls', yesNo, { label: 'TLS', help: 'Encrypted connection.', only: { type: ['tcp'] } }),
  channel: attribute('channel', anyText, {
    help: 'Name of the SPICE port or D-Bus channel.',
    only: { type: ['spiceport', 'dbus'] },
  }),
  append: attribute('append', onOff, {
    help: 'Add to the file instead of starting it anew.',
    only: { type: ['file'] },
  }),
  master: attribute('master', hostPath, { help: 'Host end of a null modem.', only: { type: ['nmdm'] } }),
  slave: attribute('slave', hostPath, { help: 'Other end of a null modem.', only: { type: ['nmdm'] } }),
  reconnect,
  clipboard: at(
    'clipboard',
    attribute('copypaste', yesNo, {
      help: 'Copy and paste with the guest.',
      only: { type: ['qemu-vdagent'] },
    }),
  ),
  mouse: at(
    'mouse',
    attribute('mode', oneOf('client', 'server'), { help: 'Mouse mode.', only: { type: ['qemu-vdagent'] } }),
  ),
} as const

const path = attribute('path', hostPath, {
  help: 'Socket, device or file on the host.',
  only: { type: ['unix', 'dev', 'file', 'pipe', 'pty'] },
})

/** All that the host's end of any kind can be. */
export const chardevSource = { ...sourceAttributes, path, seclabels: deviceSeclabels } as const
const source = child('source', chardevSource, { help: 'The host’s end.' })
/** Over UDP one end is bound and another one connected to. */
export const moreSources = further('source', chardevSource, {
  label: 'Other ends',
  help: 'The other end over UDP, where one is bound and one is connected to.',
  only: { type: ['udp'] },
})
export const protocol = short(
  'protocol',
  'type',
  {
    type: attribute('type', oneOf('raw', 'telnet', 'telnets', 'tls'), { help: 'raw or telnet.' }),
  },
  { help: 'What is spoken over TCP.', only: { type: ['tcp'] } },
)
export const log = child(
  'log',
  {
    file: attribute('file', hostPath, { help: 'File.' }),
    append: attribute('append', onOff, { help: 'Add to the file.' }),
  },
  { help: 'A copy of all that is said, in a file.', since: '1.3.3' },
)
const type = attribute('type', chardevType, { help: 'What the host’s end is.' })
const port = attribute('port', nonNegativeInt, { help: 'Number of the port, from 0.' })

const targetModel = at(
  'model',
  attribute(
    'name',
    oneOf(
      'isa-serial',
      'usb-serial',
      'pci-serial',
      'spapr-vty',
      'pl011',
      '16550a',
      'sclpconsole',
      'sclplmconsole',
      'isa-debugcon',
    ),
    { help: 'Model of the device.' },
  ),
)

export const serial = {
  type,
  source,
  more_sources: moreSources,
  protocol,
  log,
  target: child(
    'target',
    {
      type: attribute(
        'type',
        oneOf(
          'isa-serial',
          'usb-serial',
          'pci-serial',
          'spapr-vio-serial',
          'sclp-serial',
          'isa-debug',
          'system-serial',
        ),
        { help: 'What the guest sees.' },
      ),
      port,
      model: targetModel,
    },
    { help: 'What the guest sees.' },
  ),
  acpi,
  alias,
  address,
} as const

export const parallel = {
  type,
  source,
  more_sources: moreSources,
  protocol,
  log,
  target: child('target', { port }, { help: 'What the guest sees.' }),
  acpi,
  alias,
  address,
} as const

export const console = {
  type,
  tty: attribute('tty', hostPath, { help: 'Terminal on the host, as libvirt reports it.' }),
  source,
  more_sources: moreSources,
  protocol,
  log,
  target: child(
    'target',
    {
      type: attribute(
        'type',
        oneOf(
          'serial',
          'virtio',
          'xen',
          'lxc',
          'uml',
          'openvz',
          'sclp',
          'sclplm',
          'isa-serial',
          'usb-serial',
          'pci-serial',
          'spapr-vio-serial',
          'sclp-serial',
          'system-serial',
          'isa-debug',
        ),
        {
          help: 'What the guest sees.',
        },
      ),
      port,
      model: targetModel,
    },
    { help: 'What the guest sees.' },
  ),
  acpi,
  alias,
  address,
} as const

export const channel = {
  type,
  source: short('source', 'mode', chardevSource, { help: 'The host’s end.' }),
  more_sources: moreSources,
  path: value(hostPath, {
    help: 'Socket or device on the host; {{.VmStateDir}} and {{.VmName}} are filled in.',
    becomes: '<source path=…/>',
  }),
  protocol,
  log,
  target_type: at(
    'target',
    attribute('type', oneOf('virtio', 'guestfwd', 'xen'), {
      help: 'virtio, or guestfwd for a user network.',
      default: 'virtio',
    }),
  ),
  name: at(
    'target',
    attribute('name', anyText, { help: 'Name in the guest: org.qemu.guest_agent.0, com.redhat.spice.0 …' }),
  ),
  target_state: at(
    'target',
    attribute('state', oneOf('connected', 'disconnected'), { help: 'As libvirt reports it.' }),
  ),
  target_address: at(
    'target',
    attribute('address', anyText, { help: 'Address in the guest’s network, for guestfwd.' }),
  ),
  target_port: at('target', attribute('port', portNumber, { help: 'Port there, for guestfwd.' })),
  alias,
  address,
} as const
