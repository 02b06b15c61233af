import { onArm, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

const sound = { sound: [{ model: 'ich9' }] } as const
const vnc = { type: 'vnc', listen: [{ type: 'address', address: '127.0.0.1' }] } as const
const spice = { type: 'spice' } as const

export const cases: RuleCases = {
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
  'audio.twice': {
    triggers: withDevices({
      audio: [
        { id: 1, type: 'none' },
        { id: 1, type: 'alsa' },
      ],
    }),
    beside: withDevices({
      audio: [
        { id: 1, type: 'none' },
        { id: 2, type: 'alsa' },
      ],
    }),
  },
  'audio.unknown': {
    triggers: withDevices({ sound: [{ model: 'ich9', audio: 2 }], audio: [{ id: 1, type: 'none' }] }),
    beside: withDevices({ sound: [{ model: 'ich9', audio: 1 }], audio: [{ id: 1, type: 'none' }] }),
  },
  'graphics.dbus-address': {
    triggers: withDevices({
      graphics: [{ type: 'dbus', p2p: true, dbus_address: 'unix:path=/run/bus' }],
      video: [{ model: 'virtio' }],
    }),
    beside: withDevices({ graphics: [{ type: 'dbus', p2p: true }], video: [{ model: 'virtio' }] }),
  },
  'graphics.kind-unsupported': {
    triggers: withDevices({ graphics: [{ type: 'desktop' }], video: [{ model: 'virtio' }] }),
    beside: withDevices({ graphics: [{ type: 'vnc' }], video: [{ model: 'virtio' }] }),
  },
  'graphics.listen-differs': {
    triggers: withDevices({
      graphics: [{ type: 'vnc', listen_address: '127.0.0.1', listen: [{ type: 'address', address: '::1' }] }],
    }),
    beside: withDevices({
      graphics: [{ type: 'vnc', listen_address: '::1', listen: [{ type: 'address', address: '::1' }] }],
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
  'graphics.open-to-network': {
    triggers: withDevices({ graphics: [{ type: 'vnc', listen: [{ address: '0.0.0.0' }] }] }),
    beside: withDevices({ graphics: [{ type: 'vnc', passwd: 'secret', listen: [{ address: '0.0.0.0' }] }] }),
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
  'graphics.spice-tls': {
    triggers: withDevices({ graphics: [{ type: 'spice', tls_port: 5902 }], video: [{ model: 'virtio' }] }),
    beside: withDevices({ graphics: [{ type: 'spice', port: 5902 }], video: [{ model: 'virtio' }] }),
  },
  'graphics.twice': {
    triggers: withDevices({ graphics: [{ type: 'egl-headless' }, { type: 'egl-headless' }] }),
    beside: withDevices({ graphics: [{ type: 'vnc' }, { type: 'egl-headless' }] }),
  },
  'sound.model-unsupported': {
    triggers: withDevices({ sound: [{ model: 'ich7' }] }),
    beside: withDevices(sound),
  },
  'spice.missing': {
    triggers: withDevices({ channels: [{ type: 'spicevmc', name: 'com.redhat.spice.0' }], redirdev: [{}] }),
    beside: withDevices({
      graphics: [spice],
      channels: [{ type: 'spicevmc', name: 'com.redhat.spice.0' }],
      redirdev: [{}],
    }),
  },
  'video.accel3d': {
    triggers: withDevices({ graphics: [spice], video: [{ model: 'qxl', accel3d: true }] }),
    beside: withDevices({ graphics: [spice], video: [{ model: 'qxl' }] }),
  },
  'video.accel3d-display': {
    triggers: withDevices({ graphics: [{ type: 'vnc' }], video: [{ model: 'virtio', accel3d: true }] }),
    beside: withDevices({
      graphics: [{ type: 'vnc' }, { type: 'egl-headless' }],
      video: [{ model: 'virtio', accel3d: true }],
    }),
  },
  'video.address': {
    triggers: withDevices({
      graphics: [{ type: 'vnc' }],
      video: [{ model: 'ramfb', address: { type: 'pci', slot: '0x08' } }],
    }),
    beside: withDevices({ graphics: [{ type: 'vnc' }], video: [{ model: 'ramfb' }] }),
  },
  'video.architecture': {
    triggers: onArm({ devices: { video: [{ model: 'qxl' }] } }),
    beside: withDevices({ video: [{ model: 'qxl' }] }),
  },
  'video.blob-memory': {
    triggers: withDevices({ video: [{ model: 'virtio', blob: true }] }),
    beside: withLibvirt({
      memory_backing: { source: { type: 'memfd' } },
      devices: { video: [{ model: 'virtio', blob: true }] },
    }),
  },
  'video.driver': {
    triggers: withDevices({ graphics: [vnc], video: [{ model: 'vga', driver: { iommu: true } }] }),
    beside: withDevices({ graphics: [vnc], video: [{ model: 'virtio', driver: { iommu: true } }] }),
  },
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
  'video.none-beside': {
    triggers: withDevices({ video: [{ model: 'virtio' }, { model: 'none' }] }),
    beside: withDevices({ video: [{ model: 'none' }] }),
  },
  'video.primary-twice': {
    triggers: withDevices({
      video: [
        { model: 'virtio', primary: true },
        { model: 'virtio', primary: true },
      ],
    }),
    beside: withDevices({ video: [{ model: 'virtio', primary: true }, { model: 'virtio' }] }),
  },
  'video.secondary': {
    triggers: withDevices({ video: [{ model: 'virtio' }, { model: 'vga' }] }),
    beside: withDevices({ video: [{ model: 'vga' }, { model: 'virtio' }] }),
  },
  'vnc.password': {
    triggers: withDevices({ graphics: [{ type: 'vnc', passwd: '123456789' }] }),
    beside: withDevices({ graphics: [{ type: 'vnc', passwd: '12345678' }] }),
    noFix: 'a password is for the author to choose',
  },
  'vnc.port': {
    triggers: withDevices({ graphics: [{ type: 'vnc', port: 5899 }] }),
    beside: withDevices({ graphics: [{ type: 'vnc', port: 5900 }] }),
  },
}
