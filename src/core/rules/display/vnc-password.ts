import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'vnc.password',
  title: 'A VNC password that is too long',
  source: 'libvirt 11.3: "VNC password is 17 characters long, only 8 permitted"',
  check(display) {
    const length = display.passwd?.length ?? 0
    if (display.type !== 'vnc' || length <= 8) return undefined
    return {
      at: ['passwd'],
      message: `The VNC password has ${length} characters, 8 are permitted. Shorten it; for more safety listen on 127.0.0.1 and go through SSH.`,
    }
  },
})
