/** What audio backends are called: `audio1`, by their numbers, as libvirt has it. */
import type { Build } from '../../build/index.ts'
import type { OptionInHand, Reading } from '../../reading/index.ts'

/**
 * The id of the backend with a number, of the first one when none is named.
 *
 * @returns undefined when there is no backend at all, and none is named
 */
export function audiodevOf({ devices }: Build, number: number | undefined): string | undefined {
  const [first] = devices.audio ?? []
  const id = number ?? (first === undefined ? undefined : (first.id ?? 1))
  return id === undefined ? undefined : `audio${id}`
}

const libvirtId = /^audio([1-9]\d*)$/

/** The number of the backend with an id of a command line; undefined when there is none with it. */
export function audioNumber({ options }: Reading, id: string | undefined): number | undefined {
  if (id === undefined) return undefined
  const ids = options
    .filter(({ name }) => name === 'audiodev' || name === 'audio')
    .map((option) => option.written.pairs.find(([key]) => key === 'id')?.[1])
  const own = ids.map((one) => libvirtId.exec(one ?? '')?.[1]).map((digits) => Number(digits ?? 0))
  let next = 1
  for (const [index, one] of ids.entries()) {
    let number = own[index] ?? 0
    if (number === 0) {
      while (own.includes(next)) next += 1
      number = next
      next += 1
    }
    if (one === id) return number
  }
  return undefined
}

/** Takes the key that names a backend: its number; undefined for one that is not there, whose key stays. */
export function takeAudiodev(reading: Reading, option: OptionInHand, key = 'audiodev'): number | undefined {
  return option.takeAs((id) => audioNumber(reading, id), key)
}
