/** Where the data of a disk is, as keys of a protocol node. QEMU manual, -blockdev; QAPI, BlockdevOptions. */
import { type Build, find } from '../build.ts'
import type { OptionValue } from '../options.ts'
import type { Place } from './disk-devices.ts'
import type { Disk } from './disk-said.ts'

type Source = NonNullable<Disk['source']>
type Node = Record<string, OptionValue>

/** @returns undefined when there is no data, or none that QEMU can reach */
export function storageOf(build: Build, { disk, path }: Place): Node | undefined {
  const { source } = disk
  if (source === undefined) return undefined
  switch (disk.type ?? 'file') {
    case 'file':
      return source.file === undefined ? undefined : { driver: 'file', filename: source.file }
    case 'block':
      return source.dev === undefined
        ? undefined
        : { driver: disk.device === 'cdrom' ? 'host_cdrom' : 'host_device', filename: source.dev }
    case 'dir':
      return source.dir === undefined
        ? undefined
        : { driver: 'vvfat', dir: source.dir, floppy: disk.device === 'floppy', rw: false }
    case 'nvme':
      find(
        build,
        'qemu.unsupported',
        [...path, 'source'],
        'An NVMe disk is left out: add -blockdev driver=nvme,device=0000:01:00.0,namespace=1,node-name=… and give the controller to vfio-pci.',
      )
      return undefined
    case 'vhostvdpa':
      return source.dev === undefined
        ? undefined
        : { driver: 'virtio-blk-vhost-vdpa', path: source.dev, 'cache.direct': true }
    case 'network':
      return networkNode(build, source, path)
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'source'],
        `A disk of type ${disk.type} is left out: storage pools are libvirt’s own. Name the file or device: virsh vol-path.`,
      )
      return undefined
  }
}

function networkNode(build: Build, source: Source, path: Place['path']): Node | undefined {
  const name = source.name ?? ''
  const host = source.hosts?.[0]
  const port = host?.port
  if ((source.hosts?.length ?? 0) > 1 && source.protocol !== 'rbd')
    find(build, 'qemu.unsupported', [...path, 'source', 'hosts'], 'QEMU takes the first host only.')
  if (host?.transport === 'rdma')
    find(
      build,
      'qemu.unsupported',
      [...path, 'source', 'hosts', 0, 'transport'],
      'QEMU reaches it by TCP: RDMA is left out.',
    )
  switch (source.protocol) {
    case 'nbd':
      return { driver: 'nbd', ...server(host, 10809), export: name === '' ? undefined : name }
    case 'ssh':
      return {
        driver: 'ssh',
        'server.host': host?.name,
        'server.port': port ?? 22,
        path: `/${name.replace(/^\/+/, '')}`,
      }
    case 'nfs':
      return { driver: 'nfs', 'server.type': 'inet', 'server.host': host?.name, path: name }
    case 'iscsi': {
      const [target = '', lun = '0'] = name.split('/')
      return {
        driver: 'iscsi',
        transport: 'tcp',
        portal: `${host?.name ?? ''}:${port ?? 3260}`,
        target,
        lun: Number(lun),
      }
    }
    case 'rbd': {
      const [pool = '', ...image] = name.split('/')
      const node: Node = { driver: 'rbd', pool, image: image.join('/') }
      for (const [index, one] of (source.hosts ?? []).entries()) {
        node[`server.${index}.host`] = one.name
        node[`server.${index}.port`] = one.port ?? 6789
      }
      return node
    }
    case 'gluster': {
      const [volume = '', ...file] = name.split('/')
      return {
        driver: 'gluster',
        volume,
        path: file.join('/'),
        ...(host?.transport === 'unix'
          ? { 'server.0.type': 'unix', 'server.0.path': host.socket }
          : { 'server.0.type': 'inet', 'server.0.host': host?.name, 'server.0.port': port ?? 24007 }),
      }
    }
    case 'http':
    case 'https':
    case 'ftp':
    case 'ftps': {
      const query = source.query === undefined ? '' : `?${source.query}`
      const at = `${host?.name ?? ''}${port === undefined ? '' : `:${port}`}`
      return {
        driver: source.protocol,
        url: `${source.protocol}://${at}/${name.replace(/^\/+/, '')}${query}`,
      }
    }
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'source', 'protocol'],
        `QEMU does not speak ${source.protocol ?? 'an unnamed protocol'} any more: the disk is left out.`,
      )
      return undefined
  }
}

function server(host: NonNullable<Source['hosts']>[number] | undefined, defaultPort: number): Node {
  return host?.transport === 'unix'
    ? { 'server.type': 'unix', 'server.path': host.socket }
    : { 'server.type': 'inet', 'server.host': host?.name, 'server.port': host?.port ?? defaultPort }
}
