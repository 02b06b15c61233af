import type { VmSpec } from '../../spec/index.ts'
import { type RuleCases, withDevices, withLibvirt } from './case.ts'

type Card = NonNullable<NonNullable<NonNullable<VmSpec['libvirt']>['devices']>['interfaces']>[number]

const author = 'only the author knows it'

/** A second network card. */
function card(more: Card): VmSpec {
  return withDevices({ interfaces: [{ type: 'user', model: { type: 'virtio' }, ...more }] })
}

function forward(
  address: string | undefined,
  ranges: NonNullable<Card['port_forwards']>[number]['ranges'],
): VmSpec {
  return card({
    backend: { type: 'passt' },
    port_forwards: [{ proto: 'tcp', ...(address === undefined ? {} : { address }), ranges }],
  })
}

const shared = { memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } } as const
const overSocket = {
  type: 'vhostuser',
  source: { type: 'unix', path: '/run/net.sock', mode: 'client' },
} as const

export const networkKeyCases: RuleCases = {
  'network.kind-only': {
    triggers: card({ mtu: { size: 1400 } }),
    beside: card({ type: 'bridge', source: { bridge: 'br0' }, mtu: { size: 1400 } }),
  },
  'network.driver-virtio': {
    triggers: card({ model: { type: 'e1000e' }, driver: { iommu: true } }),
    beside: card({ driver: { iommu: true } }),
  },
  'network.address': {
    triggers: card({ ips: [{ address: '10.0.2.300', family: 'ipv4', prefix: 24 }] }),
    beside: card({ ips: [{ address: '10.0.2.30', family: 'ipv4', prefix: 24 }, { address: 'fd00::1' }] }),
  },
  'network.forward-address': {
    triggers: forward('localhost', [{ start: 8080, to: 80 }]),
    beside: forward('::1', [{ start: 8080, to: 80 }]),
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
  'network.send-queue': {
    triggers: card({ driver: { tx_queue_size: 1024 } }),
    beside: card({ driver: { tx_queue_size: 256 } }),
  },
  'network.teaming': {
    triggers: card({ model: { type: 'e1000e' }, teaming: { type: 'persistent' } }),
    beside: card({ teaming: { type: 'persistent' } }),
  },
  'network.kind-unsupported': { triggers: card({ type: 'null' }), beside: card({ type: 'user' }) },
  'network.vhostuser': {
    triggers: withDevices({ interfaces: [{ ...overSocket, model: { type: 'virtio' } }] }),
    beside: withLibvirt({
      ...shared,
      devices: { interfaces: [{ ...overSocket, model: { type: 'virtio' } }] },
    }),
  },
  'network.socket-address': {
    triggers: card({ type: 'udp', source: { address: '127.0.0.1', port: 5555 } }),
    beside: card({
      type: 'udp',
      source: { address: '127.0.0.1', port: 5555, local_address: '127.0.0.1', local_port: 5556 },
    }),
    noFix: author,
  },
  'network.multicast': {
    triggers: card({ type: 'mcast', source: { address: '10.0.0.1', port: 5558 } }),
    beside: card({ type: 'mcast', source: { address: '230.0.0.1', port: 5558 } }),
    noFix: author,
  },
  'device.rom-disabled': {
    triggers: card({ rom: { enabled: false, file: '/srv/card.rom' } }),
    beside: card({ rom: { enabled: false } }),
  },
  'device.acpi-index': {
    triggers: card({ acpi: { index: 16384 } }),
    beside: card({ acpi: { index: 16383 } }),
  },
}
