import { deviceRule } from '../support/device-rule.ts'
import { isArm, isX86 } from '../support/machine.ts'

export const rule = deviceRule('console', {
  id: 'console.kind',
  title: 'A console that the machine does not have',
  source:
    'libvirt 11.3: "sclpconsole is not supported in this QEMU binary", "unsupported console target type xen", "Only the first console can be a serial port"',
  when: (context) => isX86(context) || isArm(context),
  check(line, _context, { index }) {
    const type = line.target?.type
    const wrong = foreign.has(type ?? '')
      ? `A ${type} console is for another processor or hypervisor.`
      : index > 0 && (type === undefined || type === 'serial')
        ? 'Only the first console is a serial port.'
        : undefined
    if (wrong === undefined) return undefined
    return {
      at: ['target', 'type'],
      message: `${wrong} Take virtio.`,
      fix: { title: 'Take virtio', value: 'virtio' },
    }
  },
})

const foreign: ReadonlySet<string> = new Set(['sclp', 'sclplm', 'xen', 'uml', 'openvz'])
