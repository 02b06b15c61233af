/** `-rtc` and its older spellings, read. */
import type { Domain } from '../../domain/index.ts'
import { ownValue, secondsOf } from '../../text/index.ts'
import type { Reading } from '../reading/index.ts'
import { tracks } from './clock.ts'
import { addTimer } from './read-machine.ts'

type Clock = NonNullable<Domain['clock']>
type Timer = NonNullable<Clock['timers']>[number]

export function readClock(reading: Reading): void {
  const zone = reading.environment.get('TZ')
  reading.domain.clock = { offset: 'utc', ...reading.domain.clock }
  if (reading.takeFlag('localtime')) reading.say({ clock: { offset: 'localtime' } })
  for (const option of reading.unread('rtc')) {
    const offset = offsetOf(option.peek('base'), zone)
    if (offset !== undefined) {
      option.take('base')
      reading.say({ clock: offset })
      if (offset.timezone !== undefined) reading.environment.delete('TZ')
    }
    const track = trackOf(option.peek('clock'))
    if (track !== undefined) {
      option.take('clock')
      // The host's clock is what QEMU follows anyway.
      if (track !== 'wall') addTimer(reading, { name: 'rtc', track })
    }
    if (option.peek('driftfix') === 'slew') addTimer(reading, { name: 'rtc', tickpolicy: 'catchup' })
    option.drop('driftfix', 'slew', 'none')
  }
  if (reading.takeFlag('no-hpet')) addTimer(reading, { name: 'hpet', present: 'no' })
}

function offsetOf(base: string | undefined, zone: string | undefined): Clock | undefined {
  if (base === 'utc') return { offset: 'utc' }
  if (base === 'localtime')
    return zone === undefined ? { offset: 'localtime' } : { offset: 'timezone', timezone: zone }
  const start = base === undefined ? undefined : secondsOf(base)
  return start === undefined || start < 0 ? undefined : { offset: 'absolute', start }
}

function trackOf(clock: string | undefined): Timer['track'] {
  const word = Object.keys(tracks).find((key) => ownValue(tracks, key) === clock)
  return word === 'guest' || word === 'wall' || word === 'realtime' ? word : undefined
}
