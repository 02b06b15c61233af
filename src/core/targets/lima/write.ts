/** From a design to an instance of Lima. lima-vm/lima, pkg/limatype/lima_yaml.go, 2.x. */

import { fileNameOf, isFetched } from '../../bundle/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { bytes, line, whole, words } from '../plain/codecs.ts'
import { passSeed } from '../plain/disk-file.ts'
import type { Part } from '../plain/part.ts'
import { isOnePort } from '../plain/ports.ts'
import { orNothing } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { noWork } from '../reason.ts'
import { documentsText } from '../yaml/documents.ts'

export const limaTarget: PlainTarget<Record<never, never>> = {
  id: 'lima',
  name: 'Lima',
  options: {},
  usual: [
    ['type', 'kvm'],
    ['cpu.mode', 'host-passthrough'],
    ['os.machine', 'q35'],
    ['devices.serial', [{ type: 'pty', target: { port: 0 } }]],
    ['devices.console', [{ type: 'pty', target: { type: 'serial', port: 0 } }]],
    ['devices.rng', [{ model: 'virtio', backend: { value: '/dev/urandom', model: 'random' } }]],
  ],
  reasons: [
    {
      at: ['name', 'description', 'title'],
      message: 'An instance is called as limactl is told.',
      byHand: 'limactl start --name=NAME FILE.',
      inPart: true,
      severity: 'advice',
    },
    {
      at: ['devices.interfaces.*'],
      message: 'The first card is behind NAT; a further one is on a network that networks.yaml of Lima has.',
      byHand: 'Set one up: limactl sudoers, then networks: [{lima: shared}].',
      inPart: true,
    },
    {
      at: ['devices.disks.*'],
      message: 'An instance has its image, and disks that limactl disk made.',
      byHand: 'limactl disk create, then additionalDisks.',
    },
    {
      at: ['devices.filesystems.*'],
      message: 'A mount is a folder of the host at a place of the guest.',
      byHand: noWork,
      inPart: true,
      severity: 'advice',
    },
  ],
  byHand: 'Lima chooses; run the VM by its script or by libvirt where it matters.',
  beside: {
    image: 'fetched',
    checksum: true,
    cloudInit: false,
    autostart: false,
    forwards: true,
    snapshot: '`limactl snapshot create` takes one.',
  },
  say,
}

function say(saying: Saying) {
  const { root, resolved } = saying
  const { spec, name } = resolved.design
  root.take('name', (held) => (held === fileNameOf(name) ? true : undefined))
  const seed = root.parts('devices.disks')[saying.seedIndex ?? -1]
  if (seed !== undefined) passSeed(seed)
  const size = sizeInBytes(spec.disk_size ?? '')
  const mounts = root.parts('devices.filesystems').flatMap(mountOf)
  const isVirtiofs = root
    .parts('devices.filesystems')
    .every((part) => part.peek('driver.type') === 'virtiofs')
  if (mounts.length > 0)
    for (const part of root.parts('devices.filesystems'))
      part.pass('driver.type', isVirtiofs ? 'virtiofs' : 'path')
  const arch = root.take(
    'os.arch',
    words({ x86_64: 'x86_64', aarch64: 'aarch64', riscv64: 'riscv64', s390x: 's390x', ppc64le: 'ppc64le' }),
  )
  const [tpm] = root.parts('devices.tpm')
  const document = orNothing({
    vmType: 'qemu',
    arch,
    images: imagesOf(saying, arch),
    cpus: root.take('vcpu.value', whole),
    memory: root.take('memory.value', sizeText),
    disk: size === undefined ? undefined : sizeText(`${Math.floor(size)} bytes`),
    mountType: mounts.length === 0 ? undefined : isVirtiofs ? 'virtiofs' : '9p',
    mounts,
    portForwards: root.parts('devices.interfaces').slice(0, 1).flatMap(forwardsOf),
    ssh: spec.ssh?.port === undefined ? undefined : { localPort: spec.ssh.port },
    firmware: {
      legacyBIOS: root.take('os.firmware', words({ efi: false, bios: true })) ?? arch === 'x86_64',
    },
    video: { display: root.peek('devices.graphics') === undefined ? 'none' : 'default' },
    audio: root.pass('devices.sound', [{ model: 'ich9' }]) ? { device: 'default' } : undefined,
    tpm: tpm?.pass('backend.type', 'emulator') && tpm.pass('backend.version', '2.0') ? true : undefined,
    containerd: { system: false, user: false },
  })
  const { text, lines } = documentsText([document ?? {}], (_, way) => placeOf(way))
  return [
    {
      name: `${fileNameOf(name)}.yaml`,
      about: 'the instance: limactl start',
      language: 'yaml' as const,
      text,
      lines,
    },
  ]
}

