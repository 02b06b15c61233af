/** What `file=` of a -drive names, as keys of a storage node. QEMU manual, Device URL Syntax. */
import { setOwn } from '../../text/index.ts'
import { type Pair, readPairs } from '../words/command-options.ts'

/** @returns the keys of the node; a name that is no URL is a file, or a device of the host */
export function storagePairs(name: string, isCdrom: boolean): readonly Pair[] {
  if (name.startsWith('json:')) return readPairs('blockdev', name.slice('json:'.length))
  const url = /^(nbd|iscsi|ssh|gluster|nfs|https?|ftps?)(?:\+(\w+))?:\/\//.exec(name)
  if (url !== null) return urlPairs(name, url[1] ?? '', url[2] ?? 'tcp')
  if (name.startsWith('nbd:')) return oldNbd(name.slice('nbd:'.length))
  if (name.startsWith('rbd:')) return rbd(name.slice('rbd:'.length))
  if (name.startsWith('fat:')) return fat(name.slice('fat:'.length))
  if (name.startsWith('nvme://')) return nvme(name.slice('nvme://'.length))
  const path = name.replace(/^(?:file|host_device|host_cdrom):(?:\/\/(?=\/))?/, '')
  if (!/^\/dev\/(?!shm\/|fd\/|fdset\/|null$)/.test(path)) return pairs({ driver: 'file', filename: path })
  return pairs({ driver: isCdrom ? 'host_cdrom' : 'host_device', filename: path })
}

function pairs(held: Readonly<Record<string, string | undefined>>): Pair[] {
  return Object.entries(held).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
}

/** `user%password@host:port/path?query`, after the two slashes. */
function partsOf(rest: string) {
  const [, login, host = '', port, path = '', query] =
    /^(?:([^@/?]*)@)?(\[[^\]]*\]|[^:/?]*)(?::(\d+))?\/?([^?]*)(?:\?(.*))?$/s.exec(rest) ?? []
  return { login, host: host.replace(/^\[|\]$/g, ''), port, path: decoded(path), query }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function queryOf(query: string | undefined): ReadonlyMap<string, string> {
  const items = (query ?? '').split('&').map((item) => {
    const at = item.indexOf('=')
    return at < 0 ? ([item, ''] as const) : ([item.slice(0, at), decoded(item.slice(at + 1))] as const)
  })
  return new Map(items)
}

function urlPairs(name: string, protocol: string, transport: string): Pair[] {
  const { login, host, port, path, query } = partsOf(name.slice(name.indexOf('://') + 3))
  const socket = queryOf(query).get('socket')
  const server = (prefix: string, fallback: string): Record<string, string | undefined> =>
    transport === 'unix'
      ? { [`${prefix}type`]: 'unix', [`${prefix}path`]: socket }
      : { [`${prefix}type`]: 'inet', [`${prefix}host`]: host, [`${prefix}port`]: port ?? fallback }
  switch (protocol) {
    case 'nbd':
      return pairs({ driver: 'nbd', ...server('server.', '10809'), export: path === '' ? undefined : path })
    case 'iscsi': {
      const [target = '', lun = '0'] = path.split('/')
      const [user, password] = login?.split('%') ?? []
      return pairs({
        driver: 'iscsi',
        transport: transport === 'iser' ? 'iser' : 'tcp',
        portal: `${host.includes(':') ? `[${host}]` : host}:${port ?? '3260'}`,
        target,
        lun,
        user,
        password,
      })
    }
    case 'ssh':
      return pairs({
        driver: 'ssh',
        path: `/${path}`,
        'server.host': host,
        'server.port': port ?? '22',
        user: login,
        'host-key-check': queryOf(query).get('host_key_check'),
      })
    case 'gluster': {
      const [volume = '', ...file] = path.split('/')
      return pairs({ driver: 'gluster', volume, path: file.join('/'), ...server('server.0.', '24007') })
    }
    case 'nfs': {
      const asked = queryOf(query)
      return pairs({
        driver: 'nfs',
        'server.type': 'inet',
        'server.host': host,
        path: `/${path}`,
        user: asked.get('uid'),
        group: asked.get('gid'),
      })
    }
    default:
      return pairs({ driver: protocol, url: name })
  }
}

/** `host:port:exportname=name`, `unix:path:exportname=name`. */
function oldNbd(text: string): Pair[] {
  const [at = '', name] = text.split(':exportname=')
  if (at.startsWith('unix:'))
    return pairs({ driver: 'nbd', 'server.type': 'unix', 'server.path': at.slice(5), export: name })
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(at) ?? []
  return pairs({
    driver: 'nbd',
    'server.type': 'inet',
    'server.host': host.replace(/^\[|\]$/g, ''),
    'server.port': port ?? '10809',
    export: name,
  })
}

/** `pool/image@snapshot:key=value…`, a colon in a value behind a backslash. */
function rbd(text: string): Pair[] {
  const [image = '', ...settings] = text.split(/(?<!\\):/)
  const [name = '', snapshot] = image.split('@')
  const parts = name.split('/')
  const found: Record<string, string | undefined> = {
    driver: 'rbd',
    pool: parts[0],
    namespace: parts.length > 2 ? parts[1] : undefined,
    image: parts.at(-1),
    snapshot,
  }
  for (const setting of settings) {
    const at = setting.indexOf('=')
    const key = setting.slice(0, at)
    const value = setting.slice(at + 1).replaceAll('\\', '')
    if (key === 'id') found['user'] = value
    else if (key === 'conf') found['conf'] = value
    else if (key === 'mon_host')
      for (const [index, host] of value.split(';').entries()) {
        found[`server.${index}.host`] = host.replace(/:\d+$/, '')
        found[`server.${index}.port`] = /:(\d+)$/.exec(host)?.[1] ?? '6789'
      }
    else if (key !== 'auth_supported') setOwn(found, key, value)
  }
  return pairs(found)
}

/** `floppy:rw:directory`. */
function fat(text: string): Pair[] {
  const [, words = '', dir = ''] = /^((?:(?:floppy|rw|12|16|32):)*)(.*)$/s.exec(text) ?? []
  const size = /\d+/.exec(words)?.[0]
  return pairs({
    driver: 'vvfat',
    dir,
    floppy: words.includes('floppy') ? 'on' : 'off',
    rw: words.includes('rw') ? 'on' : 'off',
    'fat-type': size,
  })
}

/** `0000:01:00.0/1`. */
function nvme(text: string): Pair[] {
  const [device, namespace] = text.split('/')
  return pairs({ driver: 'nvme', device, namespace })
}
