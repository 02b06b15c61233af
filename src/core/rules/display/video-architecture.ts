import { isArm } from '../support/machine.ts'
import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('video', {
  id: 'video.architecture',
  title: 'A video card that the architecture does not have',
  source: 'libvirt 11.3: "domain configuration does not support video model \'qxl\'"',
  when: isArm,
  field: ['model'],
  words: ['qxl', 'vmvga'],
  says: (model) => `ARM guests have no video card ${model}. Take virtio.`,
  fix: { title: 'Set the model to virtio', value: 'virtio' },
})
