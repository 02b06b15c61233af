import { describe, expect, it } from 'vitest'
import { networkFindings, networkLines } from './read-lines.test-helper.ts'

const virtio = { model: { type: 'virtio' } } as const
const mac = { address: '52:54:00:11:22:33' }

describe('user networks with slirp', () => {
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
    expect(networkLines([{ type: 'user', ...virtio, port_forwards }])).toEqual([
      '-netdev user,id=hostnet0,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=udp::5000-:6000,hostfwd=udp::5002-:6002',
      '-device virtio-net-pci,netdev=hostnet0,id=net0',
    ])
  })

  it('leave out what slirp can’t forward', () => {
    const port_forwards = [
      { address: '::1', ranges: [{ start: 1 }] },
      { ranges: [{ start: 1, end: 60000 }] },
      { proto: 'tcp', dev: 'eth0' },
      { ranges: [{ start: 2e214, to: 22 }] },
    ] as const
    expect(networkLines([{ type: 'user', ...virtio, port_forwards }])[0]).toBe('-netdev user,id=hostnet0')
    expect(networkFindings([{ type: 'user', ...virtio, port_forwards }])).toEqual([
      'qemu.unsupported 0.port_forwards.0.address',
      'qemu.unsupported 0.port_forwards.1.ranges.0',
      'qemu.unsupported 0.port_forwards.2.dev',
      'qemu.unsupported 0.port_forwards.2',
      'qemu.unsupported 0.port_forwards.3.ranges.0',
    ])
  })

  it('have the addresses that are said', () => {
    const ips = [
      { address: '172.17.2.0', family: 'ipv4', prefix: 24 },
      { address: '2001:db8:ac10:fd01::', family: 'ipv6', prefix: 64 },
    ] as const
    expect(networkLines([{ type: 'user', ips }])[0]).toBe(
      '-netdev user,id=hostnet0,net=172.17.2.0/24,ipv6-prefix=2001:db8:ac10:fd01::,ipv6-prefixlen=64',
    )
  })
})

describe('bridges', () => {
  it('go through the bridge helper, which the host has to allow', () => {
    const bridge = { type: 'bridge', source: { bridge: 'br0' }, model: { type: 'e1000e' }, mac } as const
    expect(networkLines([bridge])).toEqual([
      '-netdev bridge,id=hostnet0,br=br0',
      '-device e1000e,netdev=hostnet0,id=net0,mac=52:54:00:11:22:33',
    ])
    expect(networkFindings([bridge])).toEqual(['qemu.host-setup 0'])
  })

  it('have the kernel carry the packets where the helper is known', () => {
    const bridge = { type: 'bridge', source: { bridge: 'br0' }, ...virtio, mac } as const
    expect(networkLines([bridge], { distro: 'fedora' })[0]).toBe(
      '-netdev tap,id=hostnet0,br=br0,helper=/usr/libexec/qemu-bridge-helper,vhost=on',
    )
    expect(networkFindings([bridge], { distro: 'fedora' })).toEqual([
      'qemu.host-setup 0',
      'qemu.host-setup 0',
    ])
    expect(networkFindings([bridge])).toEqual(['qemu.host-setup 0', 'qemu.differs 0'])
    expect(networkLines([{ ...bridge, driver: { name: 'qemu' } }], { distro: 'fedora' })[0]).toBe(
      '-netdev bridge,id=hostnet0,br=br0',
    )
  })

  it('stand for libvirt’s networks', () => {
    const network = { type: 'network', source: { network: 'lab' }, model: { type: 'igb' } } as const
    expect(networkLines([network])[0]).toBe('-netdev bridge,id=hostnet0,br=virbr0')
    expect(networkFindings([network])).toEqual([
      'qemu.differs 0.source.network',
      'qemu.host-setup 0',
      'qemu.differs 0.mac',
    ])
  })
})

