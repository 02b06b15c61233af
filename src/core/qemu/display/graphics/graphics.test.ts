import { describe, expect, it } from 'vitest'
import type { Domain } from '../../../domain/index.ts'
import { renderArgv } from '../../index.ts'
import { resolvedOf, written } from '../../written-lines.test-helper.ts'
import { complaints as complaintsOf } from '../read-lines.test-helper.ts'

type Graphics = NonNullable<NonNullable<Domain['devices']>['graphics']>[number]

const ofDisplay = /^-(?:vnc|spice|display|k|object secret) ?/

/** The options of displays alone. */
function shown(...graphics: readonly Graphics[]): string[] {
  return written({ devices: { graphics, video: [{ model: 'none' }] } }).filter((one) => ofDisplay.test(one))
}

function complaints(graphics: readonly Graphics[], qemu?: string): string[] {
  return complaintsOf({ graphics, video: [{ model: 'none' }] }, qemu)
}

describe('SPICE', () => {
  const open = 'disable-ticketing=on'

  it('listens at an address or a socket', () => {
    const listen = [{ type: 'address', address: '::1' }] as const
    const look = { image: 'off', streaming: 'filter', mouse: 'client', clipboard: false } as const
    expect(shown({ type: 'spice', port: 5901, listen, ...look })[0]).toBe(
      `-spice port=5901,addr=::1,agent-mouse=on,${open},image-compression=off,streaming-video=filter,disable-copy-paste=on,seamless-migration=on`,
    )
    const gl = { enable: 'yes', rendernode: '/dev/dri/renderD128' } as const
    expect(shown({ type: 'spice', listen: [{ type: 'socket' }], gl })[0]).toBe(
      `-spice unix=on,addr=/var/vms/vm/spice.sock,${open},gl=on,rendernode=/dev/dri/renderD128,seamless-migration=on`,
    )
  })

  it('without a port is reached by a socket, since libvirt is not there to hand in viewers', () => {
    expect(shown({ type: 'spice' })[0]).toBe(
      `-spice unix=on,addr=/var/vms/vm/spice.sock,${open},seamless-migration=on`,
    )
    expect(complaints([{ type: 'spice' }])).toEqual(['qemu.differs devices.graphics.0'])
    expect(shown({ type: 'spice', autoport: 'no' })[0]).toBe(`-spice port=0,${open},seamless-migration=on`)
  })

  it('encrypts what is said when it has a TLS port', () => {
    const channels = [
      { name: 'main', mode: 'secure' },
      { name: 'inputs', mode: 'insecure' },
    ] as const
    const spice = { type: 'spice', port: 5903, channels } as const
    expect(shown({ ...spice, tls_port: 5904, default_mode: 'secure' })[0]).toBe(
      `-spice port=5903,tls-port=5904,addr=127.0.0.1,${open},x509-dir=/etc/pki/libvirt-spice,tls-channel=default,tls-channel=main,plaintext-channel=inputs,seamless-migration=on`,
    )
    expect(shown(spice)[0]).not.toContain('tls')
    expect(complaints([spice])).toEqual(['qemu.unsupported devices.graphics.0.channels'])
  })

  it('is there once', () => {
    const spice = { type: 'spice', port: 5900 } as const
    expect(shown(spice, { ...spice, port: 5901 }).filter((one) => one.startsWith('-spice'))).toHaveLength(1)
    expect(complaints([spice, { ...spice, port: 5901 }])).toEqual(['qemu.unsupported devices.graphics.1'])
  })
})

describe('VNC', () => {
  it('is counted from 5900', () => {
    const vnc = { type: 'vnc', port: 5903, websocket: 5703, share_policy: 'ignore' } as const
    expect(shown(vnc)[0]).toBe('-vnc 127.0.0.1:3,websocket=5703,share=ignore,audiodev=audio1')
    expect(complaints([{ ...vnc, port: 80 }])).toEqual(['qemu.text devices.graphics.0.port'])
  })

  it('says the key of a path, which may have an equals sign in it', () => {
    expect(shown({ type: 'vnc', listen: [{ type: 'socket', socket: '/tmp/a=b' }] })[0]).toBe(
      '-vnc vnc=unix:/tmp/a=b,audiodev=audio1',
    )
  })

  it('gets the first port that no other display has', () => {
    const lines = shown(
      { type: 'spice', autoport: 'yes', default_mode: 'secure' },
      { type: 'vnc', port: 5900 },
      { type: 'vnc', websocket: -1 },
    )
    expect(lines[0]).toContain('-spice tls-port=5901,addr=127.0.0.1')
    expect(lines[2]).toBe('-vnc 127.0.0.1:2,websocket=5700,audiodev=audio1')
  })
})

describe('a password', () => {
  const graphics = [{ type: 'vnc', port: 5900, passwd: 'geheim' }] as const

  it('is never on the command line, but in a file', () => {
    const lines = shown(...graphics)
    expect(lines).toContain('-object secret,id=graphics0-password,file=/var/vms/vm/graphics0-password')
    expect(lines).toContain('-vnc 127.0.0.1:0,password-secret=graphics0-password,audiodev=audio1')
    expect(lines.join()).not.toContain('geheim')
    expect(complaints(graphics)).toEqual(['qemu.secret devices.graphics.0.passwd'])
    expect(renderArgv(resolvedOf({ devices: { graphics } })).secrets).toMatchObject([
      { file: '/var/vms/vm/graphics0-password', text: 'geheim' },
    ])
  })
})

describe('a window', () => {
  it('is the only one', () => {
    const graphics = [{ type: 'egl-headless' }, { type: 'sdl', gl: { enable: 'yes' } }] as const
    expect(shown(...graphics)).toEqual(['-display egl-headless'])
    expect(complaints(graphics)).toEqual(['qemu.unsupported devices.graphics.1'])
    expect(shown()).toEqual(['-display none'])
  })

  it('has the X display in its environment', () => {
    const graphics = [{ type: 'sdl', display: ':1', xauth: '/x', fullscreen: true }] as const
    expect(shown(...graphics)).toEqual(['-display sdl,full-screen=on'])
    expect(renderArgv(resolvedOf({ devices: { graphics } })).environment).toMatchObject([
      { name: 'DISPLAY', value: ':1' },
      { name: 'XAUTHORITY', value: '/x' },
    ])
  })

  it('on D-Bus takes QEMU 7.0', () => {
    expect(shown({ type: 'dbus', p2p: true, gl: { enable: 'no' } })).toEqual(['-display dbus,p2p=on,gl=off'])
    expect(complaints([{ type: 'dbus', p2p: true }], '6.2')).toContain(
      'qemu.unsupported devices.graphics.0.type',
    )
  })

  it('is not made for RDP', () => {
    expect(shown({ type: 'rdp' })).toEqual(['-display none'])
    expect(complaints([{ type: 'rdp' }])).toEqual(['qemu.unsupported devices.graphics.0.type'])
  })
})

it('has one keymap for all displays', () => {
  const vnc = { type: 'vnc', port: 5900, keymap: 'de' } as const
  expect(shown(vnc, { ...vnc, port: 5901, keymap: 'fr' })).toContain('-k de')
  expect(complaints([vnc, { ...vnc, port: 5901, keymap: 'fr' }])).toEqual([
    'qemu.unsupported devices.graphics.1.keymap',
  ])
})
