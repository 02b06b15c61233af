import type { HostFacts } from '../../host/index.ts'
import { plain, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

const bridge = (name: string) =>
  withDevices({ interfaces: [{ type: 'bridge', source: { bridge: name }, model: { type: 'virtio' } }] })
const host = 'it is changed on the host'
const at = (bus: number, fn = 0) =>
  ({
    mode: 'subsystem',
    type: 'pci',
    managed: 'yes',
    source: { domain: '0x0000', bus: `0x0${bus}`, slot: '0x00', function: `0x${fn}` },
  }) as const
const given = (...hostdevs: ReturnType<typeof at>[]) =>
  withDevices({ hostdevs, memballoon: { model: 'none' } })
type Pci = NonNullable<HostFacts['pci']>[number]
/** A function at bus, slot 0. */
function pci(bus: number, fn: number, more: Partial<Pci> = {}): Pci {
  return {
    address: { domain: 0, bus, slot: 0, function: fn },
    class_code: '0200',
    class_name: 'Ethernet controller',
    name: 'Card',
    vendor_id: '8086',
    device_id: '1521',
    ...more,
  }
}
const block = (dev: string) =>
  withDevices({
    disks: [
      { type: 'block', driver: { type: 'raw' }, source: { dev }, target: { dev: 'vdb', bus: 'virtio' } },
    ],
  })
const pinned = (first: string, second: string, emulator?: string, pinThreads = 2) =>
  withLibvirt({
    cpu: { topology: { sockets: 1, cores: 2 / pinThreads, threads: pinThreads } },
    cputune: {
      vcpupin: [
        { vcpu: 0, cpuset: first },
        { vcpu: 1, cpuset: second },
      ],
      ...(emulator === undefined ? {} : { emulatorpin: { cpuset: emulator } }),
    },
  })
const threads = [0, 1, 2, 3].map((cpu) => ({ cpu, core: cpu % 2, socket: 0 }))
const author = 'only the author knows it'
const image = (file: string) =>
  withDevices({
    disks: [{ driver: { type: 'qcow2' }, source: { file }, target: { dev: 'vdb', bus: 'virtio' } }],
  })
const uuid = '12345678-1234-1234-1234-123456789abc'
const mdev = (uuid: string) =>
  withDevices({ hostdevs: [{ mode: 'subsystem', type: 'mdev', model: 'vfio-pci', source: { uuid } }] })
const network = (name: string) =>
  withDevices({ interfaces: [{ type: 'network', source: { network: name }, model: { type: 'virtio' } }] })
const vga: Partial<Pci> = { class_code: '0300', class_name: 'VGA compatible controller', boot_vga: true }
const passt = (type: 'passt' | 'default') =>
  withDevices({ interfaces: [{ type: 'user', model: { type: 'virtio' }, backend: { type } }] })
const volume = (pool: string) =>
  withDevices({
    disks: [
      {
        type: 'volume',
        driver: { type: 'qcow2' },
        source: { pool, volume: 'a.qcow2' },
        target: { dev: 'vdb', bus: 'virtio' },
      },
    ],
  })
const tpm = (type: 'emulator' | 'passthrough') =>
  withDevices({
    tpm: [{ model: 'tpm-tis', backend: type === 'emulator' ? { type } : { type, device: '/dev/tpm0' } }],
  })
const vnc = { type: 'vnc', listen: [{ type: 'address', address: '127.0.0.1' }] } as const
const shared = { memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } } as const
const share = {
  type: 'mount',
  driver: { type: 'virtiofs' },
  source: { dir: '/srv' },
  target: { dir: 'srv' },
} as const
const idmap = {
  uid: [{ start: 0, target: 1000, count: 1 }],
  gid: [{ start: 0, target: 1000, count: 1 }],
} as const
const usb = (more: object) =>
  withDevices({
    hostdevs: [{ mode: 'subsystem', type: 'usb', source: { vendor: '0x046d', product: '0xc52b', ...more } }],
  })
const mouse = { vendor_id: '046d', product_id: 'c52b' } as const
const video = (model: 'qxl' | 'virtio') => withDevices({ graphics: [vnc], video: [{ model }] })

