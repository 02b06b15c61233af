import { goneArmMachines, isGonePc } from '../support/gone-machines.ts'
import { isArm, isX86, machineOf } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.gone',
  title: 'A machine that QEMU has no more',
  severity: 'warning',
  atStart: true,
  source:
    "libvirt 11.3 with QEMU 10.0: \"Emulator '/usr/bin/qemu-system-aarch64' does not support machine type 'borzoi'\"; older QEMU has it, and libvirt’s own tests",
  *check(context) {
    const machine = machineOf(context)
    const isGone = (isArm(context) && goneArmMachines.has(machine)) || (isX86(context) && isGonePc(machine))
    if (!isGone) return
    yield {
      at: ['os', 'machine'],
      message: `QEMU 10 has the machine ${machine} no more. ${isX86(context) ? 'q35' : 'virt'} is always the newest.`,
    }
  },
}
