/** The host's end in short: `-serial tcp::4444,server,nowait`. QEMU manual, -serial. */
import { splitAtCommas } from '../words/command-options.ts'
import type { HostEnd } from './read-chardev.ts'

/**
 * @param text after `-serial`, `-parallel` or `-debugcon`
 * @returns undefined when libvirt has no such thing (`mon:stdio`, `msmouse`, `chardev:…`)
 */
export function readShortChardev(text: string): HostEnd | undefined {
  const [first = '', ...flags] = splitAtCommas(text)
  if (first.startsWith('/dev/') && flags.length === 0) return { type: 'dev', source: { path: first } }
  const colon = first.indexOf(':')
  const kind = colon < 0 ? first : first.slice(0, colon)
  const rest = colon < 0 ? '' : first.slice(colon + 1)
  switch (kind) {
    case 'pty':
    case 'stdio':
    case 'null':
      return rest === '' && flags.length === 0 ? { type: kind } : undefined
    case 'vc':
      return flags.length === 0 ? { type: 'vc' } : undefined
    case 'file':
    case 'pipe':
      return flags.length === 0 ? { type: kind, source: { path: rest } } : undefined
    case 'unix':
      return readSocket(flags, (mode) => ({ type: 'unix', source: { mode, path: rest } }))
    case 'tcp':
    case 'telnet':
      return readSocket(flags, (mode) => ({
        type: 'tcp',
        source: { mode, ...readAddress(rest, mode) },
        ...(kind === 'telnet' ? { protocol: { type: 'telnet' } } : {}),
      }))
    case 'udp':
      return flags.length === 0 ? readUdp(rest) : undefined
    default:
      return undefined
  }
}

type Mode = 'bind' | 'connect'

/** A bound socket that QEMU waits at is nothing that libvirt can say. */
function readSocket(flags: readonly string[], make: (mode: Mode) => HostEnd): HostEnd | undefined {
  const values = new Map(flags.map((flag) => [flag.split('=', 1)[0] ?? '', flag.replace(/^[^=]*=?/, '')]))
  const isOn = (key: string) => values.has(key) && values.get(key) !== 'off'
  for (const key of values.keys()) if (!['server', 'wait', 'nowait'].includes(key)) return undefined
  const waits = !isOn('nowait') && values.get('wait') !== 'off'
  if (isOn('server') && waits) return undefined
  return make(isOn('server') ? 'bind' : 'connect')
}

/** `host:port`; without a host all addresses are listened on, and this host is connected to. */
function readAddress(text: string, mode: Mode): { host: string; service: string } {
  const colon = text.lastIndexOf(':')
  const host = text.slice(0, Math.max(colon, 0)).replace(/^\[(.*)\]$/, '$1')
  return {
    host: host === '' ? (mode === 'bind' ? '0.0.0.0' : '127.0.0.1') : host,
    service: text.slice(colon + 1),
  }
}

/** `host:port@local:port`. */
function readUdp(text: string): HostEnd {
  const [remote = '', local] = text.split('@')
  const connected = { mode: 'connect', ...readAddress(remote, 'connect') } as const
  if (local === undefined) return { type: 'udp', source: connected }
  return {
    type: 'udp',
    source: { mode: 'bind', ...readAddress(local, 'bind') },
    more_sources: [connected],
  }
}
