import { devicesOf } from '../support/devices.ts'
import { isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'serial.count',
  title: 'More serial or parallel ports than a PC has',
  source:
    'libvirt 11.3 at the start: "Maximum supported number of ISA serial ports is \'4\'"; QEMU 10.0: "Max. supported number of parallel ports is 3."',
  *check(context) {
    if (!isX86(context)) return
    const serial = devicesOf(context, 'serial').filter(
      ({ item }) => (item.target?.type ?? 'isa-serial') === 'isa-serial',
    )
    const parallel = devicesOf(context, 'parallel')
    for (const [ports, most, what] of [
      [serial, 4, 'serial'],
      [parallel, 3, 'parallel'],
    ] as const)
      for (const { path } of ports.slice(most))
        yield {
          at: path,
          message: `A PC has ${most} ${what} ports${what === 'serial' ? '; more of them can be of the type pci-serial' : ''}. Remove the others.`,
          fix: { title: 'Remove this port' },
        }
  },
}
