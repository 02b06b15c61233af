/** Directories of the host seen in the guest. libvirt manual, Filesystems; virtiofsd's own manual; QEMU manual, -fsdev. */
import type { Path } from '../../finding.ts'
import { distroFamily } from '../../host/index.ts'
import {
  type Build,
  checkSocketPath,
  type Devices,
  device,
  emit,
  find,
  type Item,
  idOf,
  socketPath,
  virtioDevice,
  virtioOptions,
} from '../build.ts'
import { options } from '../options.ts'
import { byHand, type Said, said } from '../said.ts'
import { placeSaid, virtioSaid } from '../said-of-devices.ts'

type Filesystem = Item<Devices['filesystems']>

const imageOnly = byHand('It is left out: file systems in images belong to containers.')

export const filesystemSaid: Said<Filesystem> = {
  type: said,
  accessmode: said,
  model: said,
  multidevs: said,
  fmode: said,
  dmode: said,
  driver: {
    type: said,
    format: imageOnly,
    wrpolicy: said,
    queue: said,
    ...virtioSaid,
  },
  binary: {
    path: said,
    xattr: said,
    cache: said,
    sandbox: said,
    lock_posix: byHand('POSIX locks are left out: virtiofsd in Rust does not forward them.'),
    lock_flock: byHand('flock is left out: virtiofsd in Rust does not forward it.'),
    thread_pool: said,
    openfiles: said,
  },
  source: {
    dir: said,
    file: imageOnly,
    dev: imageOnly,
    name: imageOnly,
    usage: imageOnly,
    units: imageOnly,
    socket: said,
  },
  target: { dir: said },
  readonly: said,
  idmap: { uid: { start: said, target: said, count: said }, gid: { start: said, target: said, count: said } },
  ...placeSaid,
}

export function renderFilesystems(build: Build): void {
  for (const [index, share] of (build.devices.filesystems ?? []).entries()) {
    const path = ['devices', 'filesystems', index]
    if (share.driver?.type === 'virtiofs' || share.source?.socket !== undefined)
      renderVirtiofs(build, share, index, path)
    else if ((share.type ?? 'mount') === 'mount') render9p(build, share, index, path)
    else
      find(
        build,
        'qemu.unsupported',
        [...path, 'type'],
        `A share of type ${share.type} is left out: QEMU shares directories.`,
      )
  }
}

function renderVirtiofs(build: Build, share: Filesystem, index: number, path: Path): void {
  const running = share.source?.socket
  if (running !== undefined) checkSocketPath(build, running, path)
  const socket = running ?? socketPath(build, `fs${index}.sock`, path)
  const id = `fs${index}`
  emit(build, '-chardev', path, options('socket', { id: `char-${id}`, path: socket }))
  device(build, 'vhost-user-fs-pci', path, {
    id: idOf(build, share.alias, id, path),
    chardev: `char-${id}`,
    tag: share.target?.dir,
    'queue-size': share.driver?.queue ?? 1024,
    ...virtioOptions(share.driver),
  })
  for (const key of ['multidevs', 'fmode', 'dmode'] as const)
    if (share[key] !== undefined)
      find(build, 'qemu.unsupported', [...path, key], `${key} is left out: it is for 9p, not virtiofs.`)
  if (share.driver?.wrpolicy !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'wrpolicy'],
      'wrpolicy is left out: it is for 9p, not virtiofs.',
    )
  if (running === undefined) addVirtiofsd(build, share, socket, path)
  else if (share.binary !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'binary'],
      'The virtiofsd behind the socket runs already: its settings are left out.',
    )
}

/** Where the package of the distribution puts it; none is on the PATH. */
function virtiofsdOf(build: Build, share: Filesystem): string {
  if (share.binary?.path !== undefined) return share.binary.path
  return distroFamily(build.host.distro) === 'arch' ? '/usr/lib/virtiofsd' : '/usr/libexec/virtiofsd'
}

function addVirtiofsd(build: Build, share: Filesystem, socket: string, path: Path): void {
  const { binary } = share
  const dir = share.source?.dir
  if (dir === undefined) {
    find(build, 'qemu.text', [...path, 'source'], 'The share has no directory: say it in source.', 'warning')
    return
  }
  const argv = [virtiofsdOf(build, share), '--socket-path', socket, '--shared-dir', dir]
  if (binary?.cache !== undefined) argv.push('--cache', binary.cache === 'none' ? 'never' : binary.cache)
  if (binary?.sandbox !== undefined) argv.push('--sandbox', binary.sandbox)
  if (binary?.xattr === 'on') argv.push('--xattr')
  if (binary?.thread_pool !== undefined) argv.push('--thread-pool-size', binary.thread_pool)
  if (binary?.openfiles !== undefined) argv.push('--rlimit-nofile', String(binary.openfiles))
  if (share.readonly === true) {
    argv.push('--readonly')
    find(build, 'qemu.host-setup', [...path, 'readonly'], 'A read-only share needs virtiofsd 1.13 or later.')
  }
  addIdMap(build, share, argv, path)
  build.helpers.push({ name: 'virtiofsd', argv, socket, path })
}

/** virtiofsd's manual: ranges are mapped by its user namespace, which only the sandbox `namespace` has. */
function addIdMap(build: Build, share: Filesystem, argv: string[], path: Path): void {
  const { idmap, binary } = share
  if (idmap === undefined) return
  if (binary?.sandbox === 'chroot') {
    find(
      build,
      'qemu.unsupported',
      [...path, 'idmap'],
      'The id map is left out: virtiofsd maps ids in the sandbox namespace only, and chroot needs root besides. Leave binary.sandbox out.',
    )
    return
  }
  for (const { start = 0, target = 0, count = 1 } of idmap.uid ?? [])
    argv.push('--uid-map', `:${start}:${target}:${count}:`)
  for (const { start = 0, target = 0, count = 1 } of idmap.gid ?? [])
    argv.push('--gid-map', `:${start}:${target}:${count}:`)
}

const securityModels: Readonly<Record<string, string>> = {
  passthrough: 'passthrough',
  mapped: 'mapped-xattr',
  squash: 'none',
}

/** 9p needs no helper and no shared memory. */
function render9p(build: Build, share: Filesystem, index: number, path: Path): void {
  const type = share.driver?.type ?? 'path'
  if (type !== 'path' && type !== '9p') {
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'type'],
      `A share by ${type} is left out: use virtiofs or 9p.`,
    )
    return
  }
  const id = `fs${index}`
  emit(
    build,
    '-fsdev',
    path,
    options('local', {
      id: `fsdev-${id}`,
      path: share.source?.dir,
      security_model: securityModels[share.accessmode ?? 'passthrough'],
      multidevs: share.multidevs === 'default' ? undefined : share.multidevs,
      fmode: share.fmode,
      dmode: share.dmode,
      writeout: share.driver?.wrpolicy,
      readonly: share.readonly === true ? true : undefined,
    }),
  )
  device(build, virtioDevice('9p', share.model), path, {
    id: idOf(build, share.alias, id, path),
    fsdev: `fsdev-${id}`,
    mount_tag: share.target?.dir,
    ...virtioOptions(share.driver),
  })
  for (const key of ['binary', 'idmap'] as const)
    if (share[key] !== undefined)
      find(build, 'qemu.unsupported', [...path, key], `${key} is left out: it is for virtiofs, not 9p.`)
  if (share.driver?.queue !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'queue'],
      'queue is left out: it is for virtiofs, not 9p.',
    )
}
