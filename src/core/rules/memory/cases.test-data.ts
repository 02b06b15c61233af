import { plain, type RuleCases, withLibvirt } from '../support/case.test-data.ts'

const cells = [{ id: 0, cpus: '0-1', memory: '1', unit: 'GiB' }] as const
const most = { max_memory: { slots: 2, value: '8G' }, cpu: { numa: cells } } as const
const mem = (requested: string) =>
  ({ model: 'virtio-mem', target: { size: '1G', node: 0, block: '2M', requested } }) as const
const author = 'only the author knows it'
const plugged = {
  max_memory: { slots: 4, value: '8 GiB' },
  cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] },
  devices: { memory: [{ model: 'dimm', target: { size: '1 GiB', node: 0 } }] },
} as const
const dimm = { model: 'dimm', target: { size: '1G', node: 0 } } as const

const twoCells = [
  { id: 0, cpus: '0', memory: '1', unit: 'GiB' },
  { id: 1, cpus: '1', memory: '1', unit: 'GiB' },
] as const
const [first, second] = twoCells

export const cases: RuleCases = {
  'hugepages.size': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '5M' } } }),
    beside: withLibvirt({ memory_backing: { hugepages: { size: '2M' } } }),
  },
  'hugepages.size-twice': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '2M', more_pages: [{ size: '1G' }] } } }),
    beside: withLibvirt({
      cpu: { numa: [first, second] },
      memory_backing: { hugepages: { size: '2M', more_pages: [{ size: '1G', nodeset: '1' }] } },
    }),
    noFix: 'which of them is for which cell is for the author to say',
  },
  'memory.current-above': {
    triggers: withLibvirt({ current_memory: '3G' }),
    beside: withLibvirt({ current_memory: '2G' }),
  },
  'memory.device-form': {
    triggers: withLibvirt({ ...most, devices: { memory: [mem('3M')] } }),
    beside: withLibvirt({ ...most, devices: { memory: [mem('4M')] } }),
    noFix: author,
  },
  'memory.device-needs-acpi': {
    triggers: withLibvirt({ ...plugged, features: { acpi: false } }, { firmware: 'bios' }),
    beside: withLibvirt({ ...plugged, features: { acpi: true } }, { firmware: 'bios' }),
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
  'memory.device-slots': {
    triggers: withLibvirt({ ...most, devices: { memory: [dimm, dimm, dimm] } }),
    beside: withLibvirt({ ...most, devices: { memory: [dimm, dimm] } }),
  },
  'memory.hugepages-source': {
    triggers: withLibvirt({ memory_backing: { hugepages: { size: '2M' }, source: { type: 'anonymous' } } }),
    beside: withLibvirt({ memory_backing: { hugepages: { size: '2M' }, source: { type: 'memfd' } } }),
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
  'memory.none': { triggers: { ...plain, ram: '0' }, beside: plain },
  'memory.small': { triggers: { ...plain, ram: '64M' }, beside: { ...plain, ram: '128M' } },
  'numa.too-large': {
    triggers: withLibvirt(
      { cpu: { numa: [{ id: 0, cpus: '0-1', memory: '8796093022208', unit: 'MiB' }] } },
      { ram: '8796093022208M' },
    ),
    beside: withLibvirt({ cpu: { numa: [{ id: 0, cpus: '0-1', memory: '2', unit: 'GiB' }] } }),
    noFix: 'how much memory is meant is for the author to say',
  },
}
