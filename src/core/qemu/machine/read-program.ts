/** How the process runs, read: what is libvirt's own business goes, each with its reason. */
import { switched } from '../properties/codec.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { isFromLibvirt } from './read-events.ts'

/** Before the events: they ask whether the line is libvirt's. */
export function readProcess(reading: Reading): void {
  for (const option of reading.unread('name')) {
    const guest = option.take('guest')
    if (guest !== undefined) reading.domain.name = guest
    // The names of threads are always said.
    option.drop('debug-threads')
  }
  for (const option of reading.unread('uuid')) {
    if (option.written.value === undefined) continue
    reading.domain.uuid = option.written.value
    option.finish()
  }
  // Both are always there: nothing but what is said.
  reading.takeFlag('nodefaults', 'no-user-config', 'nodefconfig')
  for (const option of reading.unread('msg')) option.drop('timestamp')
  // libvirt's own sandbox, which is always there; one that is off stays.
  for (const option of reading.unread('sandbox')) if (option.peek('enable') === 'on') option.finish()
  // libvirt starts every guest stopped and lets it run then.
  if (isFromLibvirt(reading)) reading.takeFlag('S')
  readAsyncTeardown(reading)
  leaveOut(reading)
}

function readAsyncTeardown(reading: Reading): void {
  for (const option of reading.unread('run-with'))
    reading.say({
      features: { async_teardown: option.takeAs(switched('yes', 'no').parse, 'async-teardown') },
    })
  if (reading.takeFlag('async-teardown')) reading.say({ features: { async_teardown: 'yes' } })
}

/** libvirt runs the process itself and could not start QEMU with these; nothing of the machine is in them. */
const libvirtsOwn: Readonly<Record<string, string>> = {
  daemonize: 'libvirt keeps QEMU running by itself',
  pidfile: 'libvirt has a pidfile of its own',
  runas: 'libvirt runs QEMU as the user of its qemu.conf',
  id: 'it is for the QEMU of Proxmox VE alone',
  chroot: 'libvirt shuts QEMU off in a namespace of its own',
}

function leaveOut(reading: Reading): void {
  for (const [name, why] of Object.entries(libvirtsOwn))
    for (const option of reading.unread(name)) reading.leaveOut(option, why)
  if (!reading.options.some(usesIscsi))
    for (const option of reading.unread('iscsi'))
      reading.leaveOut(option, 'nothing here is on iSCSI, of which a QEMU without its module does not know')
  for (const option of reading.unread('boot')) {
    const picture = option.peek('splash')
    if (picture?.startsWith('/usr/share/qemu-server/') !== true) continue
    option.take('splash')
    reading.findings.push({
      code: 'argv.left-out',
      severity: 'advice',
      path: [],
      message: `left out: splash=${picture} (a picture that only Proxmox VE has).`,
    })
  }
}

function usesIscsi({ name, written }: OptionInHand): boolean {
  return name !== 'iscsi' && written.words.some((word) => word.includes('iscsi'))
}
