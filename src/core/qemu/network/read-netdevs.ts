/** `-netdev` to what a card is connected to. The way back of netdevs.ts. */
import type { Interface } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import { readReconnect, takeSocket } from '../chardevs/read-chardev.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { socketKeys } from './netdevs.ts'
import { readPasstForwards, readSlirpForwards } from './read-port-forwards.ts'

/** What the network says of an interface, and the options that say it. */
export interface ReadNetwork {
  readonly network: Interface
  readonly queues?: number | undefined
  readonly vhost?: boolean | undefined
  readonly options: readonly OptionInHand[]
}

/**
 * Takes what libvirt knows of a network. Whatever stays in the option keeps the whole card on the command line.
 *
 * @param option `-netdev`, or `-nic` and `-net`, which have the same keys
 * @returns undefined when libvirt has no such type
 */
export function readNetwork(reading: Reading, option: OptionInHand): ReadNetwork | undefined {
  const read = ownValue(networks, option.peek('type') ?? '')
  const found = read?.(option, reading)
  if (found === undefined) return undefined
  option.take('type')
  return { ...found, options: [option, ...found.options] }
}

type Reader = (option: OptionInHand, reading: Reading) => ReadNetwork | undefined

const networks: Readonly<Record<string, Reader>> = {
  user: readUser,
  stream: readPasst,
  tap: readTap,
  bridge: readBridge,
  socket: readSocket,
  'vhost-user': readVhostUser,
  'vhost-vdpa': (option) => {
    const dev = option.take('vhostdev')
    return { network: { type: 'vdpa', source: { dev } }, queues: option.takeNumber('queues'), options: [] }
  },
}

/** Only slirp forwards ports here: the backend says so, since libvirt would take passt. */
function readUser(option: OptionInHand): ReadNetwork {
  const ips = readAddresses(option)
  const texts = option.rest.filter(([key]) => isForward(key)).map(([, value]) => value)
  const forwards = readSlirpForwards(texts)
  if (forwards !== undefined) option.takeAll('hostfwd')
  const port_forwards = forwards === undefined || forwards.length === 0 ? undefined : forwards
  const hostname = option.take('hostname')
  return {
    network: {
      type: 'user',
      port_forwards,
      backend:
        port_forwards === undefined && hostname === undefined ? undefined : { type: 'default', hostname },
      ips: ips.length === 0 ? undefined : ips,
    },
    options: [],
  }
}

function isForward(key: string): boolean {
  return key === 'hostfwd' || /^hostfwd\.\d+(?:\.str)?$/.test(key)
}

function readAddresses(option: OptionInHand): NonNullable<Interface['ips']>[number][] {
  const ips: NonNullable<Interface['ips']>[number][] = []
  const match = /^([\d.]+)(?:\/(\d+))?$/.exec(option.peek('net') ?? '')
  if (match !== null) {
    option.take('net')
    const prefix = match[2] === undefined ? undefined : Number(match[2])
    ips.push({ family: 'ipv4', address: match[1], prefix })
  }
  const v6 = option.take('ipv6-prefix')
  if (v6 !== undefined) ips.push({ family: 'ipv6', address: v6, prefix: option.takeNumber('ipv6-prefixlen') })
  return ips
}

/** A socket that passt listens on, as its name says or as it was started. */
function readPasst(option: OptionInHand, reading: Reading): ReadNetwork | undefined {
  const socket = option.peek('addr.path')
  if (!isPasst(reading, socket) || option.peek('addr.type') !== 'unix') return undefined
  option.take('addr.type')
  option.take('addr.path')
  option.drop('server', 'off', 'no', 'false')
  readReconnect(option)
  return { network: { type: 'user', ...passtKeys(reading, socket) }, options: [] }
}

function isPasst(reading: Reading, socket: string | undefined): boolean {
  return /\/passt[/-]/.test(socket ?? '') || reading.listenerOn(socket)?.name === 'passt'
}

