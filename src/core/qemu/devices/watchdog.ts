/** What restarts a guest that hangs. libvirt manual, Watchdog devices. */
import type { Devices, Item } from '../../domain/index.ts'
import { type Build, idOf, leftOut } from '../build/index.ts'
import { type Decisions, written } from '../decisions/index.ts'
import { type OptionInHand, type Reading, takeCommon } from '../reading/index.ts'
import { device, emit, placeOf } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

export type Watchdog = Item<Devices['watchdog']>

export const watchdogDecisions: Decisions<Watchdog> = { model: written, action: written, ...deviceDecisions }

/** q35 has one built in, which only has to be let loose. */
export const itcoReleased = 'ICH9-LPC.noreboot=off'

export function renderWatchdogs(build: Build): void {
  const list = build.devices.watchdog ?? []
  const [first] = list
  for (const [index, watchdog] of list.entries()) {
    const path = ['devices', 'watchdog', index]
    const id = idOf(build, watchdog.alias, `watchdog${index}`, path)
    if (watchdog.model === 'itco') emit(build, '-global', path, itcoReleased)
    else device(build, watchdog.model ?? 'i6300esb', path, { id }, placeOf(build, watchdog))
    if ((watchdog.action ?? 'reset') !== (first?.action ?? 'reset'))
      leftOut(build, [...path, 'action'], 'QEMU has one action for all watchdogs: that of the first.')
  }
  if (first !== undefined) renderAction(build, first.action ?? 'reset')
}

function renderAction(build: Build, action: string): void {
  const path = ['devices', 'watchdog', 0, 'action']
  emit(build, '-watchdog-action', path, action === 'dump' ? 'pause' : action)
  if (action === 'dump')
    leftOut(
      build,
      path,
      'The guest pauses: libvirt makes the dump. Say dump-guest-memory in the QEMU monitor.',
    )
}

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
