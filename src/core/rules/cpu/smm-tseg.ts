import { sizeInBytes } from '../../table/index.ts'
import { isQ35 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'smm.tseg',
  title: 'A TSEG that the machine can’t have',
  source:
    'libvirt 11.3: "SMM TSEG is only supported with q35 machine type", "SMM TSEG size must be divisible by 1 MiB"',
  *check({ smm_tseg: tseg }, context) {
    if (tseg === undefined) return
    const path = ['smm_tseg']
    const bytes = sizeInBytes(tseg, 1024 ** 2)
    if (!isQ35(context))
      yield { at: path, message: 'Only q35 has a TSEG. Leave it out.', fix: { title: 'Leave it out' } }
    else if (bytes !== undefined && bytes % 1024 ** 2 !== 0)
      yield {
        at: path,
        message: `The TSEG is whole MiB, ${tseg} is not.`,
        fix: { title: 'Take 16M', value: '16M' },
      }
  },
})
