/** `-object iothread` and `main-loop`, read. */
import type { Domain } from '../../domain/index.ts'
import { setOwn } from '../../text/index.ts'
import { iothread } from '../properties/codec.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { pollKeys, threadPoolKeys } from './iothreads.ts'

type IoThread = NonNullable<Domain['iothreadids']>[number]

export function readIoThreads(reading: Reading): void {
  const ids: (IoThread & { readonly id: number })[] = []
  for (const option of reading.unread('object')) {
    const type = option.peek('qom-type')
    if (type === 'iothread') {
      const id = option.takeAs(iothread.parse, 'id')
      if (id === undefined) continue
      option.take('qom-type')
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
    if (value !== undefined) setOwn(numbers, key, value)
  }
  return numbers
}
