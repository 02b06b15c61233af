/** Shares by virtiofs: a virtiofsd beside QEMU serves them. virtiofsd's own manual; QEMU manual, vhost-user-fs. */
import type { Filesystem } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { distroFamily } from '../../../host/index.ts'
import {
  type Build,
  bootIndexOf,
  checkSocketPath,
  hasQemu,
  idOf,
  leftOut,
  report,
  socketPath,
} from '../../build/index.ts'
import { emitPairs, placedDevice, virtioFlavour } from '../../writing/index.ts'
import { virtiofsDevice } from './filesystem-properties.ts'

export function renderVirtiofs(build: Build, share: Filesystem, index: number, path: Path): void {
  const running = share.source?.socket
  if (running !== undefined) checkSocketPath(build, running, path)
  const socket = running ?? socketPath(build, `fs${index}.sock`, path)
  const id = idOf(build, share.alias, `fs${index}`, path)
  emitPairs(build, '-chardev', path, 'socket', { id: `chr-vu-${id}`, path: socket })
  placedDevice(
    build,
    `vhost-user-fs${virtioFlavour(undefined, share.address)}`,
    path,
    virtiofsDevice,
    share,
    {
      id,
      chardev: `chr-vu-${id}`,
      bootindex: bootIndexOf(build, 'filesystem', share.boot),
    },
  )
  reportForeign(build, share, path)
  if (running === undefined) addVirtiofsd(build, share, socket, path)
  else
    for (const key of ['binary', 'idmap', 'readonly'] as const)
      if (share[key] !== undefined && share[key] !== false)
        leftOut(build, [...path, key], `${key} is left out: the virtiofsd behind the socket runs already.`)
}

/** What is for 9p alone. */
function reportForeign(build: Build, share: Filesystem, path: Path): void {
  for (const key of ['multidevs', 'fmode', 'dmode'] as const)
    if (share[key] !== undefined)
      leftOut(build, [...path, key], `${key} is left out: it is for 9p, not virtiofs.`)
  if (share.driver?.wrpolicy !== undefined)
    leftOut(build, [...path, 'driver', 'wrpolicy'], 'wrpolicy is left out: it is for 9p, not virtiofs.')
  for (const key of ['accessmode', 'model'] as const)
    if (share[key] !== undefined && share[key] !== 'passthrough' && share[key] !== 'virtio')
      leftOut(build, [...path, key], `${key} is left out: virtiofs has passthrough and virtio alone.`)
}

/** The one in C that QEMU itself had until 8.0, where Debian and Ubuntu put it: other options, other limits. */
const oldVirtiofsd = '/usr/lib/qemu/virtiofsd'

/** Where the package of the distribution puts it; none is on the PATH. */
function virtiofsdOf(build: Build, share: Filesystem): string {
  if (share.binary?.path !== undefined) return share.binary.path
  const family = distroFamily(build.host.distro)
  if (family === 'debian' && !hasQemu(build, '8.0')) return oldVirtiofsd
  return family === 'arch' ? '/usr/lib/virtiofsd' : '/usr/libexec/virtiofsd'
}

function addVirtiofsd(build: Build, share: Filesystem, socket: string, path: Path): void {
  const dir = share.source?.dir
  if (dir === undefined) {
    report(
      build,
      'qemu.text',
      [...path, 'source'],
      'The share has no directory: say it in source.',
      'warning',
    )
    return
  }
  const program = virtiofsdOf(build, share)
  const words =
    program === oldVirtiofsd
      ? oldOptions(build, share, socket, dir, path)
      : newOptions(build, share, socket, dir, path)
  build.helpers.push({ name: 'virtiofsd', argv: [program, ...words], socket, path })
}

function newOptions(build: Build, share: Filesystem, socket: string, dir: string, path: Path): string[] {
  const { binary } = share
  const words = ['--socket-path', socket, '--shared-dir', dir]
  if (binary?.cache !== undefined) words.push('--cache', binary.cache === 'none' ? 'never' : binary.cache)
  if (binary?.sandbox !== undefined) words.push('--sandbox', binary.sandbox)
  if (binary?.xattr === 'on') words.push('--xattr')
  if (binary?.thread_pool !== undefined) words.push('--thread-pool-size', binary.thread_pool)
  if (binary?.openfiles !== undefined) words.push('--rlimit-nofile', String(binary.openfiles))
  if (share.readonly === true) {
    words.push('--readonly')
    report(
      build,
      'qemu.host-setup',
      [...path, 'readonly'],
      'A read-only share needs virtiofsd 1.13 or later.',
    )
  }
  addIdMap(build, share, words, path)
  return words
}

/** QEMU 7.2 manual, virtiofsd. A comma in a value would begin the next option. */
function oldOptions(build: Build, share: Filesystem, socket: string, dir: string, path: Path): string[] {
  const { binary } = share
  const words = [`--socket-path=${socket}`, '-o', `source=${dir}`]
  if (dir.includes(','))
    report(build, 'qemu.text', [...path, 'source', 'dir'], 'This virtiofsd takes no comma in a path.')
  if (binary?.cache !== undefined) words.push('-o', `cache=${binary.cache}`)
  if (binary?.sandbox !== undefined) words.push('-o', `sandbox=${binary.sandbox}`)
  if (binary?.xattr === 'on') words.push('-o', 'xattr')
  if (binary?.thread_pool !== undefined) words.push(`--thread-pool-size=${binary.thread_pool}`)
  if (binary?.openfiles !== undefined) words.push(`--rlimit-nofile=${binary.openfiles}`)
  for (const key of ['readonly', 'idmap'] as const)
    if (share[key] !== undefined && share[key] !== false)
      leftOut(
        build,
        [...path, key],
        `${key} is left out: the virtiofsd of QEMU before 8.0 has none. Use the one in Rust and name it in binary.path.`,
      )
  return words
}

/** virtiofsd's manual: ranges are mapped by its user namespace, which only the sandbox `namespace` has. */
function addIdMap(build: Build, share: Filesystem, argv: string[], path: Path): void {
  const { idmap, binary } = share
  if (idmap === undefined) return
  if (binary?.sandbox === 'chroot') {
    leftOut(
      build,
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
