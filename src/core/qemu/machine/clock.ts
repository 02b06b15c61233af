/** The clock and its timers. libvirt manual, Time keeping; QEMU manual, -rtc. */
import type { Domain, Item } from '../../domain/index.ts'
import { calendar } from '../../text/index.ts'
import { type Build, leftOut } from '../build/index.ts'
import { byHand, type Decisions, written, writtenIn } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emit, emitPairs } from '../writing/index.ts'

type Clock = NonNullable<Domain['clock']>
type Timer = Item<Clock['timers']>

export const clockDecisions: Decisions<Clock> = {
  ...writtenIn<Clock>()('offset timezone adjustment basis start'),
  timers: {
    ...writtenIn<Timer>()('name track tickpolicy frequency'),
    mode: byHand('How the TSC is given is left out: QEMU has no word for it.'),
    present: written,
    catchup: byHand('How missed ticks are caught up is left out: QEMU has no word for it.'),
  },
}

export function renderClock(build: Build): void {
  const clock = build.domain.clock ?? {}
  const rtc: Record<string, OptionValue> = { base: base(build, clock) }
  for (const [index, timer] of (clock.timers ?? []).entries()) renderTimer(build, timer, index, rtc)
  emitPairs(build, '-rtc', ['clock'], '', rtc)
}

function base(build: Build, clock: Clock): string {
  const { offset, adjustment } = clock
  if (offset === 'absolute') return calendar(clock.start ?? 0)
  if (offset === 'timezone') {
    // libvirt sets it for QEMU too: local time is that of the environment.
    build.environment.push({ name: 'TZ', value: clock.timezone ?? 'UTC', path: ['clock', 'timezone'] })
    return 'localtime'
  }
  if (adjustment !== undefined && adjustment !== 'reset' && Number(adjustment) !== 0)
    leftOut(
      build,
      ['clock', 'adjustment'],
      `The clock starts without the ${adjustment} seconds: QEMU wants a date, -rtc base=$(date -u -d '${adjustment} seconds' +%FT%T).`,
    )
  if (offset === 'variable') return clock.basis === 'localtime' ? 'localtime' : 'utc'
  return offset === 'localtime' ? 'localtime' : 'utc'
}

/** What the real-time clock follows: libvirt's words and QEMU's. */
export const tracks: Readonly<Record<string, string>> = { guest: 'vm', wall: 'host', realtime: 'rt' }

function renderTimer(build: Build, timer: Timer, index: number, rtc: Record<string, OptionValue>): void {
  const path = ['clock', 'timers', index]
  const { name, tickpolicy: ticks, present } = timer
  if (timer.track !== undefined) {
    const clock = name === 'rtc' ? tracks[timer.track] : undefined
    if (clock !== undefined) rtc['clock'] = clock
    else leftOut(build, [...path, 'track'], `QEMU can't make the timer ${name} follow ${timer.track}.`)
  }
  switch (name) {
    case 'rtc':
      if (ticks === 'catchup') rtc['driftfix'] = 'slew'
      else if (ticks !== 'delay') unsaidTicks(build, timer, path)
      break
    case 'pit':
      if (present === 'no') build.machine['pit'] = false
      if (build.domain.type === 'qemu' || ticks === 'catchup') break
      if (ticks === 'delay' || ticks === 'discard')
        emit(build, '-global', path, `kvm-pit.lost_tick_policy=${ticks}`)
      else unsaidTicks(build, timer, path)
      break
    case 'hpet':
      if (present !== undefined) build.machine['hpet'] = present === 'yes'
      unsaidTicks(build, timer, path)
      break
    case 'platform':
      leftOut(build, path, 'The platform timer is left out: it belongs to Xen.')
      break
    default:
      // kvmclock, hypervclock, tsc and armvtimer are features of the processor: cpu.ts says them.
      if (name !== 'armvtimer') unsaidTicks(build, timer, path)
  }
  if (present !== undefined && (name === 'rtc' || name === 'tsc' || name === 'armvtimer'))
    if (present === 'no') leftOut(build, [...path, 'present'], `QEMU can't leave ${name} out.`)
}

function unsaidTicks(build: Build, timer: Timer, path: readonly (string | number)[]): void {
  if (timer.tickpolicy === undefined) return
  leftOut(
    build,
    [...path, 'tickpolicy'],
    `QEMU has no policy ${timer.tickpolicy} for missed ticks of ${timer.name}.`,
  )
}
