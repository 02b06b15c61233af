/** Data elsewhere, as keys of a protocol node. libvirt manual, Hard drives (protocol); QAPI, BlockdevOptions. */
import type { Disk } from '../../domain/index.ts'
import { leftOut, report } from '../build/index.ts'
import { object } from '../writing/index.ts'
import { defaultPorts } from './disk-words.ts'
import { type Node, type Source, type StorageContext, secretObject } from './storage-context.ts'

type Host = NonNullable<Source['hosts']>[number]

/** @returns undefined when QEMU does not speak the protocol */
export function networkNode(context: StorageContext, source: Source): Node | undefined {
  const { build, path } = context
  const { protocol, name = '' } = source
  const host = source.hosts?.[0]
  if ((source.hosts?.length ?? 0) > 1 && protocol !== 'rbd' && protocol !== 'gluster')
    leftOut(build, [...path, 'hosts'], 'QEMU takes the first host only.')
  for (const [index, { transport }] of (source.hosts ?? []).entries())
    if (transport === 'rdma')
      leftOut(build, [...path, 'hosts', index, 'transport'], 'QEMU reaches it by TCP: RDMA is left out.')
  switch (protocol) {
    case 'nbd':
      return {
        driver: 'nbd',
        ...socketAddress('server.', host, defaultPorts.nbd),
        export: name === '' ? undefined : name,
        ...tlsKeys(context, source),
        'reconnect-delay': source.reconnect?.enabled === false ? undefined : source.reconnect?.delay,
      }
    case 'ssh':
      return sshNode(context, source, host)
    case 'nfs':
      return nfsNode(context, source, host)
    case 'iscsi':
      return iscsiNode(context, source, host)
    case 'rbd':
      return rbdNode(context, source)
    case 'gluster':
      return glusterNode(source)
    case 'http':
    case 'https':
    case 'ftp':
    case 'ftps':
      return urlNode(context, source, protocol)
    default:
      leftOut(
        build,
        [...path, 'protocol'],
        `QEMU does not speak ${protocol ?? 'an unnamed protocol'} any more: the disk is left out. Serve the image by NBD (qemu-nbd, nbdkit) and use the protocol nbd.`,
      )
      return undefined
  }
}

/** `inet` with host and port, or `unix` with a path. */
function socketAddress(prefix: string, host: Host | undefined, port: number): Node {
  return host?.transport === 'unix'
    ? { [`${prefix}type`]: 'unix', [`${prefix}path`]: host.socket }
    : {
        [`${prefix}type`]: 'inet',
        [`${prefix}host`]: host?.name ?? 'localhost',
        [`${prefix}port`]: String(host?.port ?? port),
      }
}

/** libvirt's own place for the certificates of its NBD clients. */
const certificates = '/etc/pki/libvirt-nbd'

function tlsKeys({ build, path, name }: StorageContext, { tls, tls_hostname: hostname }: Source): Node {
  if (tls !== true) return {}
  const id = `obj${name}_tls0`
  object(build, 'tls-creds-x509', [...path, 'tls'], {
    id,
    dir: certificates,
    endpoint: 'client',
    'verify-peer': true,
  })
  report(
    build,
    'qemu.host-setup',
    [...path, 'tls'],
    `TLS needs ca-cert.pem, and client-cert.pem and client-key.pem when the server asks, in ${certificates}.`,
  )
  return { 'tls-creds': id, 'tls-hostname': hostname }
}

function sshNode({ build, path }: StorageContext, source: Source, host: Host | undefined): Node {
  const { identity, known_hosts: knownHosts } = source
  if (source.auth !== undefined)
    leftOut(
      build,
      [...path, 'auth'],
      'The password is left out: QEMU logs in with keys of an SSH agent. Load the key with ssh-add and start QEMU from the same shell.',
    )
  if (knownHosts !== undefined)
    report(
      build,
      'qemu.differs',
      [...path, 'known_hosts'],
      `QEMU reads ~/.ssh/known_hosts alone: add the lines of ${knownHosts} to it.`,
    )
  if (identity?.keyfile !== undefined)
    leftOut(
      build,
      [...path, 'identity', 'keyfile'],
      `QEMU asks the SSH agent for keys: run ssh-add ${identity.keyfile} before.`,
    )
  if (identity?.agentsock !== undefined)
    build.environment.push({
      name: 'SSH_AUTH_SOCK',
      value: identity.agentsock,
      path: [...path, 'identity', 'agentsock'],
    })
  return {
    driver: 'ssh',
    path: source.name,
    'server.host': host?.name ?? 'localhost',
    'server.port': String(host?.port ?? defaultPorts.ssh),
    user: identity?.username ?? source.auth?.username,
  }
}