function placeOf([first = '']: readonly string[]): string[] {
  const places: Readonly<Record<string, string[]>> = {
    images: ['source'],
    cpus: ['cpu'],
    memory: ['ram'],
    disk: ['disk_size'],
    ssh: ['ssh', 'port'],
  }
  return ownValue(places, first) ?? []
}

/** In the units of Lima, which are those of bytes. */
function sizeText(held: unknown): string | undefined {
  const found = bytes(held)
  if (found === undefined) return undefined
  if (found % 1024 ** 3 === 0) return `${found / 1024 ** 3}GiB`
  return found % 1024 ** 2 === 0 ? `${found / 1024 ** 2}MiB` : `${found}B`
}

function imagesOf({ root, resolved }: Saying, arch: string | undefined): Record<string, unknown>[] {
  const { source } = resolved.design.spec
  const index =
    resolved.domain.devices?.disks?.findIndex((disk) => disk.source?.file === resolved.paths.disk) ?? -1
  const part = root.parts('devices.disks')[index]
  const digest =
    source?.checksum?.value === undefined
      ? undefined
      : `${source.checksum.type ?? 'sha256'}:${source.checksum.value}`
  const location = source?.kind === 'cloud_image' ? source.url : undefined
  if (part === undefined || location === undefined)
    return [{ location: part?.text('source.file') ?? 'disk.qcow2', arch }]
  part.take('source.file', () => true)
  part.pass('type', 'file')
  part.pass('device', 'disk')
  part.pass('driver', { name: 'qemu', type: 'qcow2' })
  part.pass('target', { dev: 'vda', bus: 'virtio' })
  return [
    {
      location: isFetched(location) ? location : location.replace(/^file:\/\//, ''),
      arch,
      ...(digest === undefined ? {} : { digest }),
    },
  ]
}

function mountOf(part: Part): Record<string, unknown>[] {
  const tag = part.text('target.dir') ?? ''
  const location = /^[\w.-]{1,60}$/.test(tag) ? part.take('source.dir', line) : undefined
  if (location === undefined) return []
  part.take('target.dir', () => true)
  part.pass('type', 'mount')
  part.pass('accessmode', 'passthrough')
  return [{ location, mountPoint: `/mnt/${tag}`, writable: !part.pass('readonly', true) }]
}

function forwardsOf(card: Part): Record<string, unknown>[] {
  if ((card.text('type') ?? 'user') !== 'user') return []
  card.pass('type', 'user')
  card.pass('backend.type', 'passt')
  card.pass('model.type', 'virtio')
  return card.parts('port_forwards').flatMap((forward) => {
    if (!forward.parts('ranges').some(isOnePort)) return []
    const proto = forward.take('proto', words({ tcp: 'tcp', udp: 'udp' }))
    const hostIP = forward.take('address', line)
    return forward.parts('ranges').flatMap((range) => {
      const start = whole(range.peek('start'))
      const to = whole(range.peek('to')) ?? start
      if (start === undefined || !isOnePort(range)) return []
      for (const key of ['start', 'to']) range.take(key, () => true)
      // The way in by SSH is a key of its own.
      return to === 22 ? [] : [{ guestPort: to, hostPort: start, hostIP, proto }]
    })
  })
}
