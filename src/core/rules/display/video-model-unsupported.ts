import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('video', {
  id: 'video.model-unsupported',
  title: 'A video card of another hypervisor',
  source:
    'libvirt 11.3: "domain configuration does not support video model \'gop\'", and the same for xen and vbox',
  field: ['model'],
  words: ['gop', 'xen', 'vbox'],
  says: (model) => `QEMU has no video card ${model}. virtio is the best for most guests.`,
  fix: { title: 'Take virtio', value: 'virtio' },
})
