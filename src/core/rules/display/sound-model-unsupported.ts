import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('sound', {
  id: 'sound.model-unsupported',
  title: 'A sound card that QEMU does not have',
  source: 'libvirt 11.3 of ich7: "Cannot automatically add a new PCI bus for a device with connect flags 00"',
  field: ['model'],
  words: ['ich7'],
  says: () => 'QEMU has no sound card ich7. ich9 is the one for q35.',
  fix: { title: 'Take ich9', value: 'ich9' },
})
