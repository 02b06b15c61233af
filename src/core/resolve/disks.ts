/** The root disk, the seed of cloud-init, and the author's own disks. */

import { hasSomethingToSay } from '../cloudinit/index.ts'
import type { Disk } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { addMadeDisk } from './add-made-device.ts'
import { isMadeEmpty } from './device-defaults.ts'
import { addDevice, type Draft, fillIn, guestNote, note, origin } from './draft.ts'
import { filled } from './fill.ts'
import { freeCdName } from './free-cd-name.ts'
import { addInstaller, orderBoot } from './installer.ts'

/** libvirt manual, Hard drives, floppy disks, CDROMs. */
export function resolveDisks(draft: Draft): void {
  const own = draft.libvirt.devices?.disks ?? []
  const taken = new Set(own.map((disk) => disk.target?.dev))
  addRootDisk(draft, taken)
  addInstaller(draft, taken)
  addSeed(draft, taken)
  for (const [index, disk] of own.entries()) {
    const complete = withoutCreate(withFile(draft, filled(draft, 'disks', disk, index)))
    const path = addDevice(draft, 'disks', complete, ['libvirt', 'devices', 'disks', index])
    if (disk.create !== undefined && isMadeEmpty(disk)) addNewDisk(draft, disk, complete, disk.create, path)
  }
  orderBoot(draft)
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
      target: rootTarget(draft, taken),
    },
    ['source'],
  )
  if (imported) {
    origin(draft, [...path, 'source', 'file'], ['source', 'disk_path'])
    origin(draft, [...path, 'driver', 'type'], ['source', 'disk_format'])
  }
  const how = 'A disk of your own at vda in libvirt.devices.disks takes its place.'
  if (draft.system === undefined || draft.system.disk === 'virtio')
    note(draft, path, 'the root disk', 'qcow2 grows as it is filled, virtio is the fastest bus.', how)
  else
    guestNote(
      draft,
      path,
      `the root disk on ${draft.system.disk}`,
      `${draft.system.name} has no driver for virtio as it is installed.`,
      how,
    )
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The first free name on the bus that the guest has a driver for; from then on it is taken. */
function rootTarget({ system }: Draft, taken: Set<string | undefined>): Disk['target'] {
  const bus = system?.disk ?? 'virtio'
  if (bus === 'virtio') return { dev: 'vda', bus }
  const prefix = bus === 'ide' ? 'hd' : 'sd'
  const dev = letters.map((letter) => prefix + letter).find((name) => !taken.has(name)) ?? `${prefix}a`
  taken.add(dev)
  return { dev, bus }
}

function addSeed(draft: Draft, taken: Set<string | undefined>): void {
  if (!hasSomethingToSay(draft.design)) return
  const path = addMadeDisk(
    draft,
    'seed_disk',
    {
      type: 'file',
      device: 'cdrom',
      driver: { name: 'qemu', type: 'raw' },
      source: { file: draft.paths.seed },
      target: { dev: freeCdName(taken), bus: 'sata' },
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

/** The disk with the path of its file; the same object when nothing is missing of it. */
function withFile(draft: Draft, disk: Disk): Disk {
  const isNew = disk.create !== undefined && isMadeEmpty(disk)
  const said = disk.source?.file ?? (isNew ? newFile(draft, disk) : undefined)
  const file = said === undefined ? undefined : fillIn(draft, said)
  return file === disk.source?.file ? disk : { ...disk, source: { ...disk.source, file } }
}

/** The first disk is where the root disk would be, another one beside it. */
function newFile(draft: Draft, { target, driver }: Disk): string | undefined {
  if (target?.dev === undefined || !/^\w+$/.test(target.dev)) return undefined
  return target.dev === 'vda'
    ? draft.paths.disk
    : `${draft.paths.stateDir}/${target.dev}.${driver?.type ?? 'img'}`
}
