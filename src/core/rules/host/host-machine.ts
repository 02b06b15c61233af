import { nearest } from '../../text/index.ts'
import { emulatorOf } from '../support/host-emulator.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'host.machine',
  title: 'A machine type that the host’s QEMU does not have',
  source:
    "libvirt 11.3: \"Emulator '…' does not support machine type 'pc-q35-11.0'\"; RHEL has machine types of its own",
  *check({ machine }, context) {
    const machines = emulatorOf(context)?.machines ?? []
    if (machine === undefined || machines.length === 0 || machines.includes(machine)) return
    const family = /^pc-q35/.test(machine)
      ? 'q35'
      : /^pc-i440fx/.test(machine)
        ? 'pc'
        : /^virt/.test(machine)
          ? 'virt'
          : undefined
    const better = family !== undefined && machines.includes(family) ? family : nearest(machine, machines)
    yield {
      at: ['machine'],
      message: `The QEMU of the host has no machine ${machine}${better === undefined ? '' : `; ${better} is there`}. A name without a version travels between hosts.`,
      fix: better === undefined ? undefined : { title: `Take ${better}`, value: better },
    }
  },
})
