/** Keys of a storage node to where the data is. The way back of storage-node.ts and network-node.ts. */
import type { Disk } from '../../domain/index.ts'
import { takeWord } from '../reading/index.ts'
import type { Backend } from './backend.ts'
import type { BlockView } from './block-view.ts'
import { defaultPorts, ioWords } from './disk-words.ts'

type Source = NonNullable<Disk['source']>
type Host = NonNullable<Source['hosts']>[number]

export interface ReadSource {
  readonly type: NonNullable<Disk['type']>
  readonly source: Source
}

/** @returns undefined for a driver that libvirt has no source for; its keys stay */
export function readSource(backend: Backend, view: BlockView): ReadSource | undefined {
  const driver = view.peek('driver')
  switch (driver) {
    case 'file': {
      view.take('driver')
      takeIo(backend, view)
      return { type: 'file', source: { file: view.take('filename'), ...reservations(backend, view) } }
    }
    case 'host_device':
    case 'host_cdrom': {
      view.take('driver')
      takeIo(backend, view)
      return { type: 'block', source: { dev: view.take('filename'), ...reservations(backend, view) } }
    }
    case 'vvfat':
      view.take('driver')
      view.drop('floppy')
      view.drop('rw', 'off', 'false')
      return { type: 'dir', source: { dir: view.take('dir') } }
    case 'nvme':
      return nvme(view)
    case 'virtio-blk-vhost-vdpa':
      view.take('driver')
      return { type: 'vhostvdpa', source: { dev: view.take('path') } }
    default: {
      const source = network(backend, view, driver)
      return source === undefined ? undefined : { type: 'network', source }
    }
  }
}

/** libvirt has one word for all layers. */
function takeIo(backend: Backend, view: BlockView): void {
  const word = takeWord(view, ioWords, 'aio')
  backend.io ??= word
}

function reservations({ reading, options }: Backend, view: BlockView): Source {
  const id = view.peek('pr-manager')
  const helper = reading.named('object', id)
  if (id === undefined || helper === undefined) return {}
  view.take('pr-manager')
  options.add(helper)
  const path = helper.written.pairs.find(([key]) => key === 'path')?.[1]
  helper.finish()
  return id === 'pr-helper0'
    ? { reservations: { managed: true } }
    : { reservations: { managed: false, source: { type: 'unix', path, mode: 'client' } } }
}

function nvme(view: BlockView): ReadSource | undefined {
  const device = /^([\da-f]{4}):([\da-f]{2}):([\da-f]{2})\.([0-7])$/i.exec(view.peek('device') ?? '')
  if (device === null) return undefined
  view.take('driver')
  view.take('device')
  const [, domain = '', bus = '', slot = '', number = ''] = device
  return {
    type: 'nvme',
    source: {
      type: 'pci',
      managed: true,
      namespace: view.takeNumber('namespace'),
      address: {
        domain: `0x${domain}`,
        bus: `0x${bus}`,
        slot: `0x${slot}`,
        function: `0x${number}`,
      },
    },
  }
}

function network(backend: Backend, view: BlockView, driver: string | undefined): Source | undefined {
  switch (driver) {
    case 'nbd':
      return nbd(backend, view)
    case 'ssh': {
      view.take('driver')
      view.drop('host-key-check.mode', 'known_hosts')
      const username = view.take('user')
      return {
        protocol: 'ssh',
        name: view.take('path'),
        hosts: [takeHost(view, 'server', defaultPorts.ssh)],
        identity: username === undefined ? undefined : { username },
      }
    }
    case 'nfs': {
      view.take('driver')
      const user = view.take('user')
      const group = view.take('group')
      return {
        protocol: 'nfs',
        name: view.take('path'),
        hosts: [takeHost(view, 'server', undefined)],
        identity:
          user === undefined && group === undefined
            ? undefined
            : { user: numbered(user), group: numbered(group) },
      }
    }
    case 'iscsi':
      return iscsi(backend, view)
    case 'rbd':
      return rbd(backend, view)
    case 'gluster': {
      view.take('driver')
      return {
        protocol: 'gluster',
        name: `${view.take('volume') ?? ''}/${(view.take('path') ?? '').replace(/^\//, '')}`,
        hosts: takeHosts(view, defaultPorts.gluster),
      }
    }
    case 'http':
    case 'https':
    case 'ftp':
    case 'ftps':
      return url(backend, view, driver)
    default:
      return undefined
  }
}

/** libvirt takes a number for a name unless there is a + before it. */
function numbered(user: string | undefined): string | undefined {
  return user === undefined ? undefined : `+${user}`
}

function takeHost(view: BlockView, key: string, usual: number | undefined): Host {
  const at = view.under(key)
  const type = at.take('type')
  if (type === 'unix' || at.has('path')) return { transport: 'unix', socket: at.take('path') }
  const port = at.takeNumber('port') ?? usual
  return { name: at.take('host'), ...(port === undefined ? {} : { port }) }
}

