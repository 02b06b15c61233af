/** `-nic` in two options: a card that QEMU puts in first would sit where one of ours is to go. */
import type { CommandOption } from '../words/command-options.ts'
import { options } from '../words/options.ts'

/** Keys of `-nic` that are the card's; all others are those of its network. QEMU manual, -nic. */
const cardKeys = new Set(['mac', 'addr', 'vectors', 'model', 'type', 'id', 'netdev', 'name'])

/**
 * The words for a `-nic` that is kept.
 *
 * @param usualModel of the mainboard
 * @param number makes the name of the network
 * @returns undefined for one without a card or without keys that can be moved
 */
export function nicWords(
  { pairs }: CommandOption,
  usualModel: string | undefined,
  number: number,
): readonly string[] | undefined {
  const pairValue = (key: string) => pairs.findLast(([name]) => name === key)?.[1]
  const type = pairValue('type')
  const model = pairValue('model') ?? usualModel
  if (type === undefined || type === 'none' || model === undefined || pairValue('netdev') !== undefined)
    return undefined
  const id = pairValue('id') ?? `nic${number}`
  const network = Object.fromEntries(pairs.filter(([key]) => !cardKeys.has(key)))
  const driver = model === 'virtio' ? 'virtio-net-pci' : model
  const card = { netdev: id, mac: pairValue('mac'), addr: pairValue('addr'), vectors: pairValue('vectors') }
  // A key that is there twice, as hostfwd may be, is more than a map holds.
  if (Object.keys(network).length < pairs.filter(([key]) => !cardKeys.has(key)).length) return undefined
  return ['-netdev', options(type, { id, ...network }), '-device', options(driver, card)]
}
