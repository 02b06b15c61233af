import type { CommandOption } from '../../qemu/words/command-options.ts'
import { devicesOf } from '../support/devices.ts'
import { keptOptions } from '../support/kept-options.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'guest.unreachable',
  title: 'A guest that nobody can reach',
  severity: 'warning',
  source: 'rules.md: no graphics, no serial, no passed-through GPU, and no login over the network',
  *check(context) {
    const lists = ['graphics', 'serial', 'console'] as const
    if (lists.some((list) => devicesOf(context, list).length > 0)) return
    if (devicesOf(context, 'hostdevs').some(({ item }) => item.type === 'pci' || item.type === 'mdev')) return
    if (keptOptions(context, ...ends).some(({ value }) => value !== 'none')) return
    if (keptOptions(context, 'device').some(({ pairs }) => isGpuOrSerial(pairs))) return
    const { ssh } = context.spec
    const hasLogin = ssh !== undefined && ssh.key_source !== 'none'
    if (hasLogin && devicesOf(context, 'interfaces').length > 0) return
    yield {
      path: ['libvirt', 'devices', 'serial'],
      message:
        'The guest has no display, no serial port, no passed-through device and no SSH login: nobody can reach it. Give it a serial console, a display, or ssh.',
      fix: {
        title: 'Give it a serial console',
        changes: [{ path: ['libvirt', 'devices', 'serial'] }, { path: ['libvirt', 'devices', 'console'] }],
      },
    }
  },
}

/** QEMU's own words for a display or a serial port. */
const ends = ['vnc', 'spice', 'display', 'sdl', 'gtk', 'curses', 'nographic', 'serial'] as const

function isGpuOrSerial(pairs: CommandOption['pairs']): boolean {
  const driver = pairs.find(([key]) => key === 'driver')?.[1] ?? ''
  return /^(?:vfio-pci|isa-serial|pci-serial|usb-serial|virtconsole)/.test(driver)
}
