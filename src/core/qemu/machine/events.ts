/** What happens when the guest switches off, reboots or crashes. libvirt manual, Events configuration; QEMU manual, -action. */
import { type Build, emit, find } from '../build.ts'
import { type OptionValue, options } from '../options.ts'
import { quiet, said } from '../said.ts'

export const eventsSaid = {
  on_poweroff: said,
  on_reboot: said,
  on_crash: said,
  on_lockfailure: quiet('Disk locks are libvirt’s own.'),
} as const

/** QEMU's own ways are those of libvirt's defaults: switch off, reboot, and end when the guest panics. */
export function renderEvents(build: Build): void {
  const { on_poweroff: off, on_reboot: reboot, on_crash: crash } = build.domain
  const actions: Record<string, OptionValue> = {}
  if (off === 'preserve') actions['shutdown'] = 'pause'
  else if (off !== undefined && off !== 'destroy') unsaid(build, 'on_poweroff', off)
  if (reboot === 'destroy') actions['reboot'] = 'shutdown'
  else if (reboot !== undefined && reboot !== 'restart') unsaid(build, 'on_reboot', reboot)
  if (crash === 'preserve') actions['panic'] = 'pause'
  else if (crash !== undefined && crash !== 'destroy') unsaid(build, 'on_crash', crash)
  const path = off === 'preserve' ? 'on_poweroff' : reboot === 'destroy' ? 'on_reboot' : 'on_crash'
  const value = options('', actions)
  if (value !== '') emit(build, '-action', [path], value)
}

function unsaid(build: Build, key: string, action: string): void {
  find(
    build,
    'qemu.unsupported',
    [key],
    `QEMU can't ${action} by itself: libvirt does it. Start QEMU again from a script when it has ended.`,
  )
}
