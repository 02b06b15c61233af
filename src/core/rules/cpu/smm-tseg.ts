import { sizeInBytes } from '../../table/index.ts'
import { isQ35 } from '../support/machine.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'smm.tseg',
  title: 'A TSEG that the machine can’t have',
  severity: 'error',
  source:
    'libvirt 11.3: "SMM TSEG is only supported with q35 machine type", "SMM TSEG size must be divisible by 1 MiB"',
  *check(context) {
    const tseg = context.domain.features?.smm_tseg
    if (tseg === undefined) return
    const path = ['features', 'smm_tseg']
    const bytes = sizeInBytes(tseg, 1024 ** 2)
    if (!isQ35(context))
      yield {
        path: at(context, ...path),
        message: 'Only q35 has a TSEG. Leave it out.',
        fix: removeFix(context, 'Leave it out', path),
      }
    else if (bytes !== undefined && bytes % 1024 ** 2 !== 0)
      yield {
        path: at(context, ...path),
        message: `The TSEG is whole MiB, ${tseg} is not.`,
        fix: setFix(context, 'Take 16M', path, '16M'),
      }
  },
}
