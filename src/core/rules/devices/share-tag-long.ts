import { utf8Encode } from '../../text/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('filesystems', {
  id: 'share.tag-long',
  title: 'A mount tag that is too long',
  source: 'QEMU 10.0 at the start: a tag has 36 bytes at most (virtiofs), or 31 (9p)',
  check(share) {
    const tag = share.target?.dir ?? ''
    const isVirtiofs = share.driver?.type === 'virtiofs'
    const most = isVirtiofs ? 36 : 31
    const length = utf8Encode(tag).length
    if (share.type !== 'mount' || length <= most) return undefined
    const short = [...tag].slice(0, most).join('')
    return {
      at: ['target', 'dir'],
      message: `The mount tag ${tag} has ${length} bytes; ${isVirtiofs ? 'virtiofs' : '9p'} takes ${most}. Shorten it.`,
      fix: utf8Encode(short).length <= most ? { title: `Shorten it to ${short}`, value: short } : undefined,
    }
  },
})
