/** What QEMU boots from when a line says nothing of it. */
import type { ReadDevice, Reading } from '../reading/index.ts'

/**
 * The first disk and then the CD-ROM, so that an installation begins on an empty disk; libvirt would try the disk only.
 * To be asked after all devices.
 */
export function readUsualOrder(reading: Reading): void {
  const { os } = reading.domain
  const isStrict = reading.options.some(({ name, written }) => name === 'boot' && saysStrict(written.pairs))
  if (reading.board === 'other' || isStrict || os?.boot !== undefined || os?.kernel !== undefined) return
  if (reading.read.some(({ item }) => 'boot' in item && item.boot !== undefined)) return
  const kinds = new Set(reading.read.map(kindOf))
  if (!kinds.has('disk') || !kinds.has('cdrom')) return
  reading.domain.os = { ...os, boot: [{ dev: 'hd' }, { dev: 'cdrom' }] }
}

function saysStrict(pairs: readonly (readonly [string, string])[]): boolean {
  return pairs.some(([key, value]) => key === 'strict' && value === 'on')
}

function kindOf({ list, item }: ReadDevice): string | undefined {
  return list === 'disks' && 'device' in item && typeof item.device === 'string' ? item.device : undefined
}
