import { atLeast } from '../../host/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('filesystems', {
  id: 'share.readonly-version',
  title: 'A read-only virtiofs share on an older libvirt',
  target: 'libvirt',
  source:
    'libvirt manual, Filesystems: read-only virtiofs since 11.0; not seen in the lab, whose libvirt is 11.3',
  check(share, context) {
    const version = context.host?.libvirt
    if (version === undefined || atLeast(version, '11.0')) return undefined
    if (share.driver?.type !== 'virtiofs' || share.readonly !== true) return undefined
    return {
      at: ['readonly'],
      message: `libvirt ${version} knows no read-only virtiofs share, 11.0 does. Leave readonly out and mount it read-only in the guest.`,
      fix: { title: 'Leave readonly out' },
    }
  },
})
