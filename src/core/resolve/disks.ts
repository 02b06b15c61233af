/** The root disk, the seed of cloud-init, and the author's own disks. */

import { hasSomethingToSay } from '../cloudinit/index.ts'
import type { Disk } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { addMadeDisk } from './add-made-device.ts'
import { addDevice, type Draft, fillIn, note, origin } from './draft.ts'

/** libvirt manual, Hard drives, floppy disks, CDROMs. */
export function resolveDisks(draft: Draft): void {
  const own = draft.libvirt.devices?.disks ?? []
  const taken = new Set(own.map((disk) => disk.target?.dev))
  addRootDisk(draft, taken)
  addSeed(draft, taken)
  for (const [index, disk] of own.entries()) {
    const complete = withoutCreate(withDriver(draft, disk))
    const path = addDevice(draft, 'disks', complete, ['libvirt', 'devices', 'disks', index])
    if (disk.create !== undefined && isMadeEmpty(disk)) addNewDisk(draft, disk, complete, disk.create, path)
  }
}

/** XML has no word for it: what is to be made stands beside the Domain. */
function addNewDisk(draft: Draft, said: Disk, complete: Disk, size: string, path: Path): void {
  const file = complete.source?.file
  const format = complete.driver?.type
  if (file === undefined || format === undefined) return
  draft.newDisks.push({ file, format, size })
  const how = 'Say source.file and driver.type on the disk.'
  if (said.source?.file === undefined)
    note(
      draft,
      [...path, 'source'],
      'a file of its own',
      'A new disk lies with the other files of the VM.',
      how,
    )
  if (said.driver?.type === undefined)
    note(draft, [...path, 'driver'], 'the format qcow2', 'qcow2 grows as it is filled.', how)
}

function addRootDisk(draft: Draft, taken: Set<string | undefined>): void {
  const { source } = draft.spec
  if (taken.has('vda')) return
  if (source === undefined && draft.spec.disk_size === undefined) return
  const imported = source?.kind === 'imported' ? source : undefined
  if (imported && imported.disk_path === undefined) return
  const path = addMadeDisk(
    draft,
    'root_disk',
    {
      type: 'file',
      device: 'disk',
      driver: { name: 'qemu', type: imported?.disk_format ?? 'qcow2' },
      source: { file: imported?.disk_path ?? draft.paths.disk },
      target: { dev: 'vda', bus: 'virtio' },
    },
    ['source'],
  )
  if (imported) {
    origin(draft, [...path, 'source', 'file'], ['source', 'disk_path'])
    origin(draft, [...path, 'driver', 'type'], ['source', 'disk_format'])
  }
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
  const path = addMadeDisk(
    draft,
    'seed_disk',
    {
      type: 'file',
      device: 'cdrom',
      driver: { name: 'qemu', type: 'raw' },
      source: { file: draft.paths.seed },
      target: { dev, bus: 'sata' },
      readonly: true,
    },
    ['cloud_init'],
  )
  note(
    draft,
    path,
    'the cloud-init seed',
    'cloud-init finds its data on a CD labelled cidata.',
    'It goes when cloud_init, the SSH key and the users say nothing.',
  )
}

function withoutCreate(disk: Disk): Disk {
  if (!Object.hasOwn(disk, 'create')) return disk
  const { create: _, ...others } = disk
  return others
}

/** Whoever asks often what a design resolves to (lift) sees at once that such a disk is the same. */
function saysAll({ type, device, driver, source, readonly, create }: Disk): boolean {
  return (
    create === undefined &&
    type !== undefined &&
    device !== undefined &&
    driver?.name !== undefined &&
    driver.type !== undefined &&
    source?.file?.includes('{{') !== true &&
    (device !== 'cdrom' || readonly !== undefined)
  )
}

/** A format that is not said would be probed, which libvirt refuses to do. */
function withDriver(draft: Draft, disk: Disk): Disk {
  if (saysAll(disk)) return disk
  const type = disk.type ?? 'file'
  const device = disk.device ?? 'disk'
  const isNew = disk.create !== undefined && isMadeEmpty(disk)
  const format = disk.driver?.type ?? usualFormat(type, device, isNew)
  const file = disk.source?.file ?? (isNew ? newFile(draft, disk, format) : undefined)
  return {
    ...disk,
    type,
    device,
    ...(disk.driver === undefined && format === undefined
      ? {}
      : { driver: { name: 'qemu', ...disk.driver, ...(format === undefined ? {} : { type: format }) } }),
    ...(file === undefined ? {} : { source: { ...disk.source, file: fillIn(draft, file) } }),
    ...(device === 'cdrom' && disk.readonly === undefined ? { readonly: true } : {}),
  }
}

/** A file that may be made: the rules speak of any other disk that is said to be new. */
function isMadeEmpty({ type = 'file', device = 'disk' }: Disk): boolean {
  return type === 'file' && (device === 'disk' || device === 'floppy')
}

function usualFormat(type: string, device: string, isNew: boolean) {
  if (device === 'cdrom' || type === 'block') return 'raw'
  if (!isNew) return undefined
  return device === 'floppy' ? 'raw' : 'qcow2'
}

/** The first disk is where the root disk would be, another one beside it. */
function newFile(draft: Draft, { target }: Disk, format: string | undefined): string | undefined {
  if (target?.dev === undefined || !/^\w+$/.test(target.dev)) return undefined
  return target.dev === 'vda' ? draft.paths.disk : `${draft.paths.stateDir}/${target.dev}.${format ?? 'img'}`
}
