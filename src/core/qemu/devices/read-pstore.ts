/** The pstore of a command line. The way back of pstore.ts. */
import { size } from '../properties/codec.ts'
import { type Reading, takeBackend, takeCommon } from '../reading/index.ts'

export function readPstore(reading: Reading): void {
  const [option] = reading.devices((driver) => driver === 'acpi-erst')
  const memory = reading.named('object', option?.peek('memdev'))
  const path = memory?.peek('mem-path')
  if (option === undefined || memory === undefined || path === undefined) return
  takeBackend(memory, 'qom-type')
  memory.take('mem-path')
  memory.drop('share', 'on', 'yes', 'true')
  option.take('memdev')
  reading.put(
    'pstore',
    { backend: 'acpi-erst', path, size: memory.takeAs(size.parse, 'size'), ...takeCommon(reading, option) },
    [option, memory],
  )
}
