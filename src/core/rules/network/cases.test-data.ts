import type { VmSpec } from '../../spec/index.ts'
import { plain, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

type Card = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['interfaces']>[number]
/** A second network card. */
function cardOf(more: Card): VmSpec {
  return withDevices({ interfaces: [{ type: 'user', model: { type: 'virtio' }, ...more }] })
}
const named = 'only the author knows which one'
function forward(
  address: string | undefined,
  ranges: NonNullable<Card['port_forwards']>[number]['ranges'],
): VmSpec {
  return cardOf({
    backend: { type: 'passt' },
    port_forwards: [{ proto: 'tcp', ...(address === undefined ? {} : { address }), ranges }],
  })
}
const user = { type: 'user', model: { type: 'virtio' } } as const
const toWeb = { ranges: [{ start: 8080, to: 80 }] }
const userCard = { type: 'user', model: { type: 'virtio' } } as const
const cardWithMac = {
  type: 'user',
  model: { type: 'virtio' },
  mac: { address: '52:54:00:11:22:33' },
} as const
const author = 'only the author knows it'
const overSocket = {
  type: 'vhostuser',
  source: { type: 'unix', path: '/run/net.sock', mode: 'client' },
} as const
const shared = { memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } } as const

export const cases: RuleCases = {
  'guest.unreachable': {
    triggers: withDevices({ serial: [], console: [] }, { ssh: { key_source: 'none' } }),
    beside: { ...plain, ssh: { key_source: 'none' } },
  },
  'network.address': {
    triggers: cardOf({ ips: [{ address: '10.0.2.300', family: 'ipv4', prefix: 24 }] }),
    beside: cardOf({ ips: [{ address: '10.0.2.30', family: 'ipv4', prefix: 24 }, { address: 'fd00::1' }] }),
  },
  'network.bridge-in-session': {
    triggers: { ...plain, network: { mode: 'bridge', bridge: 'br0' } },
    beside: { ...plain, network: { mode: 'user' } },
    host: { connection: 'session' },
    noFix: 'it is set up on the host',
  },
  'network.bridge-missing': {
    triggers: { ...plain, network: { mode: 'bridge' } },
    beside: { ...plain, network: { mode: 'bridge', bridge: 'br0' } },
    noFix: named,
  },
  'network.device-missing': {
    triggers: withDevices({ interfaces: [{ type: 'direct' }] }),
    beside: withDevices({ interfaces: [{ type: 'direct', source: { dev: 'enp1s0' } }] }),
    noFix: named,
  },
  'network.driver-virtio': {
    triggers: cardOf({ model: { type: 'e1000e' }, driver: { iommu: true } }),
    beside: cardOf({ driver: { iommu: true } }),
  },
  'network.forward-address': {
    triggers: forward('localhost', [{ start: 8080, to: 80 }]),
    beside: forward('::1', [{ start: 8080, to: 80 }]),
  },
  'network.forward-backend': {
    triggers: withDevices({
      interfaces: [{ ...user, backend: { type: 'default' }, port_forwards: [toWeb] }],
    }),
    beside: withDevices({ interfaces: [{ ...user, port_forwards: [toWeb] }] }),
  },
  'network.forward-exclude': {
    triggers: forward(undefined, [
      { start: 8000, end: 8080 },
      { start: 8010, to: 80, exclude: true },
    ]),
    beside: forward(undefined, [
      { start: 8000, end: 8080 },
      { start: 8010, exclude: true },
    ]),
  },
  'network.forward-only-excluded': {
    triggers: forward(undefined, [{ start: 8010, exclude: true }]),
    beside: forward(undefined, [
      { start: 8000, end: 8080 },
      { start: 8010, exclude: true },
    ]),
  },
  'network.ipv6-prefix': {
    triggers: withDevices({
      interfaces: [{ ...userCard, ips: [{ address: 'fd00::2', family: 'ipv6', prefix: 128 }] }],
    }),
    beside: withDevices({
      interfaces: [{ ...userCard, ips: [{ address: 'fd00::2', family: 'ipv6', prefix: 64 }] }],
    }),
  },
  'network.kind-only': {
    triggers: cardOf({ mtu: { size: 1400 } }),
    beside: cardOf({ type: 'bridge', source: { bridge: 'br0' }, mtu: { size: 1400 } }),
  },
  'network.kind-unsupported': { triggers: cardOf({ type: 'null' }), beside: cardOf({ type: 'user' }) },
  'network.mac-multicast': {
    triggers: { ...plain, network: { mac: '01:00:5e:00:00:01' } },
    beside: { ...plain, network: { mac: '02:00:5e:00:00:01' } },
  },
  'network.mac-twice': {
    triggers: withDevices({
      interfaces: [
        { ...user, mac: { address: '52:54:00:00:00:0a' } },
        { ...user, mac: { address: '52:54:00:00:00:0A' } },
      ],
    }),
    beside: withDevices({
      interfaces: [
        { ...user, mac: { address: '52:54:00:00:00:0a' } },
        { ...user, mac: { address: '52:54:00:00:00:0b' } },
      ],
    }),
  },
  'network.model-unknown': {
    triggers: withDevices({ interfaces: [{ ...cardWithMac, model: { type: 'vmxnet99' } }] }),
    beside: withDevices({ interfaces: [{ ...cardWithMac, model: { type: 'vmxnet3' } }] }),
  },
  'network.multicast': {
    triggers: cardOf({ type: 'mcast', source: { address: '10.0.0.1', port: 5558 } }),
    beside: cardOf({ type: 'mcast', source: { address: '230.0.0.1', port: 5558 } }),
    noFix: author,
  },
  'network.name-missing': {
    triggers: withDevices({ interfaces: [{ type: 'network' }] }),
    beside: withDevices({ interfaces: [{ type: 'network', source: { network: 'default' } }] }),
  },
  'network.network-in-session': {
    triggers: { ...plain, network: { mode: 'network', bridge: 'default' } },
    beside: { ...plain, network: { mode: 'user' } },
    host: { connection: 'session' },
  },
  'network.no-model': {
    triggers: { ...plain, libvirt: { snippets: ["<interface type='user'/>"] } },
    beside: {
      ...plain,
      libvirt: { snippets: ["<interface type='user'><model type='virtio'/></interface>"] },
    },
    noFix: 'a snippet is the author’s own text',
  },
  'network.port-privileged': {
    triggers: { ...plain, network: { port_forwards: ['80:80'] } },
    beside: { ...plain, network: { port_forwards: ['1024:80'] } },
    host: { connection: 'session' },
  },
  'network.port-range': {
    triggers: { ...plain, network: { port_forwards: ['65536:80'] } },
    beside: { ...plain, network: { port_forwards: ['65535:80'] } },
    noFix: named,
  },
  'network.port-twice': {
    triggers: withDevices(
      {
        interfaces: [
          { ...user, port_forwards: [{ address: '0.0.0.0', ranges: [{ start: 8050, to: 8100 }] }] },
        ],
      },
      { ssh: { port: 2222 }, network: { port_forwards: ['2222:80', '8050:90'] } },
    ),
    beside: withDevices(
      { interfaces: [{ ...user, port_forwards: [{ proto: 'udp', ranges: [{ start: 8050, to: 8100 }] }] }] },
      { ssh: { port: 2222 }, network: { port_forwards: ['2223:80', '8050:90'] } },
    ),
  },
  'network.queue-size': {
    triggers: withDevices({ interfaces: [{ ...cardWithMac, driver: { rx_queue_size: 300 } }] }),
    beside: withDevices({ interfaces: [{ ...cardWithMac, driver: { rx_queue_size: 512 } }] }),
  },
  'network.range-backwards': {
    triggers: withDevices({
      interfaces: [{ ...user, port_forwards: [{ ranges: [{ start: 4000, end: 3000 }] }] }],
    }),
    beside: withDevices({
      interfaces: [{ ...user, port_forwards: [{ ranges: [{ start: 3000, end: 4000 }] }] }],
    }),
  },
  'network.send-queue': {
    triggers: cardOf({ driver: { tx_queue_size: 1024 } }),
    beside: cardOf({ driver: { tx_queue_size: 256 } }),
  },
  'network.socket-address': {
    triggers: cardOf({ type: 'udp', source: { address: '127.0.0.1', port: 5555 } }),
    beside: cardOf({
      type: 'udp',
      source: { address: '127.0.0.1', port: 5555, local_address: '127.0.0.1', local_port: 5556 },
    }),
    noFix: author,
  },
  'network.teaming': {
    triggers: cardOf({ model: { type: 'e1000e' }, teaming: { type: 'persistent' } }),
    beside: cardOf({ teaming: { type: 'persistent' } }),
  },
  'network.vhostuser': {
    triggers: withDevices({ interfaces: [{ ...overSocket, model: { type: 'virtio' } }] }),
    beside: withLibvirt({
      ...shared,
      devices: { interfaces: [{ ...overSocket, model: { type: 'virtio' } }] },
    }),
  },
  'network.vhostuser-backend': {
    triggers: withDevices({ interfaces: [{ ...cardWithMac, backend: { tap: '/dev/mytap' } }] }),
    beside: withDevices({
      interfaces: [
        { ...cardWithMac, type: 'ethernet', target: { dev: 'tap0' }, backend: { tap: '/dev/mytap' } },
      ],
    }),
  },
  'ssh.port-and-auto': {
    triggers: { ...plain, ssh: { port: 2222, port_auto: true } },
    beside: { ...plain, ssh: { port: 0, port_auto: true } },
  },
}
