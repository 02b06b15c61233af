import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'guest.unreachable',
  title: 'A guest that nobody can reach',
  severity: 'warning',
  source: 'rules.md: no graphics, no serial, no passed-through GPU, and no login over the network',
  *check(context) {
    const lists = ['graphics', 'serial', 'console'] as const
    if (lists.some((list) => devicesOf(context, list).length > 0)) return
    if (context.domain.qemu_arguments?.some(({ value = '' }) => reaching.has(value))) return
    if (devicesOf(context, 'hostdevs').some(({ item }) => item.type === 'pci' || item.type === 'mdev')) return
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

/** Options of QEMU that open a display or a serial port: the author's own are kept word for word. */
const reaching: ReadonlySet<string> = new Set(
  ['vnc', 'display', 'spice', 'sdl', 'nographic', 'curses', 'serial'].flatMap((word) => [
    `-${word}`,
    `--${word}`,
  ]),
)
