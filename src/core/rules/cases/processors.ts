import { onArm, type RuleCases, withLibvirt } from './case.ts'

const author = 'only the author knows it'
const cells = [{ id: 0, cpus: '0-1', memory: '1', unit: 'GiB' }] as const
const most = { max_memory: { slots: 2, value: '8G' }, cpu: { numa: cells } } as const
const dimm = { model: 'dimm', target: { size: '1G', node: 0 } } as const
const mem = (requested: string) =>
  ({ model: 'virtio-mem', target: { size: '1G', node: 0, block: '2M', requested } }) as const

export const processorCases: RuleCases = {
  'cpu.topology-machine': {
    triggers: withLibvirt({ cpu: { topology: { sockets: 1, clusters: 2, cores: 1, threads: 1 } } }),
    beside: withLibvirt({ cpu: { topology: { sockets: 1, dies: 2, cores: 1, threads: 1 } } }),
  },
  'cpu.address-limit': {
    triggers: withLibvirt({ cpu: { maxphysaddr: { mode: 'emulate', bits: 42, limit: 39 } } }),
    beside: withLibvirt({
      cpu: { mode: 'host-passthrough', maxphysaddr: { mode: 'passthrough', limit: 39 } },
    }),
  },
  'cpu.vendor-id': {
    triggers: withLibvirt({ cpu: { mode: 'host-model', model: { vendor_id: 'short' } } }),
    beside: withLibvirt({ cpu: { mode: 'host-model', model: { vendor_id: 'GenuineIntel' } } }),
  },
  'cpu.gic-many': {
    triggers: onArm({ features: { gic: '2' } }, { cpu: 9 }),
    beside: onArm({ features: { gic: '2' } }, { cpu: 8 }),
  },
  'cpu.host-model-emulated': {
    triggers: onArm({ type: 'qemu', cpu: { mode: 'host-model' } }),
    beside: onArm({ type: 'qemu', cpu: { mode: 'maximum' } }),
  },
  'feature.tcg': {
    triggers: withLibvirt({ type: 'kvm', features: { tcg: { tb_cache: '128M' } } }),
    beside: withLibvirt({ type: 'qemu', cpu: { mode: 'maximum' }, features: { tcg: { tb_cache: '128M' } } }),
  },
  'feature.incomplete': {
    triggers: withLibvirt({ features: { hyperv: { spinlocks: { state: 'on' } } } }),
    beside: withLibvirt({ features: { hyperv: { spinlocks: { state: 'on', retries: 8191 } } } }),
  },
  'clock.timer': {
    triggers: withLibvirt({ clock: { timers: [{ name: 'rtc', tickpolicy: 'merge' }] } }),
    beside: withLibvirt({ clock: { timers: [{ name: 'rtc', tickpolicy: 'delay' }] } }),
  },
  'clock.adjustment-form': {
    triggers: withLibvirt({ clock: { offset: 'variable', adjustment: 'an hour' } }),
    beside: withLibvirt({ clock: { offset: 'variable', adjustment: '3600' } }),
  },
  'iothread.ids': {
    triggers: withLibvirt({ iothreads: 2, iothreadids: [{ id: 5 }, { id: 5 }] }),
    beside: withLibvirt({ iothreads: 2, iothreadids: [{ id: 5 }, { id: 6 }] }),
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
  'memory.device-slots': {
    triggers: withLibvirt({ ...most, devices: { memory: [dimm, dimm, dimm] } }),
    beside: withLibvirt({ ...most, devices: { memory: [dimm, dimm] } }),
  },
  'memory.max-below': {
    triggers: withLibvirt({
      max_memory: { slots: 2, value: '1G' },
      cpu: { numa: [{ ...cells[0], memory: '2' }] },
    }),
    beside: withLibvirt({
      max_memory: { slots: 2, value: '2G' },
      cpu: { numa: [{ ...cells[0], memory: '2' }] },
    }),
  },
  'memory.device-form': {
    triggers: withLibvirt({ ...most, devices: { memory: [mem('3M')] } }),
    beside: withLibvirt({ ...most, devices: { memory: [mem('4M')] } }),
    noFix: author,
  },
}
