/** The root disk, the seed of cloud-init, and the author's own disks. */
import { hasSomethingToSay } from '../cloudinit/index.ts'
import { addDevice, type Devices, type Draft, fillIn, type Item, note, origin } from './draft.ts'

type Disk = Item<Devices['disks']>

/** libvirt manual, Hard drives, floppy disks, CDROMs. */
export function resolveDisks(draft: Draft): void {
  const own = draft.libvirt.devices?.disks ?? []
  const taken = new Set(own.map((disk) => disk.target?.dev))
  addRootDisk(draft, taken)
  addSeed(draft, taken)
  for (const [index, disk] of own.entries())
    addDevice(draft, 'disks', withDriver(draft, disk), ['libvirt', 'devices', 'disks', index])
}

function addRootDisk(draft: Draft, taken: Set<string | undefined>): void {
  const { source } = draft.spec
  if (taken.has('vda')) return
  if (source === undefined && draft.spec.disk_size === undefined) return
  const imported = source?.kind === 'imported' ? source : undefined
  if (imported && imported.disk_path === undefined) return
  const path = addDevice(draft, 'disks', {
    type: 'file',
    device: 'disk',
    driver: { name: 'qemu', type: imported?.disk_format ?? 'qcow2' },
    source: { file: imported?.disk_path ?? draft.paths.disk },
    target: { dev: 'vda', bus: 'virtio' },
  })
  origin(draft, path, ['source'])
  note(
    draft,
    path,
    'the root disk',
    'qcow2 grows as it is filled, virtio is the fastest bus.',
    'A disk of your own at vda in libvirt.devices.disks takes its place.',
  )
}

function addSeed(draft: Draft, taken: Set<string | undefined>): void {
  if (!hasSomethingToSay(draft.design)) return
  const dev = ['sda', 'sdb', 'sdc', 'sdd'].find((name) => !taken.has(name)) ?? 'sda'
  const path = addDevice(draft, 'disks', {
    type: 'file',
    device: 'cdrom',
    driver: { name: 'qemu', type: 'raw' },
    source: { file: draft.paths.seed },
    target: { dev, bus: 'sata' },
    readonly: true,
  })
  origin(draft, path, ['cloud_init'])
  note(
    draft,
    path,
    'the cloud-init seed',
    'cloud-init finds its data on a CD labelled cidata.',
    'It goes when cloud_init, the SSH key and the users say nothing.',
  )
}

/** A format that is not said would be probed, which libvirt refuses to do. */
function withDriver(draft: Draft, disk: Disk): Disk {
  const type = disk.type ?? 'file'
  const device = disk.device ?? 'disk'
  const format = disk.driver?.type ?? (device === 'cdrom' || type === 'block' ? 'raw' : undefined)
  return {
    ...disk,
    type,
    device,
    ...(disk.driver === undefined && format === undefined
      ? {}
      : { driver: { name: 'qemu', ...disk.driver, ...(format === undefined ? {} : { type: format }) } }),
    ...(disk.source?.file === undefined
      ? {}
      : { source: { ...disk.source, file: fillIn(draft, disk.source.file) } }),
    ...(device === 'cdrom' && disk.readonly === undefined ? { readonly: true } : {}),
  }
}
