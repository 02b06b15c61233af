import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('filesystems', {
  id: 'share.accessmode',
  title: 'A virtiofs share with another access mode',
  source: 'libvirt 11.3: "virtiofs only supports passthrough accessmode"',
  check(share) {
    const mode = share.accessmode
    if (share.driver?.type !== 'virtiofs' || mode === undefined || mode === 'passthrough') return undefined
    return {
      at: ['accessmode'],
      message: `virtiofs knows the access mode passthrough alone, not ${mode}. Set it to passthrough; an id map says who owns what.`,
      fix: { title: 'Set the access mode to passthrough', value: 'passthrough' },
    }
  },
})
