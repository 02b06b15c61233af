import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('video', {
  id: 'video.model-unsupported',
  title: 'A video card of another hypervisor',
  source:
    'libvirt 11.3: "domain configuration does not support video model \'gop\'", and the same for xen and vbox',
  *check(video) {
    if (!foreign.has(video.model ?? '')) return
    yield {
      at: ['model'],
      message: `QEMU has no video card ${video.model}. virtio is the best for most guests.`,
      fix: { title: 'Take virtio', value: 'virtio' },
    }
  },
})

const foreign: ReadonlySet<string> = new Set(['gop', 'xen', 'vbox'])
