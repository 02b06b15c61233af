/** The host's end of serial ports, channels and the like. libvirt manual, Host interface; QEMU manual, -chardev. */
import type { Path } from '../../finding.ts'
import { type Build, checkSocketPath, emit, find, socketPath } from '../build.ts'
import { type OptionValue, options } from '../options.ts'
import { byHand, said } from '../said.ts'
import { seclabelsSaid } from '../said-of-devices.ts'

/** One end of it on the host. */
export interface ChardevSource {
  readonly mode?: string | undefined
  readonly host?: string | undefined
  readonly service?: string | undefined
  readonly channel?: string | undefined
  readonly append?: boolean | undefined
  readonly reconnect?:
    | { readonly enabled?: boolean | undefined; readonly timeout?: number | undefined }
    | undefined
  readonly clipboard?: boolean | undefined
  readonly mouse?: string | undefined
  readonly path?: string | undefined
}

/** What serial ports, consoles and channels have in common. */
export interface Chardev {
  readonly type?: string | undefined
  readonly source?: ChardevSource | undefined
  readonly more_sources?: readonly ChardevSource[] | undefined
  readonly protocol?: { readonly type?: string | undefined } | undefined
  readonly log?: { readonly file?: string | undefined; readonly append?: boolean | undefined } | undefined
}

/** What becomes of the host's end. */
export const sourceSaid = {
  mode: said,
  host: said,
  service: said,
  tls: byHand('TLS is left out: add -object tls-creds-x509,… and tls-creds= to the -chardev.'),
  channel: said,
  append: said,
  master: byHand('Null modems (nmdm) are left out: they belong to FreeBSD.'),
  slave: byHand('Null modems (nmdm) are left out: they belong to FreeBSD.'),
  reconnect: { enabled: said, timeout: said },
  clipboard: said,
  mouse: said,
  path: said,
  seclabels: seclabelsSaid,
} as const

export const chardevSaid = {
  type: said,
  source: sourceSaid,
  more_sources: sourceSaid,
  protocol: { type: said },
  log: { file: said, append: said },
} as const

/**
 * Writes the `-chardev`.
 *
 * @param id its id
 * @param socketName the socket in the state directory that stands for a pty, and for a socket without a path
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
  const { source, log } = chardev
  const write = (type: string, pairs: Record<string, OptionValue>) => {
    const logged = log?.file === undefined ? undefined : { logfile: log.file, logappend: log.append }
    emit(build, '-chardev', path, options(type, { id, ...pairs, ...logged }))
    return true
  }
  switch (chardev.type ?? 'pty') {
    case 'pty':
      return write('socket', { path: socketPath(build, socketName, path), server: true, wait: false })
    case 'unix':
      return write('socket', unixSocket(build, chardev, socketName, path))
    case 'tcp':
      return write('socket', tcpSocket(build, chardev, path))
    case 'udp':
      return write('udp', udpSocket(chardev))
    case 'file':
      return write('file', { path: source?.path, append: source?.append })
    case 'dev':
      return write('serial', { path: source?.path })
    case 'pipe':
      return write('pipe', { path: source?.path })
    case 'stdio':
      return write('stdio', { signal: false })
    case 'null':
    case 'vc':
      return write(chardev.type ?? 'null', {})
    case 'spicevmc':
      return write('spicevmc', { name: spiceName })
    case 'spiceport':
      return write('spiceport', { name: source?.channel })
    case 'dbus':
      return write('dbus', { name: source?.channel ?? `org.qemu.${spiceName}` })
    case 'qemu-vdagent':
      return write('qemu-vdagent', {
        name: 'vdagent',
        clipboard: source?.clipboard,
        mouse: source?.mouse === undefined ? undefined : source.mouse === 'client',
      })
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'type'],
        `QEMU on Linux has no host end of type ${chardev.type}: it is left out.`,
      )
      return false
  }
}

/** libvirt picks a path for a bound socket that has none: here it is in the state directory. */
function unixSocket(
  build: Build,
  { source }: Chardev,
  name: string,
  path: Path,
): Record<string, OptionValue> {
  const server = source?.mode !== 'connect'
  const at = source?.path ?? socketPath(build, name, path)
  if (source?.path !== undefined) checkSocketPath(build, source.path, path)
  return server ? { path: at, server: true, wait: false } : { path: at, reconnect: reconnectSeconds(source) }
}

function tcpSocket(build: Build, { source, protocol }: Chardev, path: Path): Record<string, OptionValue> {
  const server = source?.mode === 'bind'
  const telnet = protocol?.type === 'telnet' || protocol?.type === 'telnets'
  if (protocol?.type === 'telnets' || protocol?.type === 'tls')
    find(
      build,
      'qemu.unsupported',
      [...path, 'protocol'],
      'Encryption is left out: add -object tls-creds-x509,… and tls-creds= to the -chardev.',
    )
  return {
    host: source?.host ?? '127.0.0.1',
    port: source?.service,
    ...(server ? { server: true, wait: false } : { reconnect: reconnectSeconds(source) }),
    telnet: telnet ? true : undefined,
  }
}

/** The end that is connected to is said with host and port, the bound one with localaddr and localport. */
function udpSocket({ source, more_sources: more }: Chardev): Record<string, OptionValue> {
  const ends = [source, ...(more ?? [])]
  const bound = ends.find((end) => end?.mode === 'bind')
  const connected = ends.find((end) => end !== undefined && end.mode !== 'bind')
  return {
    host: connected?.host,
    port: connected?.service,
    localaddr: bound?.host,
    localport: bound?.service,
  }
}

function reconnectSeconds(source: Chardev['source']): number | undefined {
  const reconnect = source?.reconnect
  if (reconnect?.enabled === undefined) return undefined
  return reconnect.enabled ? (reconnect.timeout ?? 1) : 0
}
