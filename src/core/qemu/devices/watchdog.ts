/** What restarts a guest that hangs. libvirt manual, Watchdog devices. */
import type { Devices, Item } from '../../domain/index.ts'
import { type Build, idOf, leftOut } from '../build/index.ts'
import { type Decisions, written } from '../decisions/index.ts'
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
