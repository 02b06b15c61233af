import { isRecord } from '../../table/index.ts'
import { isX86 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'hyperv.architecture',
  title: 'Hyper-V enlightenments on another architecture',
  source: 'QEMU 10.0: "can\'t apply global cortex-a15-arm-cpu.hv-relaxed=on"',
  *check({ hyperv }, context) {
    if (hyperv === undefined || isX86(context) || !hasAnyOn(hyperv)) return
    yield {
      at: ['hyperv'],
      message:
        'Hyper-V enlightenments are for x86 guests; QEMU does not start with them on another architecture. Leave them out.',
      fix: { title: 'Leave the Hyper-V features out' },
    }
  },
})

/** A feature that is off is no word to QEMU. */
function hasAnyOn(features: object): boolean {
  return Object.entries(features).some(
    ([key, value]) =>
      key !== '$rest' && value !== 'off' && !(isRecord(value) && value['state'] === 'off') && value !== false,
  )
}
