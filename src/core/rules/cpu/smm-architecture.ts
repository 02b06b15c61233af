import { leftOut } from '../support/left-out.ts'
import { isX86 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'smm.architecture',
  title: 'System Management Mode on another architecture',
  source: 'QEMU 10.0: "Property \'virt-10.0-machine.smm\' not found"',
  *check({ smm }, context) {
    if (smm === undefined || isX86(context)) return
    yield leftOut(['smm'], 'Only x86 machines have System Management Mode.', 'SMM')
  },
})
