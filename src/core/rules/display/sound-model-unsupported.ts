import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('sound', {
  id: 'sound.model-unsupported',
  title: 'A sound card that QEMU does not have',
  source: 'libvirt 11.3 of ich7: "Cannot automatically add a new PCI bus for a device with connect flags 00"',
  *check(sound) {
    if (sound.model === 'ich7')
      yield {
        at: ['model'],
        message: 'QEMU has no sound card ich7. ich9 is the one for q35.',
        fix: { title: 'Take ich9', value: 'ich9' },
      }
  },
})