export const cases: RuleCases = {
  'host.boot-rom': {
    triggers: given(at(1)),
    beside: given(at(2)),
    host: { pci: [pci(1, 0, vga), pci(2, 0, { ...vga, boot_vga: false })] },
  },
  'host.bridge': {
    triggers: bridge('br9'),
    beside: bridge('br0'),
    host: { network_devices: [{ name: 'br0', kind: 'bridge' }] },
    noFix: host,
  },
  'host.cpu-model': {
    triggers: withLibvirt({ cpu: { mode: 'custom', model: { value: 'EPYC' } } }),
    beside: withLibvirt({ cpu: { mode: 'custom', model: { value: 'Haswell' } } }),
    host: { emulators: [{ arch: 'x86_64', cpu_models: ['Haswell', 'qemu64'] }] },
  },
  'host.device-in-use': {
    triggers: given(at(1)),
    beside: given(at(2)),
    host: { pci: [pci(1, 0, { in_use: ['default route'] }), pci(2, 0)] },
  },
  'host.device-missing': { triggers: given(at(3)), beside: given(at(1)), host: { pci: [pci(1, 0)] } },
  'host.disk-mounted': {
    triggers: block('/dev/disk/by-id/ata-one'),
    beside: block('/dev/disk/by-id/ata-two'),
    host: {
      block_devices: [
        { path: '/dev/disk/by-id/ata-one', mounts: ['/home'] },
        { path: '/dev/disk/by-id/ata-two', mounts: [] },
      ],
    },
    noFix: host,
  },
  'host.emulator-core': {
    triggers: pinned('0', '2', '0,2'),
    beside: pinned('0', '2', '1'),
    host: { cpu: { threads } },
    noFix: author,
  },
  'host.group-held': {
    triggers: given(at(1)),
    beside: given(at(2)),
    host: {
      pci: [
        pci(1, 0, { iommu_group: 3, driver: 'igb' }),
        pci(1, 1, { iommu_group: 3, class_code: '0c05', class_name: 'SMBus', driver: 'i801_smbus' }),
        pci(2, 0, { iommu_group: 4, driver: 'igb' }),
      ],
    },
  },
  'host.group-partial': {
    triggers: given(at(1)),
    beside: given(at(1), at(1, 1)),
    host: {
      pci: [pci(1, 0, { iommu_group: 3, driver: 'igb' }), pci(1, 1, { iommu_group: 3, driver: 'igb' })],
    },
  },
  'host.home-files': {
    triggers: image('/home/me/a.qcow2'),
    beside: image('/srv/a.qcow2'),
    host: { connection: 'system' },
    noFix: host,
  },
  'host.hugepages': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '2M' } } }, { ram: '2G' }),
    beside: withLibvirt({ memory_backing: { hugepages: { size: '2M' } } }, { ram: '1G' }),
    host: { numa: [{ node: 0, huge_pages: [{ size_kib: 2048, total: 600, free: 512 }] }] },
    noFix: host,
  },
  'host.iommu-off': { triggers: given(at(1)), beside: withDevices({}), host: { iommu: false }, noFix: host },
  'host.kvm-missing': {
    triggers: withLibvirt({ type: 'kvm', cpu: { mode: 'maximum' } }),
    beside: withLibvirt({ type: 'qemu', cpu: { mode: 'maximum' } }),
    host: { kvm: false },
  },
  'host.machine': {
    triggers: withLibvirt({ os: { machine: 'pc-q35-9.2' } }),
    beside: withLibvirt({ os: { machine: 'q35' } }),
    host: { emulators: [{ arch: 'x86_64', machines: ['q35', 'pc-q35-rhel9.4.0'] }] },
  },
  'host.mdev': {
    triggers: mdev('00000000-1234-1234-1234-123456789abc'),
    beside: mdev(uuid),
    host: { mdevs: [{ uuid }] },
    noFix: host,
  },
  'host.memlock': {
    // By hand, since a session of libvirt takes no devices at all.
    triggers: { ...given(at(1)), backend: 'qemu' },
    beside: { ...withDevices({}), backend: 'qemu' },
    host: { connection: 'session', memlock_kib: 8192 },
    noFix: host,
  },
  'host.needs-system': {
    triggers: withLibvirt({ cputune: { shares: 2048 } }),
    beside: withLibvirt({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '0' }] } }),
    host: { connection: 'session' },
  },
  'host.nested-off': {
    triggers: { ...plain, nested: true },
    beside: plain,
    host: { cpu_vendor: 'GenuineIntel', cpu: { nested: false } },
    noFix: host,
  },
  'host.network': {
    triggers: network('default'),
    beside: network('lab'),
    host: {
      networks: [
        { name: 'default', active: false },
        { name: 'lab', active: true },
      ],
    },
    noFix: host,
  },
  'host.no-reset': {
    triggers: given(at(1)),
    beside: given(at(2)),
    host: { pci: [pci(1, 0, { reset_methods: [] }), pci(2, 0, { reset_methods: ['flr'] })] },
  },
  'host.numa-far': {
    triggers: withLibvirt({
      cputune: { vcpupin: [{ vcpu: 0, cpuset: '0' }] },
      devices: { hostdevs: [at(1)], memballoon: { model: 'none' } },
    }),
    beside: withLibvirt({
      cputune: { vcpupin: [{ vcpu: 0, cpuset: '8' }] },
      devices: { hostdevs: [at(1)], memballoon: { model: 'none' } },
    }),
    host: {
      numa: [
        { node: 0, cpus: '0-7' },
        { node: 1, cpus: '8-15' },
      ],
      pci: [pci(1, 0, { numa_node: 1 })],
    },
    noFix: author,
  },
  'host.only-gpu': {
    triggers: given(at(1)),
    beside: given(at(2)),
    host: { pci: [pci(1, 0, { ...vga, boot_vga: false }), pci(2, 0)] },
  },
  'host.passt-debian': {
    triggers: passt('passt'),
    beside: { ...passt('default'), network: { mode: 'nat' }, ssh: { port: 0 } },
    host: { distro: 'debian', distro_version: '12' },
    noFix: host,
  },
  'host.pool': {
    triggers: volume('gone'),
    beside: volume('default'),
    host: { pools: [{ name: 'default', active: true }] },
    noFix: host,
  },
  'host.program-missing': {
    triggers: tpm('emulator'),
    beside: tpm('passthrough'),
    host: { programs: { swtpm: null } },
    noFix: host,
  },
  'host.render-node': {
    triggers: withDevices({
      graphics: [{ type: 'egl-headless', gl: { rendernode: '/dev/dri/renderD130' } }, vnc],
      video: [{ model: 'virtio' }],
    }),
    beside: withDevices({
      graphics: [{ type: 'egl-headless', gl: { rendernode: '/dev/dri/renderD128' } }, vnc],
      video: [{ model: 'virtio' }],
    }),
    host: { render_nodes: [{ path: '/dev/dri/renderD128' }] },
  },
  'host.siblings': {
    triggers: pinned('0', '1'),
    beside: pinned('0', '2'),
    host: { cpu: { threads } },
    noFix: author,
  },
  'host.slot-partial': {
    triggers: given(at(1)),
    beside: given(at(1), at(1, 1)),
    host: {
      pci: [
        pci(1, 0, { class_code: '0300', class_name: 'VGA compatible controller' }),
        pci(1, 1, { class_code: '0403', class_name: 'Audio device' }),
        pci(2, 0, vga),
      ],
    },
  },
  'host.subuid': {
    triggers: withLibvirt({ ...shared, devices: { filesystems: [{ ...share, idmap }] } }),
    beside: withLibvirt({ ...shared, devices: { filesystems: [share] } }),
    host: { connection: 'session', user: { name: 'me' } },
    noFix: host,
  },
  'host.usb-missing': {
    triggers: usb({}),
    beside: usb({ startup_policy: 'optional' }),
    host: { usb: [{ vendor_id: '1234', product_id: '5678' }] },
  },
  'host.usb-twins': {
    triggers: usb({}),
    beside: usb({ bus: '1', device: '4' }),
    host: {
      usb: [
        { ...mouse, bus: 1, device: 4, port: '1-1' },
        { ...mouse, bus: 1, device: 5, port: '1-2' },
      ],
    },
    noFix: author,
  },
  'host.vcpus': {
    triggers: { ...plain, cpu: 5 },
    beside: { ...plain, cpu: 4 },
    host: { emulators: [{ arch: 'x86_64', max_vcpus: 4 }] },
    noFix: 'how many fewer is for the author to say',
  },
  'host.words': {
    triggers: video('qxl'),
    beside: video('virtio'),
    host: { emulators: [{ arch: 'x86_64', words: { video: ['virtio', 'vga'] } }] },
    noFix: author,
  },
}
