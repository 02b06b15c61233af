/** What happens when the guest ends, read: `-action`, `-no-reboot`, `-no-shutdown`. */
import type { OptionInHand, Reading } from '../reading/index.ts'
import { eventActions } from './events.ts'

export function readEvents(reading: Reading): void {
  for (const option of reading.unread('action'))
    for (const { key, action, event, word } of eventActions)
      if (option.peek(event) === word) {
        if (key === 'on_poweroff') leaveOutPause(reading, option, event)
        else {
          option.take(event)
          reading.domain[key] = action
        }
      }
  if (reading.takeFlag('no-reboot')) reading.domain.on_reboot = 'destroy'
  for (const option of reading.unread('no-shutdown'))
    if (isFromLibvirt(reading)) option.finish()
    else reading.leaveOut(option, staysBehind)
}

/** libvirt starts each QEMU so, and has no domain like it: "doesn't support the 'preserve' action for 'on_poweroff'". */
const staysBehind =
  'QEMU would stay when the guest has switched off, for a manager to end it, as libvirt does'

function leaveOutPause(reading: Reading, option: OptionInHand, event: string): void {
  if (option.rest.length === 1) reading.leaveOut(option, staysBehind)
  else
    reading.findings.push({
      code: 'argv.left-out',
      severity: 'advice',
      path: [],
      message: `left out: -action ${event}=${option.take(event) ?? ''} (${staysBehind}).`,
    })
}

/** A line that libvirt made: it starts QEMU stopped, and tells it everything through a monitor. */
export function isFromLibvirt(reading: Reading): boolean {
  const has = (name: string) => reading.options.some((option) => option.name === name)
  return has('S') && has('no-user-config') && has('no-shutdown')
}
