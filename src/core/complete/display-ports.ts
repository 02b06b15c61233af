/** Which ports displays listen on. `qemu_process.c` of libvirt: qemuProcessGraphicsAllocatePorts. */
import type { Devices, Item } from '../domain/index.ts'
import { isPortAutomatic } from '../guide/index.ts'

type Graphics = Item<Devices['graphics']>

/** The ports of one display; undefined where it has none. */
export interface Ports {
  readonly port: number | undefined
  readonly tlsPort: number | undefined
  readonly websocket: number | undefined
}

/** QEMU counts VNC displays from here, and libvirt looks for free ports of both kinds from here. */
export const firstPort = 5900
export const firstWebsocket = 5700

/**
 * The ports of all displays, in their order. Whoever wants any gets the first one that no display of this VM has: what
 * else is taken on the host is not known before the start.
 */
export function portsOf(list: readonly Graphics[]): Ports[] {
  const taken = new Set<number>()
  for (const one of list) {
    const fixed = isPortAutomatic(one) ? [one.websocket] : [one.port, one.tls_port, one.websocket]
    for (const port of fixed) if (port !== undefined && port > 0) taken.add(port)
  }
  const free = (from: number) => {
    let port = from
    while (taken.has(port)) port += 1
    taken.add(port)
    return port
  }
  return list.map((one) => {
    if (!listensOnPorts(one)) return { port: undefined, tlsPort: undefined, websocket: undefined }
    const wanted = wantedPorts(one)
    return {
      port: wanted.port === -1 ? free(firstPort) : wanted.port,
      tlsPort: wanted.tlsPort === -1 ? free(firstPort) : wanted.tlsPort,
      websocket: one.websocket === -1 ? free(firstWebsocket) : positive(one.websocket),
    }
  })
}

function listensOnPorts({ type, listen, socket }: Graphics): boolean {
  if (type !== 'vnc' && type !== 'spice') return false
  const first = listen?.[0]
  if (first === undefined) return socket === undefined
  return first.type === undefined
    ? first.socket === undefined
    : first.type !== 'socket' && first.type !== 'none'
}

/** -1 for any. */
function wantedPorts(one: Graphics): { port: number | undefined; tlsPort: number | undefined } {
  if (!isPortAutomatic(one))
    return {
      port: one.port === -1 ? -1 : positive(one.port),
      tlsPort: one.type === 'spice' ? (one.tls_port === -1 ? -1 : positive(one.tls_port)) : undefined,
    }
  if (one.type === 'vnc') return { port: -1, tlsPort: undefined }
  const modes = (one.channels ?? []).map(({ mode }) => mode)
  const isSecure = modes.includes('secure') || one.default_mode === 'secure' || one.tls_port === -1
  const isPlain = modes.includes('insecure') || one.default_mode !== 'secure' || one.port === -1
  return { port: isPlain ? -1 : undefined, tlsPort: isSecure ? -1 : undefined }
}

function positive(port: number | undefined): number | undefined {
  return port !== undefined && port > 0 ? port : undefined
}
