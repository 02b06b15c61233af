import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('graphics', {
  id: 'graphics.open-to-network',
  title: 'A display open to the network',
  severity: 'warning',
  source:
    'libvirt manual, Graphical framebuffers; VNC and SPICE without a password let everybody in (rules.md)',
  check({ type, passwd = '', listen = [], listen_address: old = '' }) {
    if ((type !== 'vnc' && type !== 'spice') || passwd !== '') return undefined
    const index = listen.findIndex(({ address }) => address !== undefined && anywhere.has(address))
    if (index < 0 && !anywhere.has(old)) return undefined
    return {
      at: index < 0 ? ['listen_address'] : ['listen', index, 'address'],
      message:
        'Everybody on the network can see and use this display: it listens everywhere and has no password. Listen on 127.0.0.1 and reach it through SSH, or set passwd.',
      fix: { title: 'Listen on 127.0.0.1', value: '127.0.0.1' },
    }
  },
})

const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '*'])
