import { onArm, type RuleCases, withDevices, withLibvirt } from './case.ts'

const twoCells = [
  { id: 0, cpus: '0', memory: '1', unit: 'GiB' },
  { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
] as const

const secureBoot = { firmware: 'efi', firmware_features: [{ name: 'secure-boot', enabled: true }] } as const

const [first, second] = twoCells

export const machineCases: RuleCases = {
  'cpu.cache': {
    triggers: withLibvirt({ cpu: { cache: { mode: 'emulate', level: 2 } } }),
    beside: withLibvirt({ cpu: { cache: { mode: 'emulate', level: 3 } } }),
  },
  'cpu.address-width': {
    triggers: withLibvirt({
      cpu: { mode: 'host-passthrough', maxphysaddr: { mode: 'passthrough', bits: 42 } },
    }),
    beside: withLibvirt({ cpu: { mode: 'host-passthrough', maxphysaddr: { mode: 'emulate', bits: 42 } } }),
  },
  'cpu.feature-conflict': {
    triggers: withLibvirt({ cpu: { features: [{ name: 'aes' }, { name: 'aes', policy: 'disable' }] } }),
    beside: withLibvirt({ cpu: { features: [{ name: 'aes' }, { name: 'avx', policy: 'disable' }] } }),
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
  'numa.distance-unknown': {
    triggers: withLibvirt({ cpu: { numa: [{ ...first, distances: [{ id: 2, value: 20 }] }, second] } }),
    beside: withLibvirt({ cpu: { numa: [{ ...first, distances: [{ id: 1, value: 20 }] }, second] } }),
  },
  'numa.too-large': {
    triggers: withLibvirt(
      { cpu: { numa: [{ id: 0, cpus: '0-1', memory: '8796093022208', unit: 'MiB' }] } },
      { ram: '8796093022208M' },
    ),
    beside: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] } }),
    noFix: 'how much memory is meant is for the author to say',
  },
  'numatune.nodeset-missing': {
    triggers: withLibvirt({ numatune: { memory: { mode: 'strict', placement: 'static' } } }),
    beside: withLibvirt({ numatune: { memory: { mode: 'strict', placement: 'static', nodeset: '0' } } }),
  },
  'numatune.nodeset': {
    triggers: withLibvirt({ numatune: { memory: { mode: 'strict', nodeset: '0,^0' } } }),
    beside: withLibvirt({ numatune: { memory: { mode: 'strict', nodeset: '0-1' } } }),
    noFix: 'which nodes are meant is for the author to say',
  },
  'numatune.memnode': {
    triggers: withLibvirt({ numatune: { memnodes: [{ cellid: 0, mode: 'strict', nodeset: '0' }] } }),
    beside: withLibvirt({
      cpu: { numa: [first, second] },
      numatune: { memnodes: [{ cellid: 0, mode: 'strict', nodeset: '0' }] },
    }),
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
  'hugepages.size-twice': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '2M', more_pages: [{ size: '1G' }] } } }),
    beside: withLibvirt({
      cpu: { numa: [first, second] },
      memory_backing: { hugepages: { size: '2M', more_pages: [{ size: '1G', nodeset: '1' }] } },
    }),
    noFix: 'which of them is for which cell is for the author to say',
  },
  'hugepages.size': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '5M' } } }),
    beside: withLibvirt({ memory_backing: { hugepages: { size: '2M' } } }),
  },
  'memory.device-needs-numa': {
    triggers: withLibvirt({
      max_memory: { slots: 4, value: '8G' },
      cpu: { numa: [first, second] },
      devices: { memory: [{ model: 'dimm', target: { size: '1G', node: 2 } }] },
    }),
    beside: withLibvirt({
      max_memory: { slots: 4, value: '8G' },
      cpu: { numa: [first, second] },
      devices: { memory: [{ model: 'dimm', target: { size: '1G', node: 1 } }] },
    }),
  },
  'memory.device-overlap': {
    triggers: withLibvirt({
      max_memory: { slots: 4, value: '8G' },
      cpu: { numa: [first, second] },
      devices: {
        memory: [
          {
            model: 'virtio-mem',
            target: { size: '1G', node: 0, block: '2M', requested: '1G', address: { base: '0x140000000' } },
          },
          {
            model: 'virtio-mem',
            target: { size: '1G', node: 0, block: '2M', requested: '1G', address: { base: '0x170000000' } },
          },
        ],
      },
    }),
    beside: withLibvirt({
      max_memory: { slots: 4, value: '8G' },
      cpu: { numa: [first, second] },
      devices: {
        memory: [
          {
            model: 'virtio-mem',
            target: { size: '1G', node: 0, block: '2M', requested: '1G', address: { base: '0x140000000' } },
          },
          {
            model: 'virtio-mem',
            target: { size: '1G', node: 0, block: '2M', requested: '1G', address: { base: '0x180000000' } },
          },
        ],
      },
    }),
    noFix: 'where the memory is to be is for the author to say',
  },
  'machine.unknown': {
    triggers: withLibvirt({ os: { machine: 'pc-q35-99.0' } }),
    beside: withLibvirt({ os: { machine: 'pc-q35-9.2' } }),
  },
  'machine.architecture-unknown': {
    triggers: withDevices({ emulator: '/usr/bin/qemu-system-aarch64' }),
    beside: withDevices({ emulator: '/usr/bin/qemu-system-x86_64' }),
  },
  'feature.machine': {
    triggers: withLibvirt({ features: { gic: '3' } }),
    beside: onArm({ features: { gic: '3' } }),
  },
  'feature.ps2': {
    triggers: withLibvirt({ features: { ps2: false, vmport: true } }),
    beside: withLibvirt({ features: { ps2: false } }),
  },
  'smm.tseg': {
    triggers: withLibvirt({ features: { smm_tseg: '1536K' } }),
    beside: withLibvirt({ features: { smm_tseg: '16M' } }),
  },
  'launch-security.host': {
    triggers: withLibvirt({ type: 'qemu', launch_security: { type: 'sev', policy: '0x3' } }),
    beside: withLibvirt({ launch_security: { type: 'sev', policy: '0x3' } }),
  },
  'firmware.nvram-without-flash': {
    triggers: withLibvirt({ os: { firmware: 'bios', nvram: { value: '/srv/vars.fd' } } }),
    beside: withLibvirt({ os: { firmware: 'efi', nvram: { value: '/srv/vars.fd' } } }),
  },
  'firmware.none-fits': {
    triggers: withLibvirt({ os: { machine: 'pc', ...secureBoot } }),
    beside: withLibvirt({ os: { machine: 'q35', ...secureBoot } }),
  },
  'tpm.backend-missing': {
    triggers: withLibvirt({
      leave_out: ['devices.tpm[0].backend'],
      devices: { tpm: [{ model: 'tpm-tis' }] },
    }),
    beside: withDevices({ tpm: [{ model: 'tpm-tis', backend: { type: 'emulator' } }] }),
  },
  'seclabel.twice': {
    triggers: withLibvirt({
      seclabel: { type: 'dynamic', model: 'dac' },
      more_seclabels: [{ type: 'dynamic', model: 'dac' }],
    }),
    beside: withLibvirt({
      seclabel: { type: 'dynamic', model: 'dac' },
      more_seclabels: [{ type: 'dynamic', model: 'selinux' }],
    }),
  },
}
