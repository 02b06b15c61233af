/** Monitors: our own and libvirt's are made anew with each line; anybody else's stay. */
import type { Finding } from '../../finding.ts'
import type { Reading } from '../reading/index.ts'

/** `-nographic` and `-serial mon:stdio`. */
export const monitorAside: Finding = {
  code: 'argv.differs',
  severity: 'advice',
  path: [],
  message:
    'The monitor of QEMU shares the terminal with the serial port on this line: the design has the serial port alone, and the monitor on a socket of its own.',
}

const ownSocket = /^unix:.*\/(?:monitor|qmp)\.sock,server=on,wait=off$/

export function readMonitor(reading: Reading): void {
  for (const option of reading.unread('monitor', 'qmp'))
    if (option.written.value === 'none' || ownSocket.test(option.written.value ?? '')) option.finish()
  for (const option of reading.unread('pidfile'))
    if (option.written.value?.endsWith('/qemu.pid') === true) option.finish()
  for (const option of reading.unread('mon')) {
    const chardev = reading.named('chardev', option.peek('chardev'))
    if (chardev === undefined) continue
    if (/^\/(?:var\/)?run\/(?:qemu-server\/|qmeventd\.sock$)/.test(chardev.peek('path') ?? '')) {
      const why = 'a socket of Proxmox VE; libvirt has a monitor of its own'
      reading.leaveOut(chardev, why)
      reading.leaveOut(option, why)
    } else if (chardev.peek('id') === 'charmonitor') {
      chardev.finish()
      option.finish()
    }
  }
}
