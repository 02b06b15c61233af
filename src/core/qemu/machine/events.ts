/** What happens when the guest switches off, reboots or crashes. libvirt manual, Events configuration; QEMU manual, -action. */

import { type OptionValue, options } from '../words/options.ts'
import { type Build, emit, find } from '../writing/build.ts'
import { quiet, said } from '../writing/decisions.ts'

export const eventsSaid = {
  on_poweroff: said,
  on_reboot: said,
  on_crash: said,
  on_lockfailure: quiet('Disk locks are libvirt’s own.'),
} as const

/**
 * What QEMU can do by itself: the event of libvirt, the action, and QEMU's words. libvirt starts QEMU with -no-shutdown
 * and does all of this through the monitor; here QEMU ends when the guest switches off, which nobody else would see to.
 */
export const eventActions = [
  { key: 'on_poweroff', action: 'preserve', event: 'shutdown', word: 'pause' },
  { key: 'on_reboot', action: 'destroy', event: 'reboot', word: 'shutdown' },
  { key: 'on_crash', action: 'preserve', event: 'panic', word: 'pause' },
] as const

/** QEMU's own ways are those of libvirt's defaults: switch off, reboot, and end when the guest panics. */
const usual = { on_poweroff: 'destroy', on_reboot: 'restart', on_crash: 'destroy' } as const

export function renderEvents(build: Build): void {
  const actions: Record<string, OptionValue> = {}
  let first: string | undefined
  for (const { key, action, event, word } of eventActions) {
    const asked = build.domain[key]
    if (asked === action) {
      actions[event] = word
      first ??= key
    } else if (asked !== undefined && asked !== usual[key]) unsaid(build, key, asked)
  }
  if (first !== undefined) emit(build, '-action', [first], options('', actions))
}

function unsaid(build: Build, key: string, action: string): void {
  find(
    build,
    'qemu.unsupported',
    [key],
    `QEMU can't ${action} by itself: libvirt does it. Start QEMU again from a script when it has ended.`,
  )
}
