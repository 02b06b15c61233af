import { describe, expect, it } from 'vitest'
import type { Interface } from '../../domain/index.ts'
import { renderArgv } from '../index.ts'
import { resolvedOf } from '../written-lines.test-helper.ts'
import { passtPorts } from './passt.ts'
import { networkFindings, networkLines } from './read-lines.test-helper.ts'

const passt = { type: 'user', model: { type: 'virtio' }, backend: { type: 'passt' } } as const

function helper(one: Interface): readonly string[] {
  return renderArgv(resolvedOf({ devices: { interfaces: [one] } })).helpers[0]?.argv ?? []
}

describe('user networks with passt', () => {
  it('meet it at a socket, and connect again when it was away', () => {
    expect(networkLines([passt])[0]).toBe(
      '-netdev stream,id=hostnet0,addr.type=unix,addr.path=/var/vms/vm/passt-net0.sock,server=off,reconnect-ms=5000',
    )
    expect(networkLines([passt], { qemu: '9.0' })[0]).toMatch(/,reconnect=5$/)
    expect(networkLines([passt], { qemu: '7.2' })[0]).toMatch(/,server=off$/)
  })

  it('fall back on slirp where QEMU is too old', () => {
    const port_forwards = [{ proto: 'tcp', address: '127.0.0.1', ranges: [{ start: 2222, to: 22 }] }] as const
    expect(networkLines([{ ...passt, port_forwards }], { qemu: '7.1' })[0]).toBe(
      '-netdev user,id=hostnet0,hostfwd=tcp:127.0.0.1:2222-:22',
    )
    expect(networkFindings([passt], { qemu: '7.1' })).toEqual(['qemu.differs 0.backend.type'])
  })

  it('start it with all that is said', () => {
    expect(
      helper({
        ...passt,
        source: { dev: 'eth0' },
        mtu: { size: 9000 },
        backend: { type: 'passt', log_file: '/tmp/log', hostname: 'vm' },
        ips: [{ address: '172.17.2.4', family: 'ipv4', prefix: 24 }],
        port_forwards: [
          { proto: 'tcp', address: '127.0.0.1', ranges: [{ start: 2222, to: 22 }] },
          { proto: 'udp', ranges: [{ start: 53 }] },
        ],
      }).join(' '),
    ).toBe(
      'passt --foreground --one-off --socket /var/vms/vm/passt-net0.sock --mtu 9000 --interface eth0 --hostname vm --log-file /tmp/log --address 172.17.2.4 --netmask 24 --tcp-ports 127.0.0.1/2222:22 --udp-ports 53',
    )
  })

  it('share memory with it as vhost-user', () => {
    const one = { ...passt, type: 'vhostuser' } as const
    expect(networkLines([one]).slice(0, 2)).toEqual([
      '-chardev socket,id=charnet0,path=/var/vms/vm/passt-net0.sock,reconnect-ms=5000',
      '-netdev vhost-user,id=hostnet0,chardev=charnet0',
    ])
    expect(helper(one)).toContain('--vhost-user')
  })

  it('forward ranges, addresses, interfaces and everything', () => {
    expect(passtPorts({})).toBe('all')
    expect(passtPorts({ dev: 'eth0' })).toBe('%eth0/all')
    expect(
      passtPorts({
        address: '::1',
        ranges: [{ start: 5, end: 9, to: 15 }, { start: 7, exclude: true }, { start: 80 }],
      }),
    ).toBe('::1/5-9:15-19,~7,80')
  })
})
