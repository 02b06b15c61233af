import { describe, expect, it } from 'vitest'
import type { Domain } from '../../domain/index.ts'
import { renderArgv } from '../index.ts'
import { devicesWritten, found, resolvedOf } from '../written-lines.test-helper.ts'

type Channel = NonNullable<NonNullable<Domain['devices']>['channels']>[number]

/** The line of the channel's end on the host. */
function chardev(channel: Channel, qemu?: string): string | undefined {
  const domain = { devices: { channels: [{ name: 'x', ...channel }] } }
  const { arguments: all } = renderArgv(resolvedOf(domain, qemu === undefined ? {} : { qemu }))
  return all.find(({ option }) => option === '-chardev')?.value
}

describe('serial ports', () => {
  it('are the first console as well', () => {
    const devices = {
      serial: [{ type: 'pty', log: { file: '/var/log/a', append: true } }],
      console: [{ type: 'pty' }, { type: 'pty', target: { type: 'virtio' } }],
    } as const
    expect(devicesWritten(devices).filter((one) => /serial0|console/.test(one))).toEqual([
      expect.stringMatching(/^-device virtio-serial-pci,id=virtio-serial0/),
      '-chardev pty,id=charserial0,logfile=/var/log/a,logappend=on',
      '-device isa-serial,chardev=charserial0,id=serial0,index=0',
      '-chardev pty,id=charconsole1',
      '-device virtconsole,chardev=charconsole1,id=console1',
    ])
  })

  it('are made of a first console that stands alone', () => {
    expect(devicesWritten({ console: [{ type: 'stdio' }] })).toEqual([
      '-chardev stdio,id=charserial0',
      '-device isa-serial,chardev=charserial0,id=serial0,index=0',
    ])
  })

  it('are numbered in turn unless they say a number', () => {
    const serial = [{ type: 'null' }, { type: 'null', target: { port: 3 } }] as const
    expect(devicesWritten({ serial }).filter((one) => one.startsWith('-device'))).toEqual([
      '-device isa-serial,chardev=charserial0,id=serial0,index=0',
      '-device isa-serial,chardev=charserial1,id=serial1,index=3',
    ])
  })

  it('are soldered on where the mainboard has them', () => {
    for (const arch of ['aarch64', 'riscv64'] as const)
      expect(devicesWritten({ serial: [{ type: 'null' }] }, { os: { arch, machine: 'virt' } })).toEqual([
        '-chardev null,id=charserial0',
        '-serial chardev:charserial0',
      ])
  })

  it('sit where their address says', () => {
    const address = { type: 'isa', iobase: '0x402' } as const
    const serial = [
      { type: 'file', source: { path: '/tmp/a,b' }, target: { type: 'isa-debug' }, address },
    ] as const
    expect(devicesWritten({ serial })).toEqual([
      '-chardev file,id=charserial0,path=/tmp/a,,b',
      '-device isa-debugcon,chardev=charserial0,id=serial0,iobase=0x402',
    ])
  })

  it('bear the alias of the author', () => {
    expect(devicesWritten({ serial: [{ type: 'null', alias: { name: 'ua-log' } }] })).toEqual([
      '-chardev null,id=charua-log',
      '-device isa-serial,chardev=charua-log,id=ua-log,index=0',
    ])
  })
})

describe('parallel ports', () => {
  it('are those of the host, or anything that talks', () => {
    const parallel = [
      { type: 'dev', source: { path: '/dev/parport0' }, target: { port: 0 } },
      { type: 'pty', target: { port: 2 } },
    ] as const
    expect(devicesWritten({ parallel })).toEqual([
      '-chardev parallel,id=charparallel0,path=/dev/parport0',
      '-device isa-parallel,chardev=charparallel0,id=parallel0',
      '-chardev pty,id=charparallel1',
      '-device isa-parallel,chardev=charparallel1,id=parallel1,index=2',
    ])
  })
})

