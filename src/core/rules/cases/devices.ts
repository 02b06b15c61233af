import { onArm, plain, type RuleCases, withDevices, withLibvirt } from './case.ts'

const agent = { type: 'unix', name: 'org.qemu.guest_agent.0' } as const
const card = (fn: string) => ({ type: 'pci', source: { bus: '0x01', slot: '0x00', function: fn } }) as const
const lookingGlass = { name: 'looking-glass', model: { type: 'ivshmem-plain' }, size: '64M' } as const
const noBalloon = { memballoon: { model: 'none' } } as const
const spice = { type: 'spice' } as const
const uuid = '9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e'
const unknown = 'only the author knows which'

export const deviceCases: RuleCases = {
  'channel.name-twice': {
    triggers: withDevices({ channels: [agent, agent] }),
    beside: withDevices({ channels: [agent, { ...agent, name: 'org.qemu.guest_agent.1' }] }),
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
  'video.none-beside': {
    triggers: withDevices({ video: [{ model: 'virtio' }, { model: 'none' }] }),
    beside: withDevices({ video: [{ model: 'none' }] }),
  },
  'video.secondary': {
    triggers: withDevices({ video: [{ model: 'virtio' }, { model: 'vga' }] }),
    beside: withDevices({ video: [{ model: 'vga' }, { model: 'virtio' }] }),
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
  'video.blob-memory': {
    triggers: withDevices({ video: [{ model: 'virtio', blob: true }] }),
    beside: withLibvirt({
      memory_backing: { source: { type: 'memfd' } },
      devices: { video: [{ model: 'virtio', blob: true }] },
    }),
  },
  'video.architecture': {
    triggers: onArm({ devices: { video: [{ model: 'qxl' }] } }),
    beside: withDevices({ video: [{ model: 'qxl' }] }),
  },
  'graphics.twice': {
    triggers: withDevices({ graphics: [{ type: 'egl-headless' }, { type: 'egl-headless' }] }),
    beside: withDevices({ graphics: [{ type: 'vnc' }, { type: 'egl-headless' }] }),
  },
  'graphics.open-to-network': {
    triggers: withDevices({ graphics: [{ type: 'vnc', listen: [{ address: '0.0.0.0' }] }] }),
    beside: withDevices({ graphics: [{ type: 'vnc', passwd: 'secret', listen: [{ address: '0.0.0.0' }] }] }),
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
  'audio.unknown': {
    triggers: withDevices({ sound: [{ model: 'ich9', audio: 2 }], audio: [{ id: 1, type: 'none' }] }),
    beside: withDevices({ sound: [{ model: 'ich9', audio: 1 }], audio: [{ id: 1, type: 'none' }] }),
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
  'hostdev.pci-address': {
    triggers: withDevices({
      hostdevs: [{ type: 'pci', source: { bus: '0a', slot: '0x00', function: '0x0' } }],
      ...noBalloon,
    }),
    beside: withDevices({
      hostdevs: [{ type: 'pci', source: { bus: '0x0a', slot: '0x00', function: '0x0' } }],
      ...noBalloon,
    }),
  },
  'hostdev.no-address': {
    triggers: withDevices({ hostdevs: [{ type: 'usb', source: { vendor: '0x046d' } }] }),
    beside: withDevices({ hostdevs: [{ type: 'usb', source: { vendor: '0x046d', product: '0xc52b' } }] }),
    noFix: unknown,
  },
  'hostdev.twice': {
    triggers: withDevices({
      hostdevs: [card('0x0'), { ...card('0'), source: { ...card('0').source, domain: '0x0000' } }],
      ...noBalloon,
    }),
    beside: withDevices({ hostdevs: [card('0x0'), card('0x1')], ...noBalloon }),
  },
  'hostdev.mdev-display': {
    triggers: withDevices({ hostdevs: [{ type: 'mdev', display: 'on', source: { uuid } }] }),
    beside: withDevices({ graphics: [spice], hostdevs: [{ type: 'mdev', display: 'on', source: { uuid } }] }),
  },
  'hostdev.balloon': {
    triggers: withDevices({ hostdevs: [card('0x0')], memballoon: { model: 'virtio', stats: { period: 5 } } }),
    beside: withDevices({ hostdevs: [card('0x0')], ...noBalloon }),
  },
  'hostdev.gpu-missing': {
    triggers: withDevices({ shmem: [lookingGlass], ...noBalloon }),
    beside: withDevices({ shmem: [lookingGlass], hostdevs: [card('0x0')], ...noBalloon }),
    noFix: unknown,
  },
  'input.evdev-source': {
    triggers: withDevices({ inputs: [{ type: 'evdev' }] }),
    beside: withDevices({ inputs: [{ type: 'evdev', source: { dev: '/dev/input/event3' } }] }),
    noFix: unknown,
  },
  'usb.disabled': {
    triggers: withDevices({
      controllers: [{ type: 'usb', model: 'none' }],
      inputs: [{ type: 'tablet', bus: 'usb' }],
    }),
    beside: withDevices({
      controllers: [{ type: 'usb', model: 'none' }],
      inputs: [{ type: 'tablet', bus: 'virtio' }],
    }),
  },
  'watchdog.twice': {
    triggers: withDevices({ watchdog: [{ model: 'itco' }, { model: 'itco' }] }),
    beside: withDevices({ watchdog: [{ model: 'itco' }, { model: 'i6300esb' }] }),
  },
  'shmem.name': {
    triggers: withDevices({ shmem: [{ name: 'a/b', size: '32M', model: { type: 'ivshmem-plain' } }] }),
    beside: withDevices({ shmem: [{ name: 'a-b', size: '32M', model: { type: 'ivshmem-plain' } }] }),
  },
  'shmem.size': {
    triggers: withDevices({ shmem: [{ name: 'a', size: '33M', model: { type: 'ivshmem-plain' } }] }),
    beside: withDevices({ shmem: [{ name: 'a', size: '32M', model: { type: 'ivshmem-plain' } }] }),
  },
  'guest.unreachable': {
    triggers: withDevices({ serial: [], console: [] }, { ssh: { key_source: 'none' } }),
    beside: { ...plain, ssh: { key_source: 'none' } },
  },
}
