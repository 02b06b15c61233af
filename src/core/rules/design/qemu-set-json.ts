import { devicesOfSets } from '../support/qemu-set.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'qemu.set-json',
  title: '-set of a device that libvirt makes',
  severity: 'warning',
  target: 'libvirt',
  atStart: true,
  source:
    'QEMU 10.0 at the start, of any device that libvirt 11.3 hands over as JSON: "-set device.video0.vgamem_mb=32: there is no device "video0" defined"',
  *check(context) {
    const sets = devicesOfSets(context)
    if (sets === undefined) return
    for (const id of sets.ids) {
      if (sets.own.has(id)) continue
      // qemu.set-unknown speaks of an alias that nothing has.
      if (id.startsWith('ua-') && !sets.aliases.has(id)) continue
      yield {
        at: ['qemu_arguments'],
        message: `libvirt hands its devices to QEMU as JSON today, and -set does not find ${id} among those: QEMU ends at once. Say it as <qemu:override> of ${id} (qemu_overrides).`,
      }
    }
  },
}