function passtKeys(reading: Reading, socket: string | undefined): Interface {
  const words = reading.listenerOn(socket)?.words ?? []
  const after = (option: string) => {
    const at = words.indexOf(option)
    return at < 0 ? undefined : words[at + 1]
  }
  const forwards = readPasstForwards(words)
  const dev = after('--interface')
  const mtu = after('--mtu')
  return {
    backend: {
      type: 'passt',
      log_file: after('--log-file'),
      hostname: after('--hostname'),
      fqdn: after('--fqdn'),
    },
    source: dev === undefined ? undefined : { dev },
    port_forwards: forwards.length === 0 ? undefined : forwards,
    mtu: mtu === undefined ? undefined : { size: Number(mtu) },
  }
}

/** A tap device by name, one behind the bridge helper, or one that libvirt has opened. */
function readTap(option: OptionInHand): ReadNetwork {
  const vhost = option.takeBoolean('vhost') ?? false
  const sndbuf = option.takeNumber('sndbuf')
  const opened = openedQueues(option)
  option.take('vhostfd')
  option.take('vhostfds')
  const helper = option.peek('helper')
  if (helper !== undefined || option.peek('br') !== undefined) {
    option.drop('helper')
    const bridge = option.take('br') ?? 'br0'
    return { network: { type: 'bridge', source: { bridge }, sndbuf }, vhost, options: [] }
  }
  const dev = option.take('ifname')
  // QEMU runs these two unless it is told otherwise.
  const script = opened === undefined ? (option.take('script') ?? '/etc/qemu-ifup') : 'no'
  const downscript = opened === undefined ? (option.take('downscript') ?? '/etc/qemu-ifdown') : 'no'
  const bare = script === 'no' && downscript === 'no'
  return {
    network: {
      type: 'ethernet',
      target: dev === undefined ? undefined : { dev, managed: bare ? false : undefined },
      script: script === 'no' ? undefined : script,
      downscript: downscript === 'no' ? undefined : downscript,
      sndbuf,
    },
    queues: option.takeNumber('queues') ?? opened,
    vhost,
    options: [],
  }
}

/** One file descriptor for each queue; undefined when QEMU opens the device. */
function openedQueues(option: OptionInHand): number | undefined {
  if (option.take('fd') !== undefined) return 1
  return option.take('fds')?.split(':').length
}

function readBridge(option: OptionInHand): ReadNetwork {
  const bridge = option.take('br') ?? 'br0'
  return { network: { type: 'bridge', source: { bridge } }, options: [] }
}

/** Sockets that QEMU exchanges packets through with another QEMU. */
function readSocket(option: OptionInHand): ReadNetwork | undefined {
  for (const type of ['mcast', 'server', 'client'] as const) {
    const key = socketKeys[type]
    const end = hostAndPort(option.peek(key))
    if (end === undefined) continue
    option.take(key)
    return { network: { type, source: end }, options: [] }
  }
  const remote = hostAndPort(option.peek('udp'))
  const local = hostAndPort(option.peek('localaddr'))
  if (remote === undefined || local === undefined) return undefined
  option.take('udp')
  option.take('localaddr')
  const source = { ...remote, local_address: local.address, local_port: local.port }
  return { network: { type: 'udp', source }, options: [] }
}

function hostAndPort(text: string | undefined): { address: string | undefined; port: number } | undefined {
  const match = /^(.*):(\d+)$/.exec(text ?? '')
  if (match === null) return undefined
  return { address: match[1] === '' ? undefined : match[1], port: Number(match[2]) }
}

function readVhostUser(option: OptionInHand, reading: Reading): ReadNetwork | undefined {
  const named = reading.named('chardev', option.peek('chardev'))
  const socket = named?.peek('backend') === 'socket' ? takeSocket(reading, option) : undefined
  if (socket === undefined) return undefined
  const { path, chardev } = socket
  option.drop('vhostforce')
  const isServer = chardev.takeBoolean('server') === true
  if (!isServer) chardev.drop('wait')
  const reconnect = readReconnect(chardev)
  const queues = option.takeNumber('queues')
  if (isPasst(reading, path))
    return { network: { type: 'vhostuser', ...passtKeys(reading, path) }, queues, options: [chardev] }
  const source = { type: 'unix', path, mode: isServer ? 'server' : 'client', reconnect } as const
  return { network: { type: 'vhostuser', source }, queues, options: [chardev] }
}
