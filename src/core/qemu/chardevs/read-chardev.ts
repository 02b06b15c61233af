/** `-chardev` to the host's end of a device. The way back of chardev.ts; libvirt writes JSON as well. */
import type { Devices, Item } from '../../domain/index.ts'
import { type OptionInHand, type Reading, takeBackend, takeProperties } from '../reading/index.ts'
import { chardevEnds } from './chardev-ends.ts'
import { chardevCertificates } from './tls.ts'

type Serial = Item<Devices['serial']>
type Source = NonNullable<Serial['source']>
export type ChardevType = NonNullable<Serial['type']>

/** The host's end as every device with one has it. */
export interface HostEnd {
  readonly type: ChardevType
  readonly source?: Source | undefined
  readonly more_sources?: readonly Source[] | undefined
  readonly protocol?: Serial['protocol'] | undefined
  readonly log?: Serial['log'] | undefined
}

/** A host's end, and the options that say it. */
export interface ReadHostEnd {
  readonly end: HostEnd
  readonly options: readonly OptionInHand[]
}

/**
 * The end that `chardev=ID` names.
 *
 * @param spiceName what the device's SPICE channel is called: another name stays
 * @returns undefined when there is none that libvirt knows
 */
export function readChardev(
  reading: Reading,
  id: string | undefined,
  spiceName = 'vdagent',
): ReadHostEnd | undefined {
  const option = reading.named('chardev', id)
  if (option === undefined || option.isRead) return undefined
  const backend = option.peek('backend.type') ?? option.peek('backend')
  if (backend === 'socket') return readSocket(reading, option)
  const udp = backend === 'udp'
  const end = chardevEnds.find(
    (one) => one.backend === backend || one.otherNames?.some((name) => name === backend) === true,
  )
  if (end === undefined && !udp) return undefined
  option.take('backend', 'backend.type')
  option.take('id')
  if (end === undefined)
    return { end: { type: 'udp', ...readUdp(option), log: readLog(option) }, options: [option] }
  if (end.type === 'spicevmc') {
    option.drop('name', spiceName)
    option.drop('backend.data.type', spiceName)
  } else if (end.type === 'qemu-vdagent') option.drop('name', 'vdagent')
  const { source } = takeProperties(option, end.properties)
  return { end: { type: end.type, source, log: readLog(option) }, options: [option] }
}

/**
 * Takes the end that a device names, with its key.
 *
 * @param spiceName what the device's SPICE channel is called: another name stays
 * @returns undefined when there is none that libvirt knows: then the key stays
 */
export function takeChardev(
  reading: Reading,
  option: OptionInHand,
  spiceName?: string,
): ReadHostEnd | undefined {
  const held = readChardev(reading, option.peek('chardev'), spiceName)
  if (held !== undefined) option.take('chardev')
  return held
}

/** Takes the socket of the process that a device is connected to, with the key that names its end. */
export function takeSocket(
  reading: Reading,
  option: OptionInHand,
): { readonly path: string; readonly chardev: OptionInHand } | undefined {
  const chardev = reading.named('chardev', option.peek('chardev'))
  const path = chardev?.peek('path')
  if (chardev === undefined || path === undefined) return undefined
  takeBackend(chardev, 'backend')
  chardev.take('path')
  option.take('chardev')
  return { path, chardev }
}

/** An empty host and the port 0 say that there is no such end. */
function readUdp(option: OptionInHand): Pick<HostEnd, 'source' | 'more_sources'> {
  const host = option.take('host', 'backend.data.remote.data.host')
  const service = option.take('port', 'backend.data.remote.data.port')
  const localHost = option.take('localaddr', 'backend.data.local.data.host') ?? ''
  const localService = option.take('localport', 'backend.data.local.data.port') ?? '0'
  option.drop('backend.data.remote.type', 'inet')
  option.drop('backend.data.local.type', 'inet')
  const remote: Source = { mode: 'connect', host: host === '' ? undefined : host, service }
  if (localHost === '' && localService === '0') return { source: remote }
  return {
    source: { mode: 'bind', host: localHost === '' ? undefined : localHost, service: localService },
    more_sources: [remote],
  }
}

function readSocket(reading: Reading, option: OptionInHand): ReadHostEnd | undefined {
  const isServer = onOff(option, 'server') ?? false
  // QEMU stops until somebody connects unless it is told not to, and libvirt always tells it.
  const waits = option.takeBoolean('nowait') === true ? false : (onOff(option, 'wait') ?? isServer)
  if (isServer && waits) return undefined
  option.take('backend', 'backend.type')
  option.take('id')
  option.drop('backend.data.addr.type')
  const log = readLog(option)
  const mode = isServer ? 'bind' : 'connect'
  // A socket that libvirt has opened is one that it chose the path of.
  const fd = isServer ? option.take('fd', 'backend.data.addr.data.str') : undefined
  const path = option.take('path', 'backend.data.addr.data.path')
  if (fd !== undefined || path !== undefined)
    return {
      end: {
        type: 'unix',
        source: { mode, path, reconnect: readReconnect(option) },
        log,
      },
      options: [option],
    }
  const host = option.take('host', 'backend.data.addr.data.host')
  const service = option.take('port', 'backend.data.addr.data.port')
  const telnet = onOff(option, 'telnet')
  const tls = readTls(reading, option, isServer)
  return {
    end: {
      type: 'tcp',
      source: {
        mode,
        host: host === '' ? '0.0.0.0' : host,
        service,
        tls: tls === undefined ? undefined : true,
        reconnect: readReconnect(option),
      },
      protocol: telnet === true ? { type: 'telnet' } : undefined,
      log,
    },
    options: tls === undefined ? [option] : [option, tls],
  }
}

/** The credentials, when they are those that libvirt would write. */
function readTls(reading: Reading, option: OptionInHand, isServer: boolean): OptionInHand | undefined {
  const id = option.peek('tls-creds') ?? option.peek('backend.data.tls-creds')
  const object = reading.named('object', id)
  if (object?.peek('qom-type') !== 'tls-creds-x509') return undefined
  if (object.peek('dir') !== chardevCertificates) return undefined
  object.take('qom-type')
  object.take('id')
  object.take('dir')
  object.drop('endpoint', isServer ? 'server' : 'client')
  object.drop('verify-peer', 'on', 'yes', 'true')
  option.take('tls-creds', 'backend.data.tls-creds')
  return object
}

/** Whole seconds; anything finer stays in the option. */
export function readReconnect(option: OptionInHand): Source['reconnect'] {
  const keys = ['reconnect-ms', 'backend.data.reconnect-ms']
  const milliseconds = keys.map((key) => option.peek(key)).find((one) => one !== undefined)
  if (milliseconds?.endsWith('000') || milliseconds === '0') {
    option.take(...keys)
    return seconds(Number(milliseconds) / 1000)
  }
  return seconds(option.takeNumber('reconnect', 'backend.data.reconnect'))
}

function seconds(timeout: number | undefined): Source['reconnect'] {
  if (timeout === undefined) return undefined
  return timeout === 0 ? { enabled: false } : { enabled: true, timeout }
}

function readLog(option: OptionInHand): Serial['log'] {
  const file = option.take('logfile', 'backend.data.logfile')
  if (file === undefined) return undefined
  return { file, append: onOff(option, 'logappend') }
}

function onOff(option: OptionInHand, key: string): boolean | undefined {
  return option.takeBoolean(key, `backend.data.${key}`)
}
