/** What happens when the guest ends, read: `-action`, `-no-reboot`, `-no-shutdown`. */
import type { Reading } from '../read/reading.ts'
import { eventActions } from './events.ts'

export function readEvents(reading: Reading): void {
  for (const option of reading.unread('action'))
    for (const { key, action, event, word } of eventActions)
      if (option.peek(event) === word) {
        option.take(event)
        reading.domain[key] = action
      }
  for (const option of reading.unread('no-reboot')) {
    reading.domain.on_reboot = 'destroy'
    option.finish()
  }
  for (const option of reading.unread('no-shutdown')) {
    // libvirt sees to it itself that the guest ends: its own word says nothing about the Domain.
    if (!isFromLibvirt(reading)) reading.domain.on_poweroff = 'preserve'
    option.finish()
  }
}

/** A line that libvirt made: it starts QEMU stopped, and tells it everything through a monitor. */
export function isFromLibvirt(reading: Reading): boolean {
  const has = (name: string) => reading.options.some((option) => option.name === name)
  return has('S') && has('no-user-config') && has('no-shutdown')
}