describe('the end on the host', () => {
  it('is a socket, a file, a device', () => {
    expect(chardev({ type: 'unix', source: { mode: 'bind' } })).toBe(
      'socket,id=charchannel0,path=/var/vms/vm/x.sock,server=on,wait=off',
    )
    expect(
      chardev({
        type: 'tcp',
        source: { mode: 'bind', host: '::1', service: '99' },
        protocol: { type: 'telnet' },
      }),
    ).toBe('socket,id=charchannel0,host=::1,port=99,telnet=on,server=on,wait=off')
    expect(chardev({ type: 'udp', source: { mode: 'connect', host: 'a', service: '1' } })).toBe(
      'udp,id=charchannel0,host=a,port=1,localaddr=,localport=0',
    )
    expect(chardev({ type: 'pipe', source: { path: '/p' } })).toBe('pipe,id=charchannel0,path=/p')
    expect(chardev({ type: 'dev', source: { path: '/dev/ttyS0' } })).toBe(
      'serial,id=charchannel0,path=/dev/ttyS0',
    )
    expect(chardev({ type: 'file', source: { path: '/f', append: false } })).toBe(
      'file,id=charchannel0,path=/f,append=off',
    )
  })

  it('is SPICE, D-Bus or the clipboard', () => {
    expect(chardev({ type: 'spicevmc' })).toBe('spicevmc,id=charchannel0,name=vdagent')
    expect(chardev({ type: 'spiceport', source: { channel: 'org.a' } })).toBe(
      'spiceport,id=charchannel0,name=org.a',
    )
    expect(chardev({ type: 'qemu-vdagent', source: { clipboard: true, mouse: 'server' } })).toBe(
      'qemu-vdagent,id=charchannel0,name=vdagent,clipboard=on,mouse=off',
    )
    expect(chardev({ type: 'dbus', source: { channel: 'org.a' } }, '6.2')).toBeUndefined()
  })

  it('connects again in the words of each version', () => {
    const source = {
      mode: 'connect',
      host: 'h',
      service: '1',
      reconnect: { enabled: true, timeout: 5 },
    } as const
    expect(chardev({ type: 'tcp', source })).toContain(',reconnect-ms=5000')
    expect(chardev({ type: 'tcp', source }, '9.1')).toContain(',reconnect=5')
  })

  it('is encrypted with the certificates of libvirt', () => {
    const channels = [
      { type: 'tcp', source: { mode: 'bind', host: '::', service: '1', tls: true }, name: 'x' },
    ] as const
    expect(devicesWritten({ channels })).toContain(
      '-object tls-creds-x509,id=objcharchannel0_tls0,dir=/etc/pki/libvirt-chardev,endpoint=server,verify-peer=on',
    )
    expect(chardev(channels[0])).toContain(',tls-creds=objcharchannel0_tls0')
    expect(found({ devices: { channels } })).toContain('qemu.host-setup devices.channels.0')
  })

  it('has a socket path short enough for Linux', () => {
    const channels = [{ type: 'unix', source: { mode: 'bind', path: `/${'x'.repeat(120)}` } }] as const
    expect(found({ devices: { channels } })).toContain('qemu.text devices.channels.0')
  })
})

describe('channels', () => {
  it('are ports of one controller, each with its number', () => {
    const channels = [
      { type: 'spicevmc' },
      { type: 'null', name: 'y', address: { type: 'virtio-serial', controller: '0', bus: '0', port: '7' } },
    ] as const
    expect(devicesWritten({ channels }).filter((one) => one.includes('virtserialport'))).toEqual([
      '-device virtserialport,bus=virtio-serial0.0,nr=1,chardev=charchannel0,id=channel0,name=com.redhat.spice.0',
      '-device virtserialport,bus=virtio-serial0.0,nr=7,chardev=charchannel1,id=channel1,name=y',
    ])
  })

  it('stand with the user network when they are an address of it', () => {
    const channels = [
      {
        type: 'pipe',
        source: { path: '/p' },
        target_type: 'guestfwd',
        target_address: '10.0.2.1',
        target_port: 4600,
      },
    ] as const
    const card = { type: 'user', model: { type: 'virtio' } } as const
    expect(devicesWritten({ channels, interfaces: [card] })).toContain(
      '-netdev user,id=hostnet0,guestfwd=tcp:10.0.2.1:4600-chardev:charchannel0',
    )
    expect(found({ devices: { channels } })).toContain('qemu.differs devices.channels.0')
  })
})