describe('tap devices', () => {
  it('have several queues', () => {
    const one = {
      type: 'ethernet',
      target: { dev: 'tap0', managed: false },
      driver: { name: 'vhost', queues: 4 },
      ...virtio,
      mac,
    } as const
    expect(networkLines([one])).toEqual([
      '-netdev tap,id=hostnet0,ifname=tap0,script=no,downscript=no,vhost=on,queues=4',
      '-device virtio-net-pci,mq=on,vectors=10,netdev=hostnet0,id=net0,mac=52:54:00:11:22:33',
    ])
    expect(networkFindings([one])).toEqual(['qemu.host-setup 0'])
  })

  it('are set up by a script, and carried by QEMU itself when it is no virtio card', () => {
    const one = { type: 'ethernet', script: '/etc/up', downscript: '/etc/down', sndbuf: 1600 } as const
    expect(networkLines([{ ...one, model: { type: 'e1000' } }])[0]).toBe(
      '-netdev tap,id=hostnet0,script=/etc/up,downscript=/etc/down,sndbuf=1600',
    )
  })

  it('on an interface of the host have to be opened by a shell', () => {
    const one = { type: 'direct', source: { dev: 'eth0', mode: 'bridge' }, ...virtio } as const
    expect(networkLines([one])).toEqual(['-device virtio-net-pci,id=net0'])
    expect(networkFindings([one])).toEqual(['qemu.unsupported 0.type'])
  })
})

describe('networks of other processes', () => {
  it('share the guest’s memory', () => {
    const source = {
      type: 'unix',
      path: '/run/v.sock',
      mode: 'client',
      reconnect: { enabled: true, timeout: 10 },
    } as const
    expect(networkLines([{ type: 'vhostuser', source, ...virtio, driver: { queues: 2 } }])).toEqual([
      '-chardev socket,id=charnet0,path=/run/v.sock,reconnect-ms=10000',
      '-netdev vhost-user,id=hostnet0,chardev=charnet0,queues=2',
      '-device virtio-net-pci,mq=on,vectors=6,netdev=hostnet0,id=net0',
    ])
    const server = { type: 'unix', path: '/run/v.sock', mode: 'server' } as const
    expect(networkLines([{ type: 'vhostuser', source: server, ...virtio }])[0]).toBe(
      '-chardev socket,id=charnet0,path=/run/v.sock,server=on',
    )
    expect(networkFindings([{ type: 'vhostuser', source: { mode: 'client' } }])).toEqual([
      'qemu.text 0.source.path',
    ])
  })

  it('are a vDPA device or sockets', () => {
    const first = (one: Parameters<typeof networkLines>[0][number]) => networkLines([one])[0]
    expect(
      first({ type: 'vdpa', source: { dev: '/dev/vhost-vdpa-0' }, ...virtio, driver: { queues: 2 } }),
    ).toBe('-netdev vhost-vdpa,id=hostnet0,vhostdev=/dev/vhost-vdpa-0,queues=2')
    expect(first({ type: 'mcast', source: { address: '230.0.0.1', port: 99 } })).toBe(
      '-netdev socket,id=hostnet0,mcast=230.0.0.1:99',
    )
    expect(first({ type: 'server', source: { port: 99 } })).toBe('-netdev socket,id=hostnet0,listen=:99')
    const udp = { address: '10.0.0.1', port: 1, local_address: '10.0.0.2', local_port: 2 }
    expect(first({ type: 'udp', source: udp })).toBe(
      '-netdev socket,id=hostnet0,udp=10.0.0.1:1,localaddr=10.0.0.2:2',
    )
  })
})

describe('whole cards of the host', () => {
  it('are counted apart from the others', () => {
    const source = { domain: '0x0000', bus: '0x03', slot: '0x00', function: '0x1' }
    expect(
      networkLines([
        { type: 'hostdev', source, rom: { enabled: false }, boot: { order: 2 } },
        { type: 'user', ...virtio },
      ]),
    ).toEqual([
      '-device vfio-pci,host=0000:03:00.1,id=hostdev0,bootindex=2,romfile=',
      '-netdev user,id=hostnet0',
      '-device virtio-net-pci,netdev=hostnet0,id=net0',
    ])
  })

  it('stand in for a virtio card while they are there', () => {
    const source = { domain: '0x0000', bus: '0x03', slot: '0x00', function: '0x1' }
    const lines = networkLines([
      { type: 'user', ...virtio, teaming: { type: 'persistent' }, alias: { name: 'ua-backup' } },
      { type: 'hostdev', source, teaming: { type: 'transient', persistent: 'ua-backup' } },
    ])
    expect(lines).toEqual([
      '-netdev user,id=hostua-backup',
      '-device virtio-net-pci,failover=on,netdev=hostua-backup,id=ua-backup',
      '-device vfio-pci,host=0000:03:00.1,id=hostdev0,failover_pair_id=ua-backup',
    ])
  })
})
