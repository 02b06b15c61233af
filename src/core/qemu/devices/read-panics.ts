/** Panic devices of a command line. The way back of panic.ts. */
import { type Reading, takeCommon } from '../reading/index.ts'

export function readPanics(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'pvpanic' || driver === 'pvpanic-pci')) {
    if (option.peek('driver') === 'pvpanic-pci') {
      reading.add('panic', { model: 'pvpanic', ...takeCommon(reading, option) }, [option])
      continue
    }
    const port = option.takeNumber('ioport')
    reading.add(
      'panic',
      {
        model: 'isa',
        ...takeCommon(reading, option),
        ...(port === undefined ? {} : { address: { type: 'isa', iobase: `0x${port.toString(16)}` } }),
      },
      [option],
    )
  }
}
