/** Hardware in words that were kept as QEMU has them: it is there as well, only that libvirt has no element for it. */
import type { Domain } from '../../domain/index.ts'
import { isRecord, sizeInBytes, type UnknownRecord, wordOf } from '../../table/index.ts'

interface KeptOption {
  readonly name: string
  readonly held: UnknownRecord
}

function optionsOf({ qemu_arguments: kept = [] }: Domain): KeptOption[] {
  const words = kept.map(({ value = '' }) => value)
  return words.flatMap((word, index): KeptOption[] => {
    const value = words[index + 1] ?? ''
    if (!word.startsWith('-')) return []
    return [{ name: word.slice(1), held: value.startsWith('{') ? jsonOf(value) : pairsOf(value) }]
  })
}

function jsonOf(text: string): UnknownRecord {
  const held: unknown = JSON.parse(text)
  return isRecord(held) ? held : {}
}

function pairsOf(text: string): UnknownRecord {
  const [first = '', ...others] = text.split(',')
  return Object.fromEntries([['driver', first], ...others.map((part) => part.split('=', 2))])
}

export interface KeptDrive {
  readonly device: 'disk' | 'cdrom'
  readonly bus: string
  readonly name: string
  readonly cache: string
  readonly discards: boolean
  readonly boots: boolean
}

export function keptDrives(domain: Domain): KeptDrive[] {
  const options = optionsOf(domain)
  const nodes = new Map(
    options.filter(({ name }) => name === 'blockdev').map(({ held }) => [held['node-name'], held]),
  )
  return options.flatMap(({ name, held }): KeptDrive[] => {
    const [, bus, kind] = /^(scsi|ide)-(hd|cd)$/.exec(wordOf(held['driver'])) ?? []
    if (name !== 'device' || bus === undefined) return []
    const node = nodes.get(held['drive']) ?? {}
    return [
      {
        device: kind === 'cd' ? 'cdrom' : 'disk',
        bus: bus === 'ide' ? 'sata' : bus,
        name: fileOf(node),
        cache: cacheOf(node, held['write-cache'] !== 'off' && held['write-cache'] !== false),
        discards: node['discard'] === 'unmap',
        boots: held['bootindex'] !== undefined,
      },
    ]
  })
}

/** The lowest layer names it. */
function fileOf(node: UnknownRecord): string {
  const below = node['file']
  if (isRecord(below)) return fileOf(below)
  const path = wordOf(node['filename'] ?? node['image'] ?? 'empty')
  return path.slice(path.lastIndexOf('/') + 1)
}

function cacheOf(node: UnknownRecord, writesBack: boolean): string {
  const below = node['file']
  const cache = isRecord(below) ? below['cache'] : node['cache']
  const isDirect = isRecord(cache) && cache['direct'] === true
  if (writesBack) return isDirect ? 'none' : 'writeback'
  return isDirect ? 'directsync' : 'writethrough'
}

export function keptPci(domain: Domain): string[] {
  return optionsOf(domain).flatMap(({ name, held }) => {
    const [, ...parts] = /^([\da-f]+):([\da-f]+):([\da-f]+)\.\d$/.exec(wordOf(held['host'])) ?? []
    if (name !== 'device' || held['driver'] !== 'vfio-pci' || parts.length === 0) return []
    return [`pci ${parts.map((part) => Number.parseInt(part, 16)).join(':')}`]
  })
}

/** Bytes of modules that are plugged in. */
export function keptMemory(domain: Domain): number {
  return optionsOf(domain)
    .filter(({ name, held }) => name === 'object' && /^mem-dimm\d+$/.test(wordOf(held['id'] ?? '')))
    .reduce((sum, { held }) => sum + (sizeInBytes(wordOf(held['size']), 1024) ?? 0), 0)
}
