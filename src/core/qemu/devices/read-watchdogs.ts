/** Watchdogs of a command line. The way back of watchdog.ts. */
import { type OptionInHand, type Reading, takeCommon } from '../reading/index.ts'
import type { Watchdog } from './watchdog.ts'

const models = ['i6300esb', 'ib700', 'diag288'] as const
const actions = ['reset', 'shutdown', 'poweroff', 'pause', 'inject-nmi', 'none'] as const

export function readWatchdogs(reading: Reading): void {
  const released = reading.unread('global').find((option) => isReleased(option))
  const devices = reading.devices((driver) => models.some((model) => model === driver))
  const legacy = reading.unread('watchdog').filter(({ written }) => modelOf(written.value) !== undefined)
  if (released === undefined && devices.length + legacy.length === 0) return
  const action = takeAction(reading)
  const said: Pick<Watchdog, 'action'> = action === undefined ? {} : { action }
  for (const option of devices)
    reading.add(
      'watchdog',
      { model: modelOf(option.peek('driver')), ...said, ...takeCommon(reading, option) },
      [option],
    )
  for (const option of legacy) {
    reading.add('watchdog', { model: modelOf(option.written.value), ...said }, [option])
    option.finish()
  }
  if (released !== undefined) {
    reading.add('watchdog', { model: 'itco', ...said }, [released])
    released.finish()
  }
}

function modelOf(word: string | undefined): (typeof models)[number] | undefined {
  return models.find((model) => model === word)
}

/** q35's own watchdog reaches the reset line: `-global ICH9-LPC.noreboot=off`, in each of its spellings. */
function isReleased(option: OptionInHand): boolean {
  const value =
    option.peek('ICH9-LPC.noreboot') ??
    (option.peek('driver') === 'ICH9-LPC' && option.peek('property') === 'noreboot'
      ? option.peek('value')
      : undefined)
  return value === 'off' || value === 'false' || value === 'no'
}

/** What happens when one fires: the last word counts. */
function takeAction(reading: Reading): Watchdog['action'] {
  let action: Watchdog['action']
  for (const option of reading.unread('watchdog-action', 'action')) {
    const word = option.name === 'action' ? option.peek('watchdog') : option.written.value
    const known = actions.find((one) => one === word)
    if (known === undefined) continue
    action = known
    if (option.name === 'action') option.take('watchdog')
    else option.finish()
  }
  return action
}
