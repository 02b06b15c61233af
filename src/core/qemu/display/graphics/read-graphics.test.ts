import { describe, expect, it } from 'vitest'
import { readArgv } from '../../index.ts'
import { again, devicesRead, kept, remarks } from '../read-lines.test-helper.ts'

describe('VNC of a command line', () => {
  it.each([
    ['-vnc 127.0.0.1:3', { port: 5903, listen: [{ type: 'address', address: '127.0.0.1' }] }],
    ['-vnc :0', { port: 5900, listen: [{ type: 'address', address: '0.0.0.0' }] }],
    ['-display vnc=:1', { port: 5901, listen: [{ type: 'address', address: '0.0.0.0' }] }],
    [
      "-vnc '[::1]:2,websocket=on'",
      { port: 5902, websocket: 5702, listen: [{ type: 'address', address: '::1' }] },
    ],
    [
      '-vnc unix:/run/v,share=ignore',
      { share_policy: 'ignore', listen: [{ type: 'socket', socket: '/run/v' }] },
    ],
    ['-vnc none', { listen: [{ type: 'none' }] }],
  ])('%s', (line, expected) => {
    expect(devicesRead(line, '-nodefaults').graphics).toEqual([{ type: 'vnc', ...expected }])
  })

  it('stays as it is with what libvirt can’t say', () => {
    expect(kept('-vnc :0,lossy=on')).toEqual(['-vnc', ':0,lossy=on'])
    expect(kept('-vnc host:1,reverse=on')).toEqual(['-vnc', 'host:1,reverse=on'])
  })

  it('is written as it was', () => {
    const line =
      '-audiodev none,id=audio1 -k de -vnc 127.0.0.1:3,websocket=5701,share=ignore,power-control=on,audiodev=audio1'
    expect(again(line, 'vnc', 'k', 'audiodev').join(' ')).toContain(
      '-vnc 127.0.0.1:3,websocket=5701,share=ignore,power-control=on,audiodev=audio1 -k de',
    )
  })
})

describe('SPICE of a command line', () => {
  it('is written as it was', () => {
    const line =
      '-spice port=5903,tls-port=5904,addr=127.0.0.1,agent-mouse=off,disable-ticketing=on,x509-dir=/etc/pki/libvirt-spice,tls-channel=default,tls-channel=main,plaintext-channel=inputs,image-compression=auto_glz,jpeg-wan-compression=auto,zlib-glz-wan-compression=auto,playback-compression=on,streaming-video=filter,disable-copy-paste=on,disable-agent-file-xfer=on,seamless-migration=on'
    expect(again(line, 'spice')).toEqual([line])
    const gl = '-spice unix=on,addr=/s,disable-ticketing=on,gl=on,rendernode=/dev/dri/a,seamless-migration=on'
    expect(again(gl, 'spice')).toEqual([gl])
  })

  it('keeps its password, and says when it would ask for one that is not there', () => {
    const [spice] = devicesRead('-spice port=5900,password=geheim').graphics ?? []
    expect(spice).toMatchObject({ passwd: 'geheim', listen: [{ type: 'address', address: '0.0.0.0' }] })
    const line = '-object secret,id=s,data=geheim -spice port=5900,password-secret=s'
    expect(devicesRead(line).graphics).toMatchObject([{ passwd: 'geheim' }])
    expect(remarks('-spice port=5900')).toContain('argv.differs')
    expect(remarks('-spice port=5900,disable-ticketing')).not.toContain('argv.differs')
  })
})

describe('the window of a command line', () => {
  it('is the last one that is said', () => {
    expect(devicesRead('-display none -display sdl,gl=on -full-screen', '').graphics).toEqual([
      { type: 'sdl', gl: { enable: 'yes' }, fullscreen: true },
    ])
    expect(devicesRead('-sdl').graphics).toEqual([{ type: 'sdl' }])
    expect(devicesRead('-display sdl -nographic', '').graphics).toBeUndefined()
  })

  it('is the terminal with -nographic', () => {
    expect(devicesRead('-nographic', '').serial).toEqual([{ type: 'stdio', target: { port: 0 } }])
    expect(devicesRead('-nographic -serial null', '').serial).toMatchObject([{ type: 'null' }])
    expect(devicesRead('-nographic', '-nodefaults').serial).toBeUndefined()
  })

  it('is on the X display of its environment', () => {
    const { commands } = readArgv('DISPLAY=:1 LANG=C qemu-system-x86_64 -display sdl')
    expect(commands[0]?.domain).toMatchObject({
      qemu_environment: [{ name: 'LANG', value: 'C' }],
      devices: { graphics: [{ type: 'sdl', display: ':1' }] },
    })
  })

  it('stays as it is when it is not libvirt’s', () => {
    expect(kept('-display gtk,gl=on')).toEqual(['-display', 'gtk,gl=on'])
    expect(kept('-display sdl,gl=es')).toEqual(['-display', 'sdl,gl=es'])
    expect(kept('-curses')).toEqual(['-curses'])
  })

  it('that QEMU opens by itself is not libvirt’s', () => {
    expect(remarks('-m 1G')).toContain('argv.differs')
    expect(remarks('-m 1G -display none')).not.toContain('argv.differs')
  })

  it.each([
    '-display egl-headless,rendernode=/dev/dri/a',
    '-display dbus,p2p=on,gl=on',
    '-display dbus,addr=unix:path=/b',
  ])('%s is written as it was', (line) => expect(again(line, 'display')).toEqual([line]))
})

it('has no video card where the line has none, or one that libvirt doesn’t know', () => {
  expect(devicesRead('-vnc :0 -device ati-vga').video).toEqual([{ model: 'none' }])
  expect(devicesRead('-vnc :0').video).toEqual([{ model: 'none' }])
})
