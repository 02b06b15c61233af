/** SD cards: boards have their slots built in, so that `-drive` alone can fill them. QEMU manual, -drive. */
import { diskNumber } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, bootIndexOf, leftOut } from '../build/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emitPairs } from '../writing/index.ts'
import type { Place } from './disk-place.ts'
import { formatDrivers, isFormat } from './disk-words.ts'
import { storageNode } from './storage-node.ts'
import { limitOptions } from './throttle.ts'

/** Mainboards of the targets that have no slot. */
const without = /^(?:pc|q35|virt)(?:-|$)/

export function renderSdCard(build: Build, place: Place): void {
  const { disk, path, index, dev } = place
  const { driver, source } = disk
  const machine = build.domain.os?.machine ?? 'pc'
  if (without.test(machine)) {
    leftOut(
      build,
      [...path, 'target', 'bus'],
      `${machine} has no slot for SD cards: the disk is left out. Use virtio or usb, or add -device sdhci-pci -device sd-card,drive=….`,
    )
    return
  }
  if (source === undefined) return
  // A slot has no place in the boot order; the card is the first disk all the same.
  bootIndexOf(build, 'disk', disk.boot)
  const context = { build, disk, path: [...path, 'source'], name: `drive-${place.alias}`, stem: dev }
  const storage = storageNode(context, disk.type, source)
  if (storage === undefined) return
  const type = driver?.type ?? 'raw'
  const pairs: Record<string, OptionValue> = {}
  if (storage['driver'] === 'file' || storage['driver'] === 'host_device')
    pairs['file'] = source.file ?? source.dev
  else for (const [key, value] of Object.entries(storage)) pairs[`file.${key}`] = value
  const size = driver?.metadata_cache
  emitPairs(
    build,
    '-drive',
    path,
    '',
    pairs,
    {
      format: isFormat(type) ? formatDrivers[type] : type,
      if: 'sd',
      index: diskNumber(disk.target?.dev) ?? index,
      readonly: disk.readonly === true ? true : undefined,
      cache: driver?.cache === 'default' ? undefined : driver?.cache,
      'cache-size': size === undefined ? undefined : sizeInBytes(size, 1),
      'copy-on-read': driver?.copy_on_read,
      discard: driver?.discard,
      'detect-zeroes': driver?.detect_zeroes,
      aio: driver?.io,
    },
    limitOptions(disk.iotune ?? {}, 'throttling.'),
    { 'throttling.group': disk.iotune?.group_name },
  )
}
