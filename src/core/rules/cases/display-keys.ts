import { type RuleCases, withDevices } from './case.ts'

const vnc = { type: 'vnc', listen: [{ type: 'address', address: '127.0.0.1' }] } as const
const sound = { sound: [{ model: 'ich9' }] } as const

export const displayKeyCases: RuleCases = {
  'video.knob': {
    triggers: withDevices({ graphics: [vnc], video: [{ model: 'vga', heads: 2 }] }),
    beside: withDevices({ graphics: [vnc], video: [{ model: 'virtio', heads: 2 }] }),
  },
  'video.memory': {
    triggers: withDevices({ graphics: [vnc], video: [{ model: 'vga', vram: 512 }] }),
    beside: withDevices({ graphics: [vnc], video: [{ model: 'vga', vram: 16384 }] }),
  },
  'video.model-unsupported': {
    triggers: withDevices({ graphics: [vnc], video: [{ model: 'vbox' }] }),
    beside: withDevices({ graphics: [vnc], video: [{ model: 'bochs' }] }),
  },
  'video.driver': {
    triggers: withDevices({ graphics: [vnc], video: [{ model: 'vga', driver: { iommu: true } }] }),
    beside: withDevices({ graphics: [vnc], video: [{ model: 'virtio', driver: { iommu: true } }] }),
  },
  'graphics.kind-unsupported': {
    triggers: withDevices({ graphics: [{ type: 'desktop' }], video: [{ model: 'virtio' }] }),
    beside: withDevices({ graphics: [{ type: 'vnc' }], video: [{ model: 'virtio' }] }),
  },
  'graphics.port-twice': {
    triggers: withDevices({
      graphics: [
        { ...vnc, port: 5901 },
        { type: 'spice', port: 5901 },
      ],
      video: [{ model: 'virtio' }],
    }),
    beside: withDevices({
      graphics: [
        { ...vnc, port: 5901 },
        { type: 'spice', port: 5902 },
      ],
      video: [{ model: 'virtio' }],
    }),
  },
  'graphics.listens-many': {
    triggers: withDevices({
      graphics: [{ type: 'vnc', listen: [{ type: 'address', address: '127.0.0.1' }, { type: 'none' }] }],
      video: [{ model: 'virtio' }],
    }),
    beside: withDevices({ graphics: [vnc], video: [{ model: 'virtio' }] }),
  },
  'graphics.listens-nowhere': {
    triggers: withDevices({
      graphics: [{ type: 'spice', listen: [{ type: 'address', address: '127.0.0.1' }] }],
      video: [{ model: 'virtio' }],
    }),
    beside: withDevices({
      graphics: [{ type: 'spice', autoport: 'yes', listen: [{ type: 'address', address: '127.0.0.1' }] }],
      video: [{ model: 'virtio' }],
    }),
  },
  'graphics.spice-tls': {
    triggers: withDevices({ graphics: [{ type: 'spice', tls_port: 5902 }], video: [{ model: 'virtio' }] }),
    beside: withDevices({ graphics: [{ type: 'spice', port: 5902 }], video: [{ model: 'virtio' }] }),
  },
  'graphics.dbus-address': {
    triggers: withDevices({
      graphics: [{ type: 'dbus', p2p: true, dbus_address: 'unix:path=/run/bus' }],
      video: [{ model: 'virtio' }],
    }),
    beside: withDevices({ graphics: [{ type: 'dbus', p2p: true }], video: [{ model: 'virtio' }] }),
  },
  'audio.settings': {
    triggers: withDevices({
      ...sound,
      audio: [{ id: 1, type: 'none', input: { fixed_settings: false, settings: { frequency: 44100 } } }],
    }),
    beside: withDevices({
      ...sound,
      audio: [
        {
          id: 1,
          type: 'none',
          input: { mixing_engine: true, fixed_settings: true, settings: { frequency: 44100 } },
        },
      ],
    }),
  },
  'audio.spice-missing': {
    triggers: withDevices({ ...sound, audio: [{ id: 1, type: 'spice' }] }),
    beside: withDevices({ ...sound, audio: [{ id: 1, type: 'none' }] }),
  },
  'sound.model-unsupported': {
    triggers: withDevices({ sound: [{ model: 'ich7' }] }),
    beside: withDevices(sound),
  },
}
