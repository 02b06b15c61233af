import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('graphics', {
  id: 'graphics.kind-unsupported',
  title: 'A kind of display that QEMU does not have',
  source:
    'libvirt 11.3: "desktop graphics are not supported with this QEMU", "rdp graphics are not supported with this QEMU"; rdp since 11.5',
  field: ['type'],
  words: ['desktop'],
  says: () => 'The display desktop is VirtualBox’s. VNC is seen by every viewer.',
  fix: { title: 'Take VNC', value: 'vnc' },
})
