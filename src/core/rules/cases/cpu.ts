import { onArm, plain, type RuleCases, withDevices, withLibvirt } from './case.ts'

const tree = 'which one is meant is for the author to say'

export const cpuCases: RuleCases = {
  'cpu.custom-needs-model': {
    triggers: withLibvirt({ cpu: { mode: 'custom' } }),
    beside: withLibvirt({ cpu: { mode: 'custom', model: { value: 'EPYC' } } }),
  },
  'cpu.migratable-mode': {
    triggers: withLibvirt({ cpu: { mode: 'custom', migratable: 'off', model: { value: 'EPYC' } } }),
    beside: withLibvirt({ cpu: { mode: 'host-passthrough', migratable: 'off' } }),
  },
  'cpu.passthrough-with-model': {
    triggers: withLibvirt({ cpu: { mode: 'host-passthrough', model: { value: 'EPYC' } } }),
    beside: withLibvirt({ cpu: { mode: 'host-passthrough' } }),
  },
  'cpu.passthrough-emulated': {
    triggers: withLibvirt({ type: 'qemu', cpu: { mode: 'host-passthrough' } }),
    beside: withLibvirt({ type: 'kvm', cpu: { mode: 'host-passthrough' } }),
  },
  'cpu.topology': {
    triggers: withLibvirt({ cpu: { topology: { sockets: 1, cores: 6, threads: 2 } } }, { cpu: 8 }),
    beside: withLibvirt({ cpu: { topology: { sockets: 1, cores: 4, threads: 2 } } }, { cpu: 8 }),
  },
  'cpu.topology-incomplete': {
    triggers: withLibvirt({ cpu: { topology: { cores: 2 } } }),
    beside: withLibvirt({ cpu: { topology: { sockets: 1, cores: 2, threads: 1 } } }),
  },
  'cpu.eim': {
    triggers: { ...plain, cpu: 256 },
    beside: { ...plain, cpu: 255 },
  },
  'cpu.beyond-host': {
    triggers: withLibvirt({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '8' }] } }),
    beside: withLibvirt({ cputune: { vcpupin: [{ vcpu: 0, cpuset: '7' }] } }),
    host: { numa: [{ node: 0, cpus: '0-7' }] },
    noFix: tree,
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
  'host.vcpus': {
    triggers: { ...plain, cpu: 5 },
    beside: { ...plain, cpu: 4 },
    host: { emulators: [{ arch: 'x86_64', max_vcpus: 4 }] },
    noFix: 'how many fewer is for the author to say',
  },
  'vcpu.current-above': {
    triggers: withLibvirt({ vcpu: { current: 3 } }),
    beside: withLibvirt({ vcpu: { current: 2 } }),
  },
  'iothread.pin-unknown': {
    triggers: withLibvirt({ iothreads: 1, cputune: { iothreadpin: [{ iothread: 2, cpuset: '0' }] } }),
    beside: withLibvirt({ iothreads: 1, cputune: { iothreadpin: [{ iothread: 1, cpuset: '0' }] } }),
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
  'hyperv.architecture': {
    triggers: onArm({ features: { hyperv: { relaxed: 'on' } } }),
    beside: withLibvirt({ features: { hyperv: { relaxed: 'on' } } }),
  },
  'smm.architecture': {
    triggers: onArm({ features: { smm: true } }),
    beside: withLibvirt({ features: { smm: true } }),
  },
  'iommu.ioapic': {
    triggers: withLibvirt({
      features: { ioapic: 'kvm' },
      devices: { iommu: { model: 'intel', driver: { intremap: true } } },
    }),
    beside: withLibvirt({
      features: { ioapic: 'qemu' },
      devices: { iommu: { model: 'intel', driver: { intremap: true } } },
    }),
  },
  'iommu.machine': {
    triggers: withDevices({ iommu: { model: 'intel' } }, { machine: 'pc' }),
    beside: withDevices({ iommu: { model: 'intel' } }, { machine: 'q35' }),
  },
  'clock.adjustment': {
    triggers: withLibvirt({ clock: { offset: 'timezone', timezone: 'Europe/Vienna', adjustment: '10' } }),
    beside: withLibvirt({ clock: { offset: 'variable', adjustment: '10' } }),
  },
  'clock.basis': {
    triggers: withLibvirt({ clock: { offset: 'utc', basis: 'utc' } }),
    beside: withLibvirt({ clock: { offset: 'variable', basis: 'utc' } }),
  },
  'clock.incomplete': {
    triggers: withLibvirt({ clock: { offset: 'timezone' } }),
    beside: withLibvirt({ clock: { offset: 'timezone', timezone: 'Europe/Vienna' } }),
  },
}
