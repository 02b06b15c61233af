import { onArm, plain, type RuleCases, withDevices, withLibvirt } from '../support/case.test-data.ts'

const tree = 'which one is meant is for the author to say'
const data = { source: { file: '/srv/b.img' }, target: { dev: 'vdb', bus: 'virtio' } } as const
/** Two I/O threads, the second with a queue. */
function mapped(queue: number) {
  return [
    { id: 1, queues: [{ id: 0 }] },
    { id: 2, queues: [{ id: queue }] },
  ]
}

const twoCells = [
  { id: 0, cpus: '0', memory: '1', unit: 'GiB' },
  { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
] as const
const [first, second] = twoCells

export const cases: RuleCases = {
  'clock.adjustment': {
    triggers: withLibvirt({ clock: { offset: 'timezone', timezone: 'Europe/Vienna', adjustment: '10' } }),
    beside: withLibvirt({ clock: { offset: 'variable', adjustment: '10' } }),
  },
  'clock.adjustment-form': {
    triggers: withLibvirt({ clock: { offset: 'variable', adjustment: 'an hour' } }),
    beside: withLibvirt({ clock: { offset: 'variable', adjustment: '3600' } }),
  },
  'clock.basis': {
    triggers: withLibvirt({ clock: { offset: 'utc', basis: 'utc' } }),
    beside: withLibvirt({ clock: { offset: 'variable', basis: 'utc' } }),
  },
  'clock.incomplete': {
    triggers: withLibvirt({ clock: { offset: 'timezone' } }),
    beside: withLibvirt({ clock: { offset: 'timezone', timezone: 'Europe/Vienna' } }),
  },
  'clock.timer': {
    triggers: withLibvirt({ clock: { timers: [{ name: 'rtc', tickpolicy: 'merge' }] } }),
    beside: withLibvirt({ clock: { timers: [{ name: 'rtc', tickpolicy: 'delay' }] } }),
  },
  'cpu.address-limit': {
    triggers: withLibvirt({ cpu: { maxphysaddr: { mode: 'emulate', bits: 42, limit: 39 } } }),
    beside: withLibvirt({
      cpu: { mode: 'host-passthrough', maxphysaddr: { mode: 'passthrough', limit: 39 } },
    }),
  },
  'cpu.address-width': {
    triggers: withLibvirt({
      cpu: { mode: 'host-passthrough', maxphysaddr: { mode: 'passthrough', bits: 42 } },
    }),
    beside: withLibvirt({ cpu: { mode: 'host-passthrough', maxphysaddr: { mode: 'emulate', bits: 42 } } }),
  },
  'cpu.beyond-host': {
    triggers: withLibvirt({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '8' }] } }),
    beside: withLibvirt({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '7' }] } }),
    host: { numa: [{ node: 0, cpus: '0-7' }] },
    noFix: tree,
  },
  'cpu.cache': {
    triggers: withLibvirt({ cpu: { cache: { mode: 'emulate', level: 2 } } }),
    beside: withLibvirt({ cpu: { cache: { mode: 'emulate', level: 3 } } }),
  },
  'cpu.custom-needs-model': {
    triggers: withLibvirt({ cpu: { mode: 'custom' } }),
    beside: withLibvirt({ cpu: { mode: 'custom', model: { value: 'EPYC' } } }),
  },
  'cpu.eim': {
    triggers: { ...plain, cpu: 256 },
    beside: { ...plain, cpu: 255 },
  },
  'cpu.feature-conflict': {
    triggers: withLibvirt({ cpu: { features: [{ name: 'aes' }, { name: 'aes', policy: 'disable' }] } }),
    beside: withLibvirt({ cpu: { features: [{ name: 'aes' }, { name: 'avx', policy: 'disable' }] } }),
  },
  'cpu.feature-unknown': {
    triggers: withLibvirt({
      cpu: {
        mode: 'custom',
        model: { value: 'EPYC' },
        features: [{ name: 'sse4_1', policy: 'require' }],
      },
    }),
    beside: withLibvirt({
      cpu: { mode: 'custom', model: { value: 'EPYC' }, features: [{ name: 'sse4.1', policy: 'require' }] },
    }),
  },
  'cpu.gic-emulated': {
    triggers: onArm({ type: 'qemu', cpu: { mode: 'maximum' } }, { cpu: 9 }),
    beside: onArm({ type: 'qemu', cpu: { mode: 'maximum' }, features: { gic: '3' } }, { cpu: 9 }),
  },
  'cpu.gic-many': {
    triggers: onArm({ features: { gic: '2' } }, { cpu: 9 }),
    beside: onArm({ features: { gic: '2' } }, { cpu: 8 }),
  },
  'cpu.host-model-emulated': {
    triggers: onArm({ type: 'qemu', cpu: { mode: 'host-model' } }),
    beside: onArm({ type: 'qemu', cpu: { mode: 'maximum' } }),
  },
  'cpu.migratable-mode': {
    triggers: withLibvirt({ cpu: { mode: 'custom', migratable: 'off', model: { value: 'EPYC' } } }),
    beside: withLibvirt({ cpu: { mode: 'host-passthrough', migratable: 'off' } }),
  },
  'cpu.model-unknown': {
    triggers: withLibvirt({ cpu: { mode: 'custom', model: { value: 'cortex-a57' } } }),
    beside: withLibvirt({ cpu: { mode: 'custom', model: { value: 'Skylake-Client-v4' } } }),
  },
  'cpu.nested': {
    triggers: withLibvirt({ cpu: { mode: 'host-model' } }, { nested: true }),
    beside: { ...plain, nested: true },
  },
  'cpu.passthrough-emulated': {
    triggers: withLibvirt({ type: 'qemu', cpu: { mode: 'host-passthrough' } }),
    beside: withLibvirt({ type: 'kvm', cpu: { mode: 'host-passthrough' } }),
  },
  'cpu.passthrough-with-model': {
    triggers: withLibvirt({ cpu: { mode: 'host-passthrough', model: { value: 'EPYC' } } }),
    beside: withLibvirt({ cpu: { mode: 'host-passthrough' } }),
  },
  'cpu.set-range': {
    triggers: withLibvirt({ cputune: { emulatorpin: { cpuset: '0,16384' } } }),
    beside: withLibvirt({ cputune: { emulatorpin: { cpuset: '0,16383' } } }),
    noFix: 'which CPU is meant is for the author to say',
  },
  'cpu.too-many': {
    triggers: onArm({ features: { gic: '3' } }, { cpu: 513 }),
    beside: onArm({ features: { gic: '3' } }, { cpu: 512 }),
    noFix: 'how many are needed is for the author to say',
  },
  'cpu.topology': {
    triggers: withLibvirt({ cpu: { topology: { sockets: 1, cores: 6, threads: 2 } } }, { cpu: 8 }),
    beside: withLibvirt({ cpu: { topology: { sockets: 1, cores: 4, threads: 2 } } }, { cpu: 8 }),
  },
  'cpu.topology-incomplete': {
    triggers: withLibvirt({ cpu: { topology: { cores: 2 } } }),
    beside: withLibvirt({ cpu: { topology: { sockets: 1, cores: 2, threads: 1 } } }),
  },
  'cpu.topology-machine': {
    triggers: withLibvirt({ cpu: { topology: { sockets: 1, clusters: 2, cores: 1, threads: 1 } } }),
    beside: withLibvirt({ cpu: { topology: { sockets: 1, dies: 2, cores: 1, threads: 1 } } }),
  },
  'cpu.vector-lengths': {
    triggers: onArm({
      cpu: {
        features: [
          { name: 'sve', policy: 'disable' },
          { name: 'sve256', policy: 'require' },
        ],
      },
    }),
    beside: onArm({
      cpu: {
        features: [
          { name: 'sve', policy: 'require' },
          { name: 'sve256', policy: 'require' },
        ],
      },
    }),
  },
  'cpu.vendor-id': {
    triggers: withLibvirt({ cpu: { mode: 'host-model', model: { vendor_id: 'short' } } }),
    beside: withLibvirt({ cpu: { mode: 'host-model', model: { vendor_id: 'GenuineIntel' } } }),
  },
  'cpu.without-model': {
    triggers: withLibvirt({
      cpu: { features: [{ name: 'aes', policy: 'require' }] },
      leave_out: ['cpu.mode'],
    }),
    beside: withLibvirt({ cpu: { mode: 'host-model', features: [{ name: 'aes', policy: 'require' }] } }),
  },
  'feature.incomplete': {
    triggers: withLibvirt({ features: { hyperv: { spinlocks: { state: 'on' } } } }),
    beside: withLibvirt({ features: { hyperv: { spinlocks: { state: 'on', retries: 8191 } } } }),
  },
  'feature.machine': {
    triggers: withLibvirt({ features: { gic: '3' } }),
    beside: onArm({ features: { gic: '3' } }),
  },
  'feature.ps2': {
    triggers: withLibvirt({ features: { ps2: false, vmport: true } }),
    beside: withLibvirt({ features: { ps2: false } }),
  },
  'feature.state-missing': {
    triggers: withLibvirt({ features: { kvm: { $rest: { inside: { hidden: {} } } } } }),
    beside: withLibvirt({ features: { kvm: { hidden: 'on' } } }),
    noFix: 'on or off is for the author to say',
  },
  'feature.tcg': {
    triggers: withLibvirt({ type: 'kvm', features: { tcg: { tb_cache: '128M' } } }),
    beside: withLibvirt({ type: 'qemu', cpu: { mode: 'maximum' }, features: { tcg: { tb_cache: '128M' } } }),
  },
  'hyperv.architecture': {
    triggers: onArm({ features: { hyperv: { relaxed: 'on' } } }),
    beside: withLibvirt({ features: { hyperv: { relaxed: 'on' } } }),
  },
  'hyperv.needs': {
    triggers: withLibvirt({ features: { hyperv: { stimer: { state: 'on' }, synic: 'on', ipi: 'on' } } }),
    beside: withLibvirt({
      features: { hyperv: { stimer: { state: 'on' }, synic: 'on', ipi: 'off', vpindex: 'on' } },
    }),
  },
  'hyperv.spinlocks': {
    triggers: withLibvirt({ features: { hyperv: { spinlocks: { state: 'on', retries: 4094 } } } }),
    beside: withLibvirt({ features: { hyperv: { spinlocks: { state: 'on', retries: 4095 } } } }),
  },
  'hyperv.vendor-id': {
    triggers: withLibvirt({ features: { hyperv: { vendor_id: { state: 'on', value: '1234567890123' } } } }),
    beside: withLibvirt({ features: { hyperv: { vendor_id: { state: 'on', value: '123456789012' } } } }),
  },
  'iothread.bus': {
    triggers: withLibvirt({
      iothreads: 1,
      devices: {
        disks: [
          { source: { file: '/vm/b.img' }, driver: { iothread: 1 }, target: { dev: 'sdb', bus: 'sata' } },
        ],
      },
    }),
    beside: withLibvirt({
      iothreads: 1,
      devices: {
        disks: [
          { source: { file: '/vm/b.img' }, driver: { iothread: 1 }, target: { dev: 'vdb', bus: 'virtio' } },
        ],
      },
    }),
  },
  'iothread.ids': {
    triggers: withLibvirt({ iothreads: 2, iothreadids: [{ id: 5 }, { id: 5 }] }),
    beside: withLibvirt({ iothreads: 2, iothreadids: [{ id: 5 }, { id: 6 }] }),
  },
  'iothread.mapping': {
    triggers: withLibvirt({
      iothreads: 2,
      devices: { disks: [{ ...data, driver: { queues: 2, iothreads: mapped(0) } }] },
    }),
    beside: withLibvirt({
      iothreads: 2,
      devices: { disks: [{ ...data, driver: { queues: 2, iothreads: mapped(1) } }] },
    }),
  },
  'iothread.pin-unknown': {
    triggers: withLibvirt({ iothreads: 1, cputune: { iothreadpin: [{ iothread: 2, cpuset: '0' }] } }),
    beside: withLibvirt({ iothreads: 1, cputune: { iothreadpin: [{ iothread: 1, cpuset: '0' }] } }),
  },
  'iothread.scheduler-unknown': {
    triggers: withLibvirt({
      iothreads: 1,
      cputune: { iothreadsched: [{ iothreads: '2', scheduler: 'batch' }] },
    }),
    beside: withLibvirt({
      iothreads: 2,
      cputune: { iothreadsched: [{ iothreads: '2', scheduler: 'batch' }] },
    }),
  },
  'iothread.undefined': {
    triggers: withDevices({
      disks: [{ source: { file: '/vm/b.img' }, driver: { iothread: 1 }, target: { dev: 'vdb' } }],
    }),
    beside: withLibvirt({
      iothreads: 1,
      devices: {
        disks: [{ source: { file: '/vm/b.img' }, driver: { iothread: 1 }, target: { dev: 'vdb' } }],
      },
    }),
  },
  'keywrap.machine': {
    triggers: withLibvirt({ keywrap: [{ name: 'dea', state: false }] }),
    beside: withLibvirt({ os: { arch: 's390x', machine: 's390-ccw-virtio' } }),
  },
  'machine.architecture': {
    triggers: onArm({}, { machine: 'q35' }),
    beside: onArm({}, { machine: 'virt' }),
  },
  'machine.architecture-unknown': {
    triggers: withDevices({ emulator: '/usr/bin/qemu-system-aarch64' }),
    beside: withDevices({ emulator: '/usr/bin/qemu-system-x86_64' }),
  },
  'machine.board': {
    triggers: onArm(
      { os: { machine: 'versatilepb' }, features: { acpi: false } },
      { firmware: 'bios', ram: '257M' },
    ),
    beside: onArm(
      { os: { machine: 'versatilepb' }, features: { acpi: false } },
      { firmware: 'bios', ram: '256M' },
    ),
    noFix: 'how much memory is meant is for the author to say',
  },
  'machine.device': {
    triggers: onArm({ devices: { watchdog: [{ model: 'ib700', action: 'reset' }] } }),
    beside: onArm({ devices: { watchdog: [{ model: 'i6300esb', action: 'reset' }] } }),
  },
  'machine.gone': {
    triggers: withLibvirt({ os: { machine: 'pc-q35-2.3' } }),
    beside: withLibvirt({ os: { machine: 'pc-q35-2.4' } }),
    noFix: 'which machine is meant is for the author to say',
  },
  'machine.no-pci': {
    triggers: withLibvirt({ os: { machine: 'microvm' } }),
    beside: withLibvirt({ os: { machine: 'q35' } }),
  },
  'machine.unknown': {
    triggers: withLibvirt({ os: { machine: 'pc-q35-99.0' } }),
    beside: withLibvirt({ os: { machine: 'pc-q35-9.2' } }),
  },
  'numa.attributes': {
    triggers: withLibvirt({
      cpu: {
        numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }],
        numa_latencies: [{ initiator: 0, target: 1, type: 'access', value: 5 }],
      },
    }),
    beside: withLibvirt({
      cpu: {
        numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }],
        numa_latencies: [{ initiator: 0, target: 0, type: 'access', value: 5 }],
      },
    }),
  },
  'numa.cpu-twice': {
    triggers: withLibvirt({
      cpu: {
        numa: [
          { id: 0, cpus: '0-1', memory: '1', unit: 'GiB' },
          { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
        ],
      },
    }),
    beside: withLibvirt({
      cpu: {
        numa: [
          { id: 0, cpus: '0', memory: '1', unit: 'GiB' },
          { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
        ],
      },
    }),
    noFix: 'either cell may be the right one',
  },
  'numa.cpus': {
    triggers: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-2', memory: '2', unit: 'GiB' }] } }),
    beside: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] } }),
    noFix: 'the cell or the number of vCPUs, the author knows which',
  },
  'numa.distance-unknown': {
    triggers: withLibvirt({ cpu: { numa: [{ ...first, distances: [{ id: 2, value: 20 }] }, second] } }),
    beside: withLibvirt({ cpu: { numa: [{ ...first, distances: [{ id: 1, value: 20 }] }, second] } }),
  },
  'numa.ids': {
    triggers: withLibvirt({
      cpu: {
        numa: [
          { ...first, id: 1 },
          { ...second, id: 2 },
        ],
      },
    }),
    beside: withLibvirt({ cpu: { numa: [second, first] } }),
  },
  'numa.memory-sum': {
    triggers: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '1', unit: 'GiB' }] } }),
    beside: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] } }),
  },
  'numatune.memnode': {
    triggers: withLibvirt({ numatune: { memnodes: [{ cellid: 0, mode: 'strict', nodeset: '0' }] } }),
    beside: withLibvirt({
      cpu: { numa: [first, second] },
      numatune: { memnodes: [{ cellid: 0, mode: 'strict', nodeset: '0' }] },
    }),
  },
  'numatune.nodeset': {
    triggers: withLibvirt({ numatune: { memory: { mode: 'strict', nodeset: '0,^0' } } }),
    beside: withLibvirt({ numatune: { memory: { mode: 'strict', nodeset: '0-1' } } }),
    noFix: 'which nodes are meant is for the author to say',
  },
  'numatune.nodeset-missing': {
    triggers: withLibvirt({ numatune: { memory: { mode: 'strict', placement: 'static' } } }),
    beside: withLibvirt({ numatune: { memory: { mode: 'strict', placement: 'static', nodeset: '0' } } }),
  },
  'resctrl.shares': {
    triggers: withLibvirt({
      cputune: {
        memorytune: [
          { vcpus: '0-1', nodes: [{ id: 0, bandwidth: 60 }] },
          { vcpus: '1', nodes: [{ id: 0, bandwidth: 20 }] },
        ],
      },
    }),
    beside: withLibvirt({
      cputune: {
        memorytune: [
          { vcpus: '0', nodes: [{ id: 0, bandwidth: 60 }] },
          { vcpus: '1', nodes: [{ id: 0, bandwidth: 20 }] },
        ],
      },
    }),
  },
  'scheduler.priority': {
    triggers: withLibvirt({ cputune: { emulatorsched: { scheduler: 'rr' } } }),
    beside: withLibvirt({ cputune: { emulatorsched: { scheduler: 'rr', priority: 99 } } }),
  },
  'smm.architecture': {
    triggers: onArm({ features: { smm: true } }),
    beside: withLibvirt({ features: { smm: true } }),
  },
  'smm.tseg': {
    triggers: withLibvirt({ features: { smm_tseg: '1536K' } }),
    beside: withLibvirt({ features: { smm_tseg: '16M' } }),
  },
  'vcpu.current-above': {
    triggers: withLibvirt({ vcpu: { current: 3 } }),
    beside: withLibvirt({ vcpu: { current: 2 } }),
  },
  'vcpu.pin-shared': {
    triggers: withLibvirt({
      cputune: {
        vcpupin: [
          { vcpu: 0, cpuset: '2' },
          { vcpu: 1, cpuset: '2' },
        ],
      },
    }),
    beside: withLibvirt({
      cputune: {
        vcpupin: [
          { vcpu: 0, cpuset: '2-3' },
          { vcpu: 1, cpuset: '2-3' },
        ],
      },
    }),
    noFix: tree,
  },
  'vcpu.pin-twice': {
    triggers: withLibvirt({
      cputune: {
        vcpupin: [
          { vcpu: 0, cpuset: '2' },
          { vcpu: 0, cpuset: '3' },
        ],
      },
    }),
    beside: withLibvirt({
      cputune: {
        vcpupin: [
          { vcpu: 0, cpuset: '2' },
          { vcpu: 1, cpuset: '3' },
        ],
      },
    }),
  },
  'vcpu.pin-unknown': {
    triggers: withLibvirt({
      cputune: {
        vcpupin: [
          { vcpu: 0, cpuset: '2' },
          { vcpu: 2, cpuset: '3' },
          { vcpu: 3, cpuset: '4' },
        ],
      },
    }),
    beside: withLibvirt({ cputune: { vcpupin: [{ vcpu: 1, cpuset: '2' }] } }),
  },
  'vcpu.scheduler-twice': {
    triggers: withLibvirt({
      cputune: {
        vcpusched: [
          { vcpus: '0-1', scheduler: 'fifo', priority: 1 },
          { vcpus: '1', scheduler: 'fifo', priority: 1 },
        ],
      },
    }),
    beside: withLibvirt({
      cputune: {
        vcpusched: [
          { vcpus: '0', scheduler: 'fifo', priority: 1 },
          { vcpus: '1', scheduler: 'fifo', priority: 1 },
        ],
      },
    }),
  },
  'vcpu.states': {
    triggers: withLibvirt({
      vcpus: [
        { id: 0, enabled: true, order: 1 },
        { id: 1, enabled: true, order: 1 },
      ],
    }),
    beside: withLibvirt({
      vcpus: [
        { id: 0, enabled: true, order: 1 },
        { id: 1, enabled: true, order: 2 },
      ],
    }),
  },
  'vcpu.tuning': {
    triggers: withLibvirt({ cputune: { shares: 1 } }),
    beside: withLibvirt({ cputune: { shares: 2 } }),
  },
}
