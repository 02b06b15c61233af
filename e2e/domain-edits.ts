/** Edits of a Domain such as a person makes in its XML, chosen by numbers, so that a case can be made again. */
import type { Domain } from '../src/core/index.ts'
import { isRecord } from '../src/core/table/index.ts'

/** One edit: what is done, where (a share of all places), and with what (a share of all choices). */
export interface EditChoice {
  readonly what: EditKind
  readonly where: number
  readonly which: number
}

export const editKinds = [
  'change',
  'remove',
  'remove-item',
  'copy-item',
  'swap-items',
  'move-to-front',
  'empty-list',
  'add-device',
] as const
export type EditKind = (typeof editKinds)[number]

type Segment = string | number
type Path = readonly Segment[]

/** Devices that a person may paste in, without an address. */
const pasted: readonly (readonly [list: string, device: unknown])[] = [
  [
    'disks',
    {
      type: 'file',
      device: 'disk',
      driver: { name: 'qemu', type: 'raw', cache: 'none' },
      source: { file: '/srv/data.img' },
      target: { dev: 'vdx', bus: 'virtio' },
    },
  ],
  ['disks', { type: 'file', device: 'cdrom', target: { dev: 'sdx', bus: 'sata' }, readonly: true }],
  ['interfaces', { type: 'bridge', source: { bridge: 'br7' }, model: { type: 'e1000e' } }],
  ['interfaces', { type: 'user', mac: { address: '52:54:00:aa:bb:cc' }, model: { type: 'virtio' } }],
  ['graphics', { type: 'vnc', port: 5907, listen: [{ type: 'address', address: '127.0.0.1' }] }],
  ['watchdog', { model: 'itco', action: 'reset' }],
  ['sound', { model: 'ich9' }],
  ['serial', { type: 'file', source: { path: '/tmp/log' }, target: { port: 3 } }],
  ['inputs', { type: 'tablet', bus: 'usb' }],
  [
    'hostdevs',
    { mode: 'subsystem', type: 'usb', source: { vendor: { id: '0x1234' }, product: { id: '0xabcd' } } },
  ],
]

/** The Domain after the edit; the same object when there is nothing to do it to. */
export function edit(domain: Domain, { what, where, which }: EditChoice): Domain
export function edit(domain: unknown, { what, where, which }: EditChoice): unknown {
  if (what === 'add-device') {
    const [list, device] = pick(pasted, which) ?? []
    return list === undefined
      ? domain
      : changeAt(domain, ['devices', list], (held) => added(held, device, where))
  }
  const places = [...placesIn(domain)].filter(({ value }) => fits(what, value))
  const place = pick(places, where)
  if (place === undefined) return domain
  if (what === 'remove') return changeAt(domain, place.path, () => undefined)
  return changeAt(domain, place.path, (held) =>
    Array.isArray(held) ? changedList(held, what, which) : otherValue(held, which),
  )
}

function added(held: unknown, device: unknown, where: number): unknown[] {
  const items: unknown[] = Array.isArray(held) ? [...held] : []
  items.splice(Math.floor(where * (items.length + 1)), 0, device)
  return items
}

function fits(what: EditKind, value: unknown): boolean {
  if (what === 'remove') return true
  if (what === 'change') return typeof value !== 'object' && typeof value !== 'boolean'
  const least = what === 'swap-items' || what === 'move-to-front' ? 2 : 1
  return Array.isArray(value) && value.length >= least
}

function changedList(items: readonly unknown[], what: EditKind, which: number): unknown[] {
  const index = Math.floor(which * items.length)
  switch (what) {
    case 'remove-item':
      return items.toSpliced(index, 1)
    case 'copy-item':
      return items.toSpliced(index, 0, items[index])
    case 'swap-items': {
      const other = (index + 1) % items.length
      return items.with(index, items[other]).with(other, items[index])
    }
    case 'move-to-front':
      return [items[index], ...items.toSpliced(index, 1)]
    default:
      return []
  }
}

function otherValue(held: unknown, which: number): unknown {
  if (typeof held === 'number') return held + 1 + Math.floor(which * 7)
  if (typeof held !== 'string') return held
  const size = /^(\d+) (\w+)$/.exec(held)
  if (size) return `${Number(size[1]) + 1 + Math.floor(which * 1000)} ${size[2]}`
  return held.startsWith('/') ? `${held}.other` : `${held}x`
}

/** Every value of the Domain but its name and what is kept. */
function* placesIn(
  held: unknown,
  path: Path = [],
): Generator<{ readonly path: Path; readonly value: unknown }> {
  const inside: [Segment, unknown][] = Array.isArray(held)
    ? [...held.entries()]
    : isRecord(held)
      ? Object.entries(held)
      : []
  for (const [key, value] of inside) {
    if (value === undefined || key === '$rest' || (path.length === 0 && key === 'name')) continue
    if (!Array.isArray(held)) yield { path: [...path, key], value }
    yield* placesIn(value, [...path, key])
  }
}

function changeAt(held: unknown, [first, ...deeper]: Path, change: (held: unknown) => unknown): unknown {
  if (first === undefined) return change(held)
  if (Array.isArray(held) && typeof first === 'number')
    return held.with(first, changeAt(held[first], deeper, change))
  const map = isRecord(held) ? held : {}
  const after = changeAt(map[first], deeper, change)
  const { [first]: _, ...others } = map
  return after === undefined ? others : { ...map, [first]: after }
}

function pick<T>(from: readonly T[], share: number): T | undefined {
  return from[Math.min(from.length - 1, Math.floor(share * from.length))]
}
