import { isX86 } from '../support/machine.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.architecture',
  title: 'A machine of another architecture',
  source: "libvirt 11.3: \"Emulator '/usr/bin/qemu-system-aarch64' does not support machine type 'q35'\"",
  *check(context) {
    const { arch = '', machine = '' } = context.domain.os ?? {}
    const isPc = /^(pc|q35|microvm|isapc)(-|$)/.test(machine)
    const isVirt = /^virt(-|$)/.test(machine)
    if (arch === '' || (isX86(context) ? !isVirt : !isPc)) return
    const usual = isX86(context) ? 'q35' : 'virt'
    yield {
      at: ['os', 'machine'],
      message: `There is no machine ${machine} for ${arch}. Take ${usual}, or change os.arch.`,
      fix: {
        title: `Set the machine to ${usual}`,
        changes: [{ path: at(context, 'os', 'machine'), value: usual }],
      },
    }
  },
}
