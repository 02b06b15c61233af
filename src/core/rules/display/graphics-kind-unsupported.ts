import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.kind-unsupported',
  title: 'A kind of display that QEMU does not have',
  source:
    'libvirt 11.3: "desktop graphics are not supported with this QEMU", "rdp graphics are not supported with this QEMU"; rdp since 11.5',
  *check(display) {
    if (display.type !== 'desktop') return
    yield {
      at: ['type'],
      message: 'The display desktop is VirtualBox’s. VNC is seen by every viewer.',
      fix: { title: 'Take VNC', value: 'vnc' },
    }
  },
})
