/** `-object iothread` and `main-loop`, read. */
import type { Domain } from '../../domain/index.ts'
import { iothread } from '../properties/codec.ts'
import { type Reading, takeProperties } from '../reading/index.ts'
import { ioThread, threadPool } from './iothreads.ts'

export function readIoThreads(reading: Reading): void {
  const ids: NonNullable<Domain['iothreadids']>[number][] = []
  for (const option of reading.unread('object')) {
    const type = option.peek('qom-type')
    if (type === 'iothread') {
      if (iothread.parse(option.peek('id') ?? '') === undefined) continue
      option.take('qom-type')
      ids.push(takeProperties(option, ioThread))
    } else if (type === 'main-loop') {
      option.take('qom-type')
      option.take('id')
      reading.domain.defaultiothread = takeProperties(option, threadPool)
    }
  }
  if (ids.length === 0) return
  reading.domain.iothreads = ids.length
  // Numbers from 1 up with nothing more to say are what their count says.
  if (ids.some((one, index) => one.id !== index + 1 || Object.keys(one).length > 1))
    reading.domain.iothreadids = ids
}
