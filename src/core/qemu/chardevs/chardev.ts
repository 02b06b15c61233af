/** The host's end of serial ports, channels and the like. libvirt manual, Host interface; QEMU manual, -chardev. */
import type { Path } from '../../finding.ts'
import { type Build, checkSocketPath, hasQemu, leftOut, socketPath } from '../build/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emitPairs, propertyPairs } from '../writing/index.ts'
import type { Chardev, ChardevSource } from './chardev-decisions.ts'
import { chardevEnds } from './chardev-ends.ts'
import { tlsObject } from './tls.ts'

export { type Chardev, type ChardevSource, chardevDecisions } from './chardev-decisions.ts'

/**
 * Writes the `-chardev`.
 *
 * @param id its id: `charserial0`
 * @param socketName the socket in the state directory for a Unix socket without a path
 * @param spiceName what the SPICE agent's channel is called: vdagent, usbredir, smartcard
 * @returns false when QEMU has no such thing
 */
export function renderChardev(
  build: Build,
  chardev: Chardev,
  id: string,
  socketName: string,
  path: Path,
  spiceName = 'vdagent',
): boolean {
  const { log } = chardev
  const write = (type: string, pairs: Record<string, OptionValue>) => {
    const logged = log?.file === undefined ? undefined : { logfile: log.file, logappend: log.append }
    emitPairs(build, '-chardev', path, type, { id }, pairs, logged)
    return true
  }
  const { type = 'pty' } = chardev
  if (type === 'unix') return write('socket', unixSocket(build, chardev, socketName, path))
  if (type === 'tcp') return write('socket', tcpSocket(build, chardev, id, path))
  if (type === 'udp') return write('udp', udpSocket(chardev))
  const end = chardevEnds.find((one) => one.type === type)
  const at = [...path, 'type']
  if (end === undefined) {
    leftOut(build, at, `QEMU on Linux has no host end of type ${type}: it is left out.`)
    return false
  }
  const { backend, since, properties } = end
  if (since !== undefined && !hasQemu(build, since)) {
    const version = build.version ?? ''
    leftOut(build, at, `A D-Bus end is left out: it takes QEMU ${since} or later, and this is ${version}.`)
    return false
  }
  return write(backend, propertyPairs(build, properties, chardev, path, { name: nameOf(chardev, spiceName) }))
}

/** What the channel of an agent is called, and that of D-Bus where it has no name of its own. */
function nameOf({ type, source }: Chardev, spiceName: string): string | undefined {
  if (type === 'spicevmc') return spiceName
  if (type === 'qemu-vdagent') return 'vdagent'
  return type === 'dbus' && source?.channel === undefined ? `org.qemu.${spiceName}` : undefined
}

/** libvirt picks a path for a bound socket that has none, and opens it itself: here it is in the state directory. */
function unixSocket(
  build: Build,
  { source }: Chardev,
  name: string,
  path: Path,
): Record<string, OptionValue> {
  const at = source?.path ?? socketPath(build, name, path)
  if (source?.path !== undefined) checkSocketPath(build, source.path, path)
  return { path: at, ...socketMode(build, source, source?.mode !== 'connect') }
}

function tcpSocket(
  build: Build,
  { source, protocol }: Chardev,
  id: string,
  path: Path,
): Record<string, OptionValue> {
  const isServer = source?.mode === 'bind'
  if (protocol?.type === 'telnets' || protocol?.type === 'tls')
    leftOut(
      build,
      [...path, 'protocol'],
      `The protocol ${protocol.type} is left out, as libvirt refuses it with QEMU. Say tls: true in the source.`,
    )
  return {
    host: source?.host ?? '127.0.0.1',
    port: source?.service,
    telnet: protocol?.type === 'telnet' || protocol?.type === 'telnets' ? true : undefined,
    ...socketMode(build, source, isServer),
    'tls-creds': source?.tls === true ? tlsObject(build, id, isServer, path) : undefined,
  }
}

function socketMode(
  build: Build,
  source: ChardevSource | undefined,
  isServer: boolean,
): Record<string, OptionValue> {
  if (isServer) return { server: true, wait: false }
  return reconnectKey(build, reconnectSeconds(source))
}

/** `reconnect-ms` came with 9.2, where `reconnect` began to leave. */
export function reconnectKey(build: Build, seconds: number | undefined): Record<string, OptionValue> {
  if (seconds === undefined) return {}
  return hasQemu(build, '9.2') ? { 'reconnect-ms': seconds * 1000 } : { reconnect: seconds }
}

/** The end that is connected to is said with host and port, the bound one with localaddr and localport. */
function udpSocket({ source, more_sources: more }: Chardev): Record<string, OptionValue> {
  const ends = [source, ...(more ?? [])]
  const bound = ends.find((end) => end?.mode === 'bind')
  const connected = ends.find((end) => end !== undefined && end.mode !== 'bind')
  return {
    host: connected?.host ?? '',
    port: connected?.service,
    localaddr: bound?.host ?? '',
    localport: bound?.service ?? 0,
  }
}

/** The number of seconds after which a lost connection is made again, 0 for never. */
export function reconnectSeconds(source: Pick<ChardevSource, 'reconnect'> | undefined): number | undefined {
  const reconnect = source?.reconnect
  if (reconnect?.enabled === undefined) return undefined
  return reconnect.enabled ? (reconnect.timeout ?? 1) : 0
}
