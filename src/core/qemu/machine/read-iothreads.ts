/** `-object iothread` and `main-loop`, read. */
import type { Domain } from '../../domain/index.ts'
import type { OptionInHand } from '../read/option-in-hand.ts'
import type { Reading } from '../read/reading.ts'
import { pollKeys, threadPoolKeys } from './iothreads.ts'

type IoThread = NonNullable<Domain['iothreadids']>[number]

/** I/O threads have numbers in a Domain: that of `iothread3`, and for another name the next that is free. */
export function iothreadNumber(reading: Reading, name: string | undefined): number | undefined {
  const names = reading.options.flatMap((option) =>
    option.name === 'object' &&
    option.written.pairs.some(([key, value]) => key === 'qom-type' && value === 'iothread')
      ? option.written.pairs.filter(([key]) => key === 'id').map(([, id]) => id)
      : [],
  )
  if (name === undefined || !names.includes(name)) return undefined
  const own = numberOf(name)
  if (own !== undefined) return own
  const taken = new Set(names.map((one) => numberOf(one)))
  let number = 0
  for (const other of names.filter((one) => numberOf(one) === undefined)) {
    do number += 1
    while (taken.has(number))
    if (other === name) return number
  }
  return undefined
}

function numberOf(name: string): number | undefined {
  const digits = /^iothread([1-9]\d{0,5})$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export function readIoThreads(reading: Reading): void {
  const ids: (IoThread & { readonly id: number })[] = []
  for (const option of reading.unread('object')) {
    const type = option.peek('qom-type')
    if (type === 'iothread') {
      const id = iothreadNumber(reading, option.take('id'))
      option.take('qom-type')
      if (id === undefined) continue
      const poll = takeNumbers(option, pollKeys)
      ids.push({
        id,
        ...takeNumbers(option, threadPoolKeys),
        ...(Object.keys(poll).length > 0 ? { poll } : {}),
      })
    } else if (type === 'main-loop') {
      option.take('qom-type')
      option.take('id')
      reading.domain.defaultiothread = takeNumbers(option, threadPoolKeys)
    }
  }
  if (ids.length === 0) return
  reading.domain.iothreads = ids.length
  // Numbers from 1 up with nothing more to say are what their count says.
  if (ids.some((one, index) => one.id !== index + 1 || Object.keys(one).length > 1))
    reading.domain.iothreadids = ids
}

function takeNumbers<Key extends string>(
  option: OptionInHand,
  table: readonly { readonly key: Key; readonly property: string }[],
): { [K in Key]?: number }
function takeNumbers(
  option: OptionInHand,
  table: readonly { readonly key: string; readonly property: string }[],
): Record<string, number> {
  const numbers: Record<string, number> = {}
  for (const { key, property } of table) {
    const value = option.takeNumber(property)
    if (value !== undefined) numbers[key] = value
  }
  return numbers
}
