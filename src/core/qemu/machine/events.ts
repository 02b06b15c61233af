/** What happens when the guest switches off, reboots or crashes. libvirt manual, Events configuration; QEMU manual, -action. */
import { type Build, leftOut } from '../build/index.ts'
import { quiet, written } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emitPairs } from '../writing/index.ts'

export const eventsDecisions = {
  on_poweroff: written,
  on_reboot: written,
  on_crash: written,
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
  if (first !== undefined) emitPairs(build, '-action', [first], '', actions)
}

function unsaid(build: Build, key: string, action: string): void {
  leftOut(
    build,
    [key],
    `QEMU can't ${action} by itself: libvirt does it. Start QEMU again from a script when it has ended.`,
  )
}