function nfsNode({ build, path }: StorageContext, source: Source, host: Host | undefined): Node {
  const number = (key: 'user' | 'group') => {
    const value = source.identity?.[key]?.replace(/^\+/, '')
    if (value === undefined || /^\d+$/.test(value)) return value === undefined ? undefined : Number(value)
    leftOut(
      build,
      [...path, 'identity', key],
      `QEMU takes numbers for NFS: say the number of ${value}, which \`getent ${key === 'user' ? 'passwd' : 'group'} ${value}\` shows.`,
    )
    return undefined
  }
  return {
    driver: 'nfs',
    'server.host': host?.name ?? 'localhost',
    'server.type': 'inet',
    path: source.name,
    user: number('user'),
    group: number('group'),
  }
}

function iscsiNode(context: StorageContext, source: Source, host: Host | undefined): Node {
  const [target = '', lun = '0'] = (source.name ?? '').split('/')
  return {
    driver: 'iscsi',
    portal: `${bracketed(host?.name ?? 'localhost')}:${host?.port ?? defaultPorts.iscsi}`,
    target,
    lun: /^\d+$/.test(lun) ? Number(lun) : lun,
    transport: 'tcp',
    'initiator-name': source.initiator,
    user: source.auth?.username,
    'password-secret': loginSecret(context, source, 'CHAP password'),
  }
}

/** An IPv6 address with a port behind it. */
function bracketed(name: string): string {
  return name.includes(':') ? `[${name}]` : name
}

function loginSecret(context: StorageContext, source: Source, what: string): string | undefined {
  if (source.auth === undefined) return undefined
  return secretObject(context, `${context.name}-auth-secret0`, 'auth', what, [...context.path, 'auth'])
}

/** The part of `pool/namespace/image` that an RBD image is named by. */
function rbdNode(context: StorageContext, source: Source): Node {
  const parts = (source.name ?? '').split('/')
  const image = parts.at(-1)
  const node: Node = {
    driver: 'rbd',
    pool: parts[0] ?? '',
    namespace: parts.length > 2 ? parts[1] : undefined,
    image: parts.length > 1 ? image : '',
    snapshot: source.snapshot,
    conf: source.config,
  }
  for (const [index, host] of (source.hosts ?? []).entries()) {
    node[`server.${index}.host`] = host.name
    node[`server.${index}.port`] = String(host.port ?? 6789)
  }
  if (source.auth !== undefined) {
    node['user'] = source.auth.username
    node['auth-client-required.0'] = 'cephx'
    node['auth-client-required.1'] = 'none'
    node['key-secret'] = loginSecret(context, source, 'key of Ceph')
  }
  const { encryption } = source
  if (encryption !== undefined && decryptsInCeph(encryption)) {
    const count = Math.max(encryption.secrets?.length ?? 1, 1)
    for (let layer = 0; layer < count; layer += 1) {
      const prefix = `encrypt.${'parent.'.repeat(layer)}`
      node[`${prefix}format`] = encryption.format === 'default' ? 'luks' : encryption.format
      node[`${prefix}key-secret`] = secretObject(
        context,
        `${context.name}-encryption-secret${layer}`,
        layer === 0 ? 'key' : `key${layer}`,
        'passphrase',
        [...context.path, 'encryption'],
      )
    }
  }
  return node
}

/** Ceph's own forms of LUKS are Ceph's to decrypt. */
export function decryptsInCeph(encryption: NonNullable<Disk['encryption']>): boolean {
  return encryption.engine === 'librbd' || encryption.format === 'luks2' || encryption.format === 'luks-any'
}

function glusterNode(source: Source): Node {
  const [volume = '', ...file] = (source.name ?? '').split('/')
  const node: Node = { driver: 'gluster', volume, path: file.join('/') }
  for (const [index, host] of (source.hosts ?? []).entries())
    Object.assign(node, socketAddress(`server.${index}.`, host, defaultPorts.gluster))
  return node
}

function urlNode(context: StorageContext, source: Source, protocol: 'http' | 'https' | 'ftp' | 'ftps'): Node {
  const host = source.hosts?.[0]
  const query = source.query === undefined ? '' : `?${source.query}`
  const at = `${bracketed(host?.name ?? 'localhost')}:${host?.port ?? defaultPorts[protocol]}`
  const cookies = Object.entries(source.cookies ?? {})
  return {
    driver: protocol,
    url: `${protocol}://${at}/${(source.name ?? '').replace(/^\//, '')}${query}`,
    username: source.auth?.username,
    'password-secret': loginSecret(context, source, 'password'),
    sslverify: source.ssl,
    'cookie-secret':
      cookies.length === 0
        ? undefined
        : secretObject(
            context,
            `${context.name}-httpcookie-secret0`,
            'cookie',
            'cookies',
            [...context.path, 'cookies'],
            cookies.map(([name, value]) => `${name}=${value}`).join('; '),
          ),
    readahead: source.readahead,
    timeout: source.timeout,
  }
}
