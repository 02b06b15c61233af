import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('filesystems', {
  id: 'share.kind-unsupported',
  title: 'A share of a kind for containers',
  source: 'libvirt 11.3: "only supports mount filesystem type"',
  check(share) {
    if (share.type === undefined || share.type === 'mount') return undefined
    return {
      at: ['type'],
      message: `A share of type ${share.type} is for containers; QEMU shares directories, of type mount.`,
      fix: { title: 'Remove the share', at: [] },
    }
  },
})
