import { plain, type RuleCases, withDevices } from './case.ts'

const named = 'only the author knows which one'
const user = { type: 'user', model: { type: 'virtio' } } as const
const forward = { ranges: [{ start: 8080, to: 80 }] }

export const networkCases: RuleCases = {
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
  'network.port-range': {
    triggers: { ...plain, network: { port_forwards: ['65536:80'] } },
    beside: { ...plain, network: { port_forwards: ['65535:80'] } },
    noFix: named,
  },
  'network.range-backwards': {
    triggers: withDevices({
      interfaces: [{ ...user, port_forwards: [{ ranges: [{ start: 4000, end: 3000 }] }] }],
    }),
    beside: withDevices({
      interfaces: [{ ...user, port_forwards: [{ ranges: [{ start: 3000, end: 4000 }] }] }],
    }),
  },
  'network.port-privileged': {
    triggers: { ...plain, network: { port_forwards: ['80:80'] } },
    beside: { ...plain, network: { port_forwards: ['1024:80'] } },
    host: { connection: 'session' },
  },
  'network.bridge-missing': {
    triggers: { ...plain, network: { mode: 'bridge' } },
    beside: { ...plain, network: { mode: 'bridge', bridge: 'br0' } },
    noFix: named,
  },
  'network.name-missing': {
    triggers: withDevices({ interfaces: [{ type: 'network' }] }),
    beside: withDevices({ interfaces: [{ type: 'network', source: { network: 'default' } }] }),
  },
  'network.device-missing': {
    triggers: withDevices({ interfaces: [{ type: 'direct' }] }),
    beside: withDevices({ interfaces: [{ type: 'direct', source: { dev: 'enp1s0' } }] }),
    noFix: named,
  },
  'network.bridge-in-session': {
    triggers: { ...plain, network: { mode: 'bridge', bridge: 'br0' } },
    beside: { ...plain, network: { mode: 'user' } },
    host: { connection: 'session' },
    noFix: 'it is set up on the host',
  },
  'network.network-in-session': {
    triggers: { ...plain, network: { mode: 'network', bridge: 'default' } },
    beside: { ...plain, network: { mode: 'user' } },
    host: { connection: 'session' },
  },
  'network.forward-backend': {
    triggers: withDevices({
      interfaces: [{ ...user, backend: { type: 'default' }, port_forwards: [forward] }],
    }),
    beside: withDevices({ interfaces: [{ ...user, port_forwards: [forward] }] }),
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
  'network.mac-multicast': {
    triggers: { ...plain, network: { mac: '01:00:5e:00:00:01' } },
    beside: { ...plain, network: { mac: '02:00:5e:00:00:01' } },
  },
  'network.no-model': {
    triggers: { ...plain, libvirt: { snippets: ["<interface type='user'/>"] } },
    beside: {
      ...plain,
      libvirt: { snippets: ["<interface type='user'><model type='virtio'/></interface>"] },
    },
    noFix: 'a snippet is the author’s own text',
  },
  'ssh.port-and-auto': {
    triggers: { ...plain, ssh: { port: 2222, port_auto: true } },
    beside: { ...plain, ssh: { port: 0, port_auto: true } },
  },
}
