import { describe, expect, it } from 'vitest'
import { isRecord } from '../../table/index.ts'
import { renderArgv } from '../index.ts'
import { readArgv } from '../read.ts'
import { resolvedOf } from '../written-lines.test-helper.ts'

/** The interfaces of a line, and what had to be kept word for word. */
function read(line: string): { interfaces: readonly unknown[]; kept: readonly string[] } {
  const [command] = readArgv(`qemu-system-x86_64 -machine q35 -nodefaults ${line}`).commands
  const kept = command?.domain.qemu_arguments ?? []
  return {
    interfaces: command?.domain.devices?.interfaces ?? [],
    kept: kept.map(({ value }) => value ?? ''),
  }
}

/** Read, and written again: the options of the interfaces. */
function again(line: string): string[] {
  const [command] = readArgv(`qemu-system-x86_64 -machine q35 -nodefaults ${line}`).commands
  return renderArgv(resolvedOf(command?.domain ?? {}))
    .arguments.filter(({ path }) => path[1] === 'interfaces')
    .map(({ option, value = '' }) => `${option} ${value.replace(/,bus=[\w.]+(?:,addr=[\w.]+)?/, '')}`)
}

describe('-netdev and -device', () => {
  it('come back as they were', () => {
    for (const lines of [
      ['-netdev user,id=hostnet0,hostfwd=tcp::2222-:22', '-device virtio-net-pci,netdev=hostnet0,id=net0'],
      [
        '-netdev tap,id=hostnet0,ifname=tap0,script=no,downscript=no,vhost=on,queues=4',
        '-device virtio-net-pci,ioeventfd=off,host_tso4=off,mq=on,vectors=10,netdev=hostnet0,id=net0,mac=52:54:00:11:22:33',
      ],
      ['-netdev bridge,id=hostnet0,br=br7', '-device rtl8139,netdev=hostnet0,id=net0,romfile='],
      ['-netdev socket,id=hostnet0,mcast=230.0.0.1:1234', '-device igb,netdev=hostnet0,id=net0,bootindex=3'],
      [
        '-netdev vhost-vdpa,id=hostnet0,vhostdev=/dev/vhost-vdpa-0',
        '-device virtio-net-pci,host_mtu=9000,failover=on,netdev=hostnet0,id=net0',
      ],
    ])
      expect(again(lines.join(' '))).toEqual(lines)
  })

  it('keep a forward of a port that does not exist', () => {
    for (const forward of ['tcp::2222-:70000', `tcp::2${'0'.repeat(200)}-:22`, 'tcp::0-:22'])
      expect(
        read(
          `-netdev user,id=hostnet0,hostfwd=${forward} -device e1000e,netdev=hostnet0,id=net0`,
        ).kept.join(),
      ).toContain(forward)
  })

  it('say what libvirt knows of the network', () => {
    expect(
      read(
        '-netdev user,id=n,net=10.5.0.0/16,hostfwd=tcp:127.0.0.1:2222-10.0.2.15:22,hostfwd=tcp:127.0.0.1:80-:80,hostfwd=udp::53-:53 -device e1000e,netdev=n',
      ).interfaces,
    ).toEqual([
      {
        type: 'user',
        model: { type: 'e1000e' },
        backend: { type: 'default' },
        ips: [{ family: 'ipv4', address: '10.5.0.0', prefix: 16 }],
        port_forwards: [
          { proto: 'tcp', address: '127.0.0.1', ranges: [{ start: 2222, to: 22 }, { start: 80 }] },
          { proto: 'udp', address: '0.0.0.0', ranges: [{ start: 53 }] },
        ],
      },
    ])
  })

  it('stay as they are with what libvirt can’t say', () => {
    const line = '-netdev user,id=n,restrict=on,tftp=/srv -device e1000e,netdev=n'
    const card = '{"driver":"e1000e","netdev":"n"}'
    expect(read(line)).toEqual({ interfaces: [], kept: [...line.split(' ').slice(0, -1), card] })
    const vde = '-netdev vde,id=n -device e1000e,netdev=n'
    expect(read(vde)).toEqual({ interfaces: [], kept: [...vde.split(' ').slice(0, -1), card] })
  })

  it('give what is left of the card to QEMU all the same', () => {
    const [command] = readArgv(
      'qemu-system-x86_64 -nodefaults -netdev user,id=n -device e1000,netdev=n,mitigation=off',
    ).commands
    expect(command?.domain.devices?.interfaces?.[0]?.alias).toEqual({ name: 'ua-interfaces' })
    expect(command?.domain.qemu_overrides).toEqual([
      { alias: 'ua-interfaces', properties: [{ name: 'mitigation', type: 'bool', value: 'false' }] },
    ])
  })
})

describe('older and shorter options', () => {
  const connected = (line: string) =>
    read(line).interfaces.map((one) => {
      if (!isRecord(one)) return ''
      const model = isRecord(one['model']) ? one['model']['type'] : ''
      return `${String(one['type'])} ${String(model)}`
    })

  it('say card and network at once', () => {
    expect(connected('-nic user,model=virtio,hostfwd=tcp::1-:1')).toEqual(['user virtio'])
    expect(connected('-nic user')).toEqual(['user e1000e'])
    expect(connected('-nic bridge,br=br0,model=virtio-net-pci,mac=52:54:00:11:22:33')).toEqual([
      'bridge virtio',
    ])
    expect(read('-nic none')).toEqual({ interfaces: [], kept: [] })
  })

  it('meet at a hub', () => {
    expect(connected('-net nic,model=rtl8139 -net user')).toEqual(['user rtl8139'])
    expect(
      connected('-net nic,vlan=1,macaddr=52:54:00:11:22:33 -net user -net tap,vlan=1,ifname=t -net nic'),
    ).toEqual(['ethernet e1000e', 'user e1000e'])
    const three = '-net nic -net nic,model=e1000 -net user'
    expect(read(three)).toEqual({ interfaces: [], kept: three.split(' ') })
  })

  it('leave QEMU a card of its own', () => {
    const [command] = readArgv('qemu-system-x86_64 -hda a.img').commands
    expect(command?.domain.devices?.interfaces).toEqual([{ type: 'user', model: { type: 'e1000' } }])
  })
})

describe('libvirt’s own lines', () => {
  it('have file descriptors, JSON and passt', () => {
    const line = `-netdev '{"type":"tap","fds":"3:4","vhost":true,"vhostfds":"5:6","id":"hostnet0"}' -device '{"driver":"virtio-net-pci","mq":true,"vectors":6,"netdev":"hostnet0","id":"net0","mac":"52:54:00:11:22:33"}'`
    expect(read(line).interfaces).toEqual([
      {
        type: 'ethernet',
        model: { type: 'virtio' },
        mac: { address: '52:54:00:11:22:33' },
        driver: { queues: 2 },
      },
    ])
    const passt = `-netdev '{"type":"stream","addr":{"type":"unix","path":"/run/libvirt/qemu/passt/1-a-net0.socket"},"server":false,"reconnect-ms":5000,"id":"hostnet0"}' -device '{"driver":"rtl8139","netdev":"hostnet0","id":"net0"}'`
    expect(read(passt)).toEqual({
      interfaces: [{ type: 'user', model: { type: 'rtl8139' }, backend: { type: 'passt' } }],
      kept: [],
    })
  })
})
