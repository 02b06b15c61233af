import { describe, expect, it } from 'vitest'
import type { Domain } from '../../domain/index.ts'
import { renderArgv } from '../index.ts'
import { readArgv } from '../read.ts'
import { resolvedOf } from '../written-lines.test-helper.ts'

function read(line: string, program = 'qemu-system-x86_64 -machine q35 -nodefaults'): Domain {
  return readArgv(`${program} ${line}`).commands[0]?.domain ?? {}
}

/** Read, and written again: the options of ports, consoles and channels. */
function again(line: string): string[] {
  const lists = new Set<unknown>(['serial', 'parallel', 'console', 'channels'])
  return renderArgv(resolvedOf(read(line)))
    .arguments.filter(({ path }) => lists.has(path[1]))
    .map(({ option, value = '' }) => `${option} ${value}`)
}

function kept(line: string): string[] {
  return (read(line).qemu_arguments ?? []).map(({ value }) => value ?? '')
}

describe('-chardev and its device', () => {
  it('come back as they were', () => {
    for (const lines of [
      ['-chardev pty,id=charserial0', '-device isa-serial,chardev=charserial0,id=serial0,index=2'],
      [
        '-chardev socket,id=charserial0,host=::1,port=99,telnet=on,server=on,wait=off,logfile=/l,logappend=off',
        '-device isa-serial,chardev=charserial0,id=serial0,index=0',
      ],
      [
        '-chardev file,id=charserial0,path=/f,append=on',
        '-device isa-debugcon,chardev=charserial0,id=serial0,iobase=0x402',
      ],
      [
        '-chardev parallel,id=charparallel0,path=/dev/parport0',
        '-device isa-parallel,chardev=charparallel0,id=parallel0',
      ],
      [
        '-chardev udp,id=charserial0,host=a,port=1,localaddr=b,localport=2',
        '-device isa-serial,chardev=charserial0,id=serial0,index=0',
      ],
    ])
      expect(again(lines.join(' '))).toEqual(lines)
  })

  it('say ports of virtio-serial', () => {
    const { devices } = read(
      '-device virtio-serial-pci,id=virtio-serial0 -chardev qemu-vdagent,id=a,name=vdagent,clipboard=on,mouse=off -device virtserialport,bus=virtio-serial0.0,nr=3,chardev=a,name=com.redhat.spice.0 -chardev pty,id=c -device virtconsole,chardev=c,id=ua-c',
    )
    expect(devices?.channels).toEqual([
      {
        type: 'qemu-vdagent',
        source: { clipboard: true, mouse: 'server' },
        target_type: 'virtio',
        name: 'com.redhat.spice.0',
        address: { type: 'virtio-serial', controller: '0', bus: '0', port: '3' },
      },
    ])
    expect(devices?.console).toEqual([{ type: 'pty', target: { type: 'virtio' }, alias: { name: 'ua-c' } }])
  })

  it('are forwards of a user network', () => {
    const { devices } = read(
      '-chardev pipe,id=p,path=/p -netdev user,id=n,guestfwd=tcp:10.0.2.1:4600-chardev:p -device e1000e,netdev=n',
    )
    expect(devices?.interfaces).toEqual([{ type: 'user', model: { type: 'e1000e' } }])
    expect(devices?.channels).toEqual([
      {
        type: 'pipe',
        source: { path: '/p' },
        target_type: 'guestfwd',
        target_address: '10.0.2.1',
        target_port: 4600,
      },
    ])
  })

  it('are read from libvirt’s JSON and with its certificates', () => {
    const { devices, qemu_arguments } = read(
      `-object tls-creds-x509,id=t,dir=/etc/pki/libvirt-chardev,endpoint=client,verify-peer=yes -chardev '{"id":"a","backend":{"type":"socket","data":{"addr":{"type":"inet","data":{"host":"h","port":"1"}},"telnet":false,"server":false,"reconnect-ms":2000,"tls-creds":"t"}}}' -device usb-serial,chardev=a`,
    )
    expect(qemu_arguments).toBeUndefined()
    expect(devices?.serial).toEqual([
      {
        type: 'tcp',
        source: {
          mode: 'connect',
          host: 'h',
          service: '1',
          tls: true,
          reconnect: { enabled: true, timeout: 2 },
        },
        target: { type: 'usb-serial' },
      },
    ])
  })

  it('stay as they are with what libvirt can’t say', () => {
    for (const line of [
      '-chardev socket,id=a,path=/s,server=on -device isa-serial,chardev=a',
      '-chardev stdio,id=a,mux=on -device isa-serial,chardev=a',
      '-chardev msmouse,id=a -device isa-serial,chardev=a',
    ])
      expect(kept(line)).toEqual([...line.split(' ').slice(0, -1), '{"driver":"isa-serial","chardev":"a"}'])
  })
})

describe('short forms', () => {
  const serial = (line: string) => read(line).devices?.serial

  it('fill the ports of the board', () => {
    expect(serial('-serial none -serial stdio -serial unix:/s,server,nowait')).toEqual([
      { type: 'stdio', target: { type: 'isa-serial', port: 0 } },
      {
        type: 'unix',
        source: { mode: 'bind', path: '/s' },
        target: { type: 'isa-serial', port: 1 },
      },
    ])
    expect(serial('-serial telnet:127.0.0.1:4444,server=on,wait=off')).toEqual([
      {
        type: 'tcp',
        source: { mode: 'bind', host: '127.0.0.1', service: '4444' },
        protocol: { type: 'telnet' },
        target: { type: 'isa-serial', port: 0 },
      },
    ])
    expect(
      read('-chardev null,id=a -serial chardev:a', 'qemu-system-aarch64 -M virt').devices?.serial,
    ).toEqual([{ type: 'null', target: { type: 'system-serial', model: 'pl011', port: 0 } }])
    expect(serial('-serial mon:stdio')).toEqual([{ type: 'stdio', target: { type: 'isa-serial', port: 0 } }])
  })

  it('are debug consoles and parallel ports', () => {
    expect(serial('-debugcon file:/d -global isa-debugcon.iobase=0x402')).toEqual([
      {
        type: 'file',
        source: { path: '/d' },
        target: { type: 'isa-debug' },
        address: { type: 'isa', iobase: '0x402' },
      },
    ])
    expect(read('-parallel /dev/parport0').devices?.parallel).toEqual([
      { type: 'dev', source: { path: '/dev/parport0' }, target: { port: 0 } },
    ])
  })

  it('leave monitors to their owners, and our own to each new line', () => {
    expect(kept('-monitor stdio')).toEqual(['-monitor', 'stdio'])
    expect(kept('-monitor none -qmp unix:/vms/a/qmp.sock,server=on,wait=off')).toEqual([])
    expect(
      kept(
        '-chardev socket,id=charmonitor,fd=22,server=on,wait=off -mon chardev=charmonitor,id=monitor,mode=control',
      ),
    ).toEqual([])
  })
})
