import { devicesOf } from '../support/devices.ts'
import { isArm, isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'console.kind',
  title: 'A console that the machine does not have',
  severity: 'error',
  source:
    'libvirt 11.3: "sclpconsole is not supported in this QEMU binary", "unsupported console target type xen", "Only the first console can be a serial port"',
  *check(context) {
    if (!isX86(context) && !isArm(context)) return
    for (const { item, path, index } of devicesOf(context, 'console')) {
      const type = item.target?.type
      const wrong = foreign.has(type ?? '')
        ? `A ${type} console is for another processor or hypervisor.`
        : index > 0 && (type === undefined || type === 'serial')
          ? 'Only the first console is a serial port.'
          : undefined
      if (wrong === undefined) continue
      yield {
        path: at(context, ...path, 'target', 'type'),
        message: `${wrong} Take virtio.`,
        fix: setFix(context, 'Take virtio', [...path, 'target', 'type'], 'virtio'),
      }
    }
  },
}

const foreign: ReadonlySet<string> = new Set(['sclp', 'sclplm', 'xen', 'uml', 'openvz'])
