/** Words that are kept name buses as the line called them: our controllers have libvirt's names. */

import { type Bus, busesOf } from './buses.ts'
import type { OptionInHand } from './option-in-hand.ts'
import type { Reading } from './reading.ts'

/**
 * The value of a `-device` that is kept, its bus as the line that comes out calls it.
 *
 * @param isKept whether a controller is kept as well, with its own id
 * @param aliasOf the author's alias of a controller
 */
export function withOurBus(
  reading: Reading,
  value: string,
  isKept: (controller: OptionInHand) => boolean,
  aliasOf: (controller: OptionInHand) => string | undefined,
): string {
  const { byId, byOption } = busesOf(reading)
  return value.replace(/(^|,)bus=([^,]+)/, (whole, before: string, name: string) => {
    const [, stem = name, number = '0'] = /^(.*)\.(\d+)$/.exec(name) ?? []
    const byBus = byId.get(name)
    const bus = byBus ?? byId.get(stem)
    if (bus === undefined) return whole
    const controller = [...byOption].find(([, one]) => one === bus)?.[0]
    if (controller !== undefined && isKept(controller)) return whole
    const id = (controller && aliasOf(controller)) ?? ourId(bus)
    if (id === undefined) return whole
    return `${before}bus=${bus.type === 'pci' ? id : `${id}.${byBus === undefined ? number : '0'}`}`
  })
}

/** libvirt's id; undefined for the buses of the mainboard, which keep QEMU's names. */
function ourId({ type, index, driver }: Bus): string | undefined {
  if (driver === '' && type !== 'usb') return undefined
  if (type === 'usb') return index === 0 ? 'usb' : `usb${index}`
  return type === 'pci' ? `pci.${index}` : `${type}${index}`
}