function takeHosts(view: BlockView, usual: number | undefined): Host[] {
  const hosts: Host[] = []
  while (view.has(`server.${hosts.length}`)) hosts.push(takeHost(view, `server.${hosts.length}`, usual))
  return hosts
}

function nbd({ reading, options }: Backend, view: BlockView): Source {
  view.take('driver')
  const creds = reading.named('object', view.peek('tls-creds'))
  if (creds !== undefined) {
    view.take('tls-creds')
    options.add(creds)
    const password = reading.named('object', creds.peek('passwordid'))
    if (password !== undefined) {
      options.add(password)
      password.finish()
    }
    creds.finish()
  }
  const delay = view.takeNumber('reconnect-delay')
  // Older lines have the address in the node itself.
  const host = view.has('server')
    ? takeHost(view, 'server', defaultPorts.nbd)
    : view.has('path')
      ? { transport: 'unix' as const, socket: view.take('path') }
      : { name: view.take('host'), port: view.takeNumber('port') ?? defaultPorts.nbd }
  return {
    protocol: 'nbd',
    name: view.take('export'),
    hosts: [host],
    tls: creds === undefined ? undefined : true,
    tls_hostname: view.take('tls-hostname'),
    reconnect: delay === undefined ? undefined : { delay },
  }
}

function iscsi(backend: Backend, view: BlockView): Source | undefined {
  if (view.peek('transport') === 'iser') return undefined
  const portal = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?(?:,\d+)?$/.exec(view.peek('portal') ?? '')
  if (portal === null) return undefined
  for (const key of ['driver', 'transport', 'portal']) view.take(key)
  return {
    protocol: 'iscsi',
    name: `${view.take('target') ?? ''}/${view.take('lun') ?? '0'}`,
    hosts: [{ name: portal[1] ?? portal[2], port: Number(portal[3] ?? defaultPorts.iscsi) }],
    initiator: view.take('initiator-name'),
    auth: login(backend, view, 'user', 'password-secret', 'iscsi'),
  }
}

function rbd(backend: Backend, view: BlockView): Source {
  view.take('driver')
  view.drop('auth-client-required.0', 'cephx')
  view.drop('auth-client-required.1', 'none')
  const parts = [view.take('pool'), view.take('namespace'), view.take('image')]
  return {
    protocol: 'rbd',
    name: parts.filter((part) => part !== undefined).join('/'),
    hosts: takeHosts(view, 6789),
    snapshot: view.take('snapshot'),
    config: view.take('conf'),
    auth: login(backend, view, 'user', 'key-secret', 'ceph'),
    encryption: cephEncryption(backend, view),
  }
}

/** The layers of a cloned image are encrypted one by one. */
function cephEncryption(backend: Backend, view: BlockView): Source['encryption'] {
  const secrets: { type: 'passphrase'; usage: string }[] = []
  let at = view.under('encrypt')
  const format = at.peek('format')
  if (format !== 'luks' && format !== 'luks2' && format !== 'luks-any') return undefined
  while (at.has('format')) {
    const usage = backend.takeSecret(at, 'key-secret')
    if (usage === undefined) break
    at.take('format')
    secrets.push({ type: 'passphrase', usage })
    at = at.under('parent')
  }
  return { format, engine: 'librbd', secrets }
}

function login(
  backend: Backend,
  view: BlockView,
  userKey: string,
  secretKey: string,
  secretType: 'iscsi' | 'ceph',
): Source['auth'] {
  const usage = backend.takeSecret(view, secretKey)
  if (usage === undefined) return undefined
  return { username: view.take(userKey), secret_type: secretType, secret_usage: usage }
}

function url(
  backend: Backend,
  view: BlockView,
  protocol: 'http' | 'https' | 'ftp' | 'ftps',
): Source | undefined {
  const match = /^\w+:\/\/(?:\[([^\]]*)\]|([^:/?@]*))(?::(\d+))?(\/[^?]*)?(?:\?(.*))?$/.exec(
    view.peek('url') ?? '',
  )
  if (match === null) return undefined
  view.take('driver')
  view.take('url')
  const cookies = cookiesOf(view)
  return {
    protocol,
    name: match[4],
    query: match[5],
    hosts: [{ name: match[1] ?? match[2], port: Number(match[3] ?? defaultPorts[protocol]) }],
    auth: login(backend, view, 'username', 'password-secret', 'iscsi'),
    ssl: view.takeBoolean('sslverify'),
    cookies,
    readahead: view.takeNumber('readahead'),
    timeout: view.takeNumber('timeout'),
  }
}

function cookiesOf(view: BlockView): Source['cookies'] {
  const text = view.take('cookie')
  if (text === undefined) return undefined
  const cookies = text.split(/;\s*/).map((one) => {
    const at = one.indexOf('=')
    return [one.slice(0, at), one.slice(at + 1)] as const
  })
  return Object.fromEntries(cookies)
}
