import { deviceRule } from '../support/device-rule.ts'
import { isArm } from '../support/machine.ts'

export const rule = deviceRule('video', {
  id: 'video.architecture',
  title: 'A video card that the architecture does not have',
  source: 'libvirt 11.3: "domain configuration does not support video model \'qxl\'"',
  when: isArm,
  *check(video) {
    if (video.model === undefined || !x86Only.has(video.model)) return
    yield {
      at: ['model'],
      message: `ARM guests have no video card ${video.model}. Take virtio.`,
      fix: { title: 'Set the model to virtio', value: 'virtio' },
    }
  },
})

const x86Only: ReadonlySet<string> = new Set(['qxl', 'vmvga'])
