import { devicePartsNamed } from '../support/device-parts.ts'
import { keptOptions } from '../support/kept-options.ts'
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
    const sets = keptOptions(context, 'set')
    if (sets.length === 0) return
    const devices = keptOptions(context, 'device').map(({ value }) => value ?? '')
    const aliases = new Set(devicePartsNamed(context, 'alias').map(({ held }) => held['name']))
    for (const { value = '' } of sets) {
      const id = /^device\.([^.]+)\./.exec(value)?.[1]
      if (id === undefined || devices.some((device) => device.includes(id))) continue
      // qemu.set-unknown speaks of an alias that nothing has.
      if (id.startsWith('ua-') && !aliases.has(id)) continue
      yield {
        at: ['qemu_arguments'],
        message: `libvirt hands its devices to QEMU as JSON today, and -set does not find ${id} among those: QEMU ends at once. Say it as <qemu:override> of ${id} (qemu_overrides).`,
      }
    }
  },
}
