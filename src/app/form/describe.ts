/** A device in words, from its table alone; a panel that knows better passes words of its own. */
import { ownValue } from '../../core/index.ts'
import { isRecord, type Shape } from '../core.ts'

export interface DeviceWords {
  readonly title: string
  readonly summary?: string | undefined
  readonly detail?: string | undefined
}

const nameKeys = ['dev', 'name', 'model', 'type', 'id', 'path', 'user', 'proto', 'vcpu', 'address']
const detailKeys = ['file', 'dir', 'path', 'url', 'socket', 'mac']

/** The first words that tell a device from its neighbours: what it is called, what it is, where it is. */
export function describeDevice(shape: Shape, device: unknown, item: string, index: number): DeviceWords {
  const said = scalars(shape, device, 2)
  const pick = (keys: readonly string[]) =>
    keys.flatMap((key) => said.find((one) => one.key === key) ?? [])[0]
  const title = pick(nameKeys) ?? said[0]
  const detail = said.find((one) => one !== title && detailKeys.includes(one.key))
  const rest = said.filter((one) => one !== title && one !== detail).slice(0, 3)
  return {
    title: title?.text ?? `${item} ${index + 1}`,
    summary: rest.map(({ key, text }) => (text === 'true' ? key.replaceAll('_', ' ') : text)).join(', '),
    detail: detail?.text,
  }
}

interface Said {
  readonly key: string
  readonly text: string
}

function scalars(shape: Shape, value: unknown, depth: number): Said[] {
  if (!isRecord(value)) return []
  return Object.entries(shape).flatMap(([key, field]): Said[] => {
    const held = ownValue(value, key)
    if (held === undefined || held === false) return []
    if (field.kind === 'child') return depth > 0 ? scalars(field.shape(), held, depth - 1) : []
    return typeof held === 'object' ? [] : [{ key, text: String(held) }]
  })
}
