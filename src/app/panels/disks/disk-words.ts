/** Disks in words, and what new ones start as. */

import { ownValue } from '../../../core/index.ts'
import type { AddEntry, DeviceWords } from '../../form/index.ts'
import { type ItemAt, specPath } from '../../spec-path.ts'
import { t } from '../../words/index.ts'
import { phrase } from '../spec-values.ts'

export const disks = specPath(['libvirt', 'devices', 'disks'])

export type OwnDisk = ItemAt<typeof disks>

export function diskWords(disk: OwnDisk): DeviceWords {
  const { device = 'disk', type = 'file', create: size, driver, target, source } = disk
  const order = disk.boot?.order
  const place = sourceKeys.map((key) => source?.[key])
  return {
    title: target?.dev ?? t`No name yet`,
    summary: phrase(
      device === 'disk' ? (type === 'file' ? undefined : type) : (ownValue(deviceNames, device) ?? device),
      size !== undefined && `new, ${size}`,
      driver?.type,
      target?.bus,
      disk.readonly === true && 'read-only',
      order !== undefined && t`boots as number ${order}`,
    ),
    detail: place.find((text) => text !== undefined) ?? without(device, size),
  }
}

const sourceKeys = ['file', 'dev', 'dir', 'name', 'volume', 'path'] as const

function without(device: string, size: string | undefined): string {
  if (device !== 'disk') return 'empty'
  return size === undefined ? t`no source yet` : t`with the files of the VM`
}

const deviceNames: Readonly<Record<string, string>> = { cdrom: 'CD', floppy: 'floppy', lun: t`SCSI LUN` }

/** The first free name after those of the root disk and the seed: vdb, sdb, fda. */
export function freeName(present: readonly OwnDisk[], prefix: 'vd' | 'sd' | 'fd'): string {
  const taken = new Set(present.map(({ target }) => target?.dev))
  const letters = prefix === 'fd' ? 'abcdefghijklmnopqrstuvwxyz' : 'bcdefghijklmnopqrstuvwxyz'
  const free = [...letters].map((letter) => `${prefix}${letter}`).find((name) => !taken.has(name))
  return free ?? `${prefix}z${present.length}`
}

export const newDisks: readonly AddEntry<OwnDisk>[] = [
  {
    id: 'new',
    label: t`New disk`,
    description: t`An empty qcow2 file, made with the VM`,
    icon: 'disk',
    value: (present) => ({
      type: 'file',
      device: 'disk',
      create: '20G',
      driver: { type: 'qcow2' },
      target: { dev: freeName(present, 'vd'), bus: 'virtio' },
    }),
  },
  {
    id: 'file',
    label: t`Disk image`,
    description: t`A qcow2 or raw file that is there`,
    icon: 'disk',
    value: (present) => ({
      type: 'file',
      device: 'disk',
      driver: { type: 'qcow2' },
      target: { dev: freeName(present, 'vd'), bus: 'virtio' },
    }),
  },
  {
    id: 'cdrom',
    label: t`CD image`,
    description: t`An ISO file, or an empty drive`,
    icon: 'file',
    value: (present) => ({
      type: 'file',
      device: 'cdrom',
      driver: { type: 'raw' },
      target: { dev: freeName(present, 'sd'), bus: 'sata' },
      readonly: true,
    }),
  },
  {
    id: 'block',
    label: t`Block device`,
    description: t`A disk or volume of the host, best by /dev/disk/by-id`,
    icon: 'disk',
    value: (present) => ({
      type: 'block',
      device: 'disk',
      driver: { type: 'raw', cache: 'none', io: 'native' },
      target: { dev: freeName(present, 'vd'), bus: 'virtio' },
    }),
  },
  {
    id: 'network',
    label: t`Network disk`,
    description: t`NBD, iSCSI, Ceph, NFS, SSH or HTTP`,
    icon: 'network',
    value: (present) => ({
      type: 'network',
      device: 'disk',
      driver: { type: 'raw' },
      source: { protocol: 'nbd' },
      target: { dev: freeName(present, 'vd'), bus: 'virtio' },
    }),
  },
  {
    id: 'volume',
    label: t`Volume of a storage pool`,
    icon: 'list',
    value: (present) => ({
      type: 'volume',
      device: 'disk',
      driver: { type: 'qcow2' },
      target: { dev: freeName(present, 'vd'), bus: 'virtio' },
    }),
  },
  {
    id: 'floppy',
    label: t`Floppy image`,
    description: t`The machine pc alone has a drive`,
    icon: 'file',
    value: (present) => ({
      type: 'file',
      device: 'floppy',
      driver: { type: 'raw' },
      target: { dev: freeName(present, 'fd'), bus: 'fdc' },
    }),
  },
]
