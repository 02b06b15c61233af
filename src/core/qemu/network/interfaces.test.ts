import { describe, expect, it } from 'vitest'
import { devicesWritten, found } from '../test-support.ts'

const virtio = { model: { type: 'virtio' } } as const

describe('user networks', () => {
  it('forward ports on this host alone unless an address says otherwise', () => {
    const port_forwards = [
      { proto: 'tcp', ranges: [{ start: 2222, to: 22 }] },
      {
        proto: 'udp',
        address: '0.0.0.0',
        ranges: [
          { start: 5000, end: 5002, to: 6000 },
          { start: 5001, exclude: true },
        ],
      },
    ] as const
    expect(devicesWritten({ interfaces: [{ type: 'user', ...virtio, port_forwards }] })).toEqual([
      '-netdev user,id=net0,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=udp:0.0.0.0:5000-:6000,hostfwd=udp:0.0.0.0:5002-:6002',
      '-device virtio-net-pci,id=nic0,netdev=net0',
    ])
  })

  it('leave out what slirp can’t forward', () => {
    const port_forwards = [
      { address: '::1', ranges: [{ start: 1 }] },
      { ranges: [{ start: 1, end: 60000 }] },
      { proto: 'tcp' },
    ] as const
    const devices = { interfaces: [{ type: 'user', ...virtio, port_forwards }] } as const
    expect(devicesWritten(devices)[0]).toBe('-netdev user,id=net0')
    expect(found({ devices })).toEqual([
      'qemu.unsupported devices.interfaces.0.port_forwards.0.address',
      'qemu.unsupported devices.interfaces.0.port_forwards.1.ranges.0',
      'qemu.unsupported devices.interfaces.0.port_forwards.2',
    ])
  })
})

describe('other networks', () => {
  it('go through the bridge helper, which the host has to allow', () => {
    const mac = { address: '52:54:00:11:22:33' }
    const bridge = { type: 'bridge', source: { bridge: 'br0' }, ...virtio, mac } as const
    expect(devicesWritten({ interfaces: [bridge] })).toEqual([
      '-netdev bridge,id=net0,br=br0',
      '-device virtio-net-pci,id=nic0,netdev=net0,mac=52:54:00:11:22:33',
    ])
    expect(found({ devices: { interfaces: [bridge] } })).toEqual(['qemu.host-setup devices.interfaces.0'])
    const network = { type: 'network', source: { network: 'lab' }, ...virtio } as const
    expect(devicesWritten({ interfaces: [network] })[0]).toBe('-netdev bridge,id=net0,br=virbr0')
    expect(found({ devices: { interfaces: [network] } })).toEqual([
      'qemu.differs devices.interfaces.0.source.network',
      'qemu.host-setup devices.interfaces.0',
      'qemu.differs devices.interfaces.0.mac',
    ])
  })

  it('take a tap device with several queues', () => {
    const one = {
      type: 'ethernet',
      target: { dev: 'tap0', managed: false },
      driver: { name: 'vhost', queues: 4 },
      ...virtio,
      mac: { address: '52:54:00:11:22:33' },
    } as const
    expect(devicesWritten({ interfaces: [one] })).toEqual([
      '-netdev tap,id=net0,ifname=tap0,script=no,downscript=no,vhost=on,queues=4',
      '-device virtio-net-pci,id=nic0,netdev=net0,mac=52:54:00:11:22:33,mq=on,vectors=10',
    ])
    expect(found({ devices: { interfaces: [one] } })).toEqual([])
  })

  it('leave the card unconnected where libvirt would open the network', () => {
    const one = { type: 'direct', source: { dev: 'eth0', mode: 'bridge' }, ...virtio } as const
    expect(devicesWritten({ interfaces: [one] })).toEqual(['-device virtio-net-pci,id=nic0'])
    expect(found({ devices: { interfaces: [one] } })).toEqual(['qemu.unsupported devices.interfaces.0.type'])
  })

  it('hand a whole card over', () => {
    const source = { domain: '0x0000', bus: '0x03', slot: '0x00', function: '0x1' }
    expect(devicesWritten({ interfaces: [{ type: 'hostdev', source }] })).toEqual([
      '-device vfio-pci,host=0000:03:00.1,id=nic0',
    ])
  })
})

describe('network cards', () => {
  it('are the model that is said, rtl8139 as with libvirt when none is', () => {
    const card = (type?: string) =>
      devicesWritten({ interfaces: [{ type: 'user', ...(type ? { model: { type } } : {}) }] })[1]
    expect(card('e1000e')).toBe('-device e1000e,id=nic0,netdev=net0')
    expect(card('virtio-transitional')).toBe('-device virtio-net-pci-transitional,id=nic0,netdev=net0')
    expect(card()).toBe('-device rtl8139,id=nic0,netdev=net0')
  })

  it('tell the guest its MTU when they are virtio', () => {
    const one = { type: 'user', mtu: { size: 9000 }, boot: { order: 2 } } as const
    expect(devicesWritten({ interfaces: [{ ...one, ...virtio }] })).toContain(
      '-device virtio-net-pci,id=nic0,netdev=net0,bootindex=2,host_mtu=9000',
    )
    expect(found({ devices: { interfaces: [{ ...one, model: { type: 'igb' } }] } })).toEqual([
      'qemu.unsupported devices.interfaces.0.mtu',
    ])
  })

  it('can’t start with the cable out', () => {
    expect(
      found({ devices: { interfaces: [{ type: 'user', ...virtio, link: { state: 'down' } }] } }),
    ).toEqual(['qemu.unsupported devices.interfaces.0.link'])
  })
})
