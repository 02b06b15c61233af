/** Memory and CPU tuning. Manual: Memory Backing; Memory Tuning; NUMA Node Tuning; CPU Tuning; Block I/O Tuning. */
import {
  anyText,
  at,
  attribute,
  child,
  cpuSet,
  element,
  further,
  integer,
  list,
  oneOf,
  positiveInt,
  presence,
  short,
  sized,
  sizedAttribute,
  unsignedInt,
  wholeNumber,
} from '../table/index.ts'

const scheduler = {
  scheduler: attribute('scheduler', oneOf('batch', 'idle', 'fifo', 'rr'), {
    help: 'fifo and rr are real-time.',
  }),
  priority: attribute('priority', integer({ minimum: 0, maximum: 99 }), {
    help: 'Priority of a real-time scheduler.',
  }),
} as const

export const memoryBacking = {
  hugepages: child(
    'hugepages',
    {
      size: at(
        'page',
        sizedAttribute('size', { label: 'Page size', help: 'Size of a page: 2M or 1G.', example: '2M' }),
      ),
      nodeset: at('page', attribute('nodeset', cpuSet, { help: 'Guest NUMA cells that get these pages.' })),
      more_pages: further(
        'page',
        {
          size: sizedAttribute('size', { label: 'Page size', help: 'Size of a page: 2M or 1G.' }),
          nodeset: attribute('nodeset', cpuSet, { help: 'Guest NUMA cells that get these pages.' }),
        },
        { label: 'Other page sizes', help: 'Pages of another size for other NUMA cells.' },
      ),
    },
    {
      label: 'Huge pages',
      help: 'Memory in large pages that the host has set aside: less work for the processor.',
    },
  ),
  nosharepages: presence('nosharepages', {
    label: 'Never merge pages',
    help: 'The host does not merge equal pages (KSM).',
  }),
  locked: presence('locked', {
    label: 'Locked',
    help: 'The host never swaps this memory; needs a limit or enough of it.',
  }),
  source: short(
    'source',
    'type',
    {
      type: attribute('type', oneOf('file', 'anonymous', 'memfd'), { help: 'file, anonymous or memfd.' }),
    },
    { help: 'Where guest memory lives; shares need memfd or file.' },
  ),
  access: short(
    'access',
    'mode',
    {
      mode: attribute('mode', oneOf('shared', 'private'), { help: 'shared or private.' }),
    },
    { help: 'shared lets helper processes such as virtiofsd see it.' },
  ),
  allocation: short(
    'allocation',
    'mode',
    {
      mode: attribute('mode', oneOf('immediate', 'ondemand'), {
        help: 'All at the start, or when it is used.',
      }),
      threads: attribute('threads', integer({ minimum: 1 }), {
        help: 'Threads that allocate.',
        since: '8.2.0',
      }),
    },
    { help: 'When the host gives the memory: immediate or ondemand.' },
  ),
  discard: presence('discard', { help: 'Forget the content at the end.', since: '4.4.0' }),
} as const

export const memtune = {
  hard_limit: sized('hard_limit', {
    help: 'Most memory the VM may use on the host, all told. Hard to guess well.',
    default: 'none',
  }),
  soft_limit: sized('soft_limit', { help: 'The limit that holds while the host is short of memory.' }),
  min_guarantee: sized('min_guarantee', { help: 'What the VM is guaranteed (not with KVM).' }),
  swap_hard_limit: sized('swap_hard_limit', { help: 'Most memory and swap together.' }),
} as const

const numaMode = oneOf('strict', 'preferred', 'interleave', 'restrictive')

export const numatune = {
  memory: child(
    'memory',
    {
      mode: attribute('mode', numaMode, { help: 'How strictly the nodes are kept to.' }),
      nodeset: attribute('nodeset', cpuSet, { help: 'Host NUMA nodes.' }),
      placement: attribute('placement', oneOf('static', 'auto'), { help: 'auto asks numad.' }),
    },
    { help: 'Host NUMA nodes that the memory comes from.' },
  ),
  memnodes: list(
    'memnode',
    {
      cellid: attribute('cellid', unsignedInt, { label: 'Guest cell', help: 'NUMA cell of the guest.' }),
      mode: attribute('mode', numaMode, { help: 'How strictly the nodes are kept to.' }),
      nodeset: attribute('nodeset', cpuSet, { help: 'Host NUMA nodes.' }),
    },
    { label: 'Memory by guest cell', help: 'The same for each NUMA cell of the guest.' },
  ),
} as const

const period = integer({ minimum: 1000, maximum: 1_000_000 })
const quota = integer({ minimum: -1 })
const periodHelp = (of: string) => ({
  help: `Length of the interval in which ${of} may use its quota.`,
  unit: 'µs',
})
const quotaHelp = (of: string) => ({
  help: `CPU time that ${of} may use in a period; negative for no limit.`,
  unit: 'µs',
})

export const cputune = {
  shares: element('shares', integer({ minimum: 0 }), {
    help: 'Weight against other VMs when the CPUs are busy.',
    default: 1024,
  }),
  global_period: element('global_period', period, { ...periodHelp('the whole VM'), since: '1.3.3' }),
  global_quota: element('global_quota', quota, { ...quotaHelp('the whole VM'), since: '1.3.3' }),
  period: element('period', period, periodHelp('each vCPU')),
  quota: element('quota', quota, quotaHelp('each vCPU')),
  emulator_period: element('emulator_period', period, periodHelp('the emulator')),
  emulator_quota: element('emulator_quota', quota, quotaHelp('the emulator')),
  iothread_period: element('iothread_period', period, { ...periodHelp('each I/O thread'), since: '2.1.0' }),
  iothread_quota: element('iothread_quota', quota, { ...quotaHelp('each I/O thread'), since: '2.1.0' }),
  vcpupin: list(
    'vcpupin',
    {
      vcpu: attribute('vcpu', unsignedInt, {
        label: 'vCPU',
        help: 'Number of the vCPU, from 0.',
        required: true,
      }),
      cpuset: attribute('cpuset', cpuSet, {
        label: 'Host CPUs',
        help: 'Host CPUs that it may run on.',
        required: true,
      }),
    },
    { label: 'vCPU pinning', help: 'Which host CPUs each vCPU runs on.' },
  ),
  emulatorpin: child(
    'emulatorpin',
    {
      cpuset: attribute('cpuset', cpuSet, {
        label: 'Host CPUs',
        help: 'Host CPUs of the emulator.',
        required: true,
      }),
    },
    {
      label: 'Emulator pinning',
      help: 'Which host CPUs the emulator’s own work runs on: best none of the vCPUs’.',
    },
  ),
  iothreadpin: list(
    'iothreadpin',
    {
      iothread: attribute('iothread', positiveInt, {
        label: 'I/O thread',
        help: 'Number of the I/O thread, from 1.',
        required: true,
      }),
      cpuset: attribute('cpuset', cpuSet, {
        label: 'Host CPUs',
        help: 'Host CPUs that it may run on.',
        required: true,
      }),
    },
    { label: 'I/O thread pinning', help: 'Which host CPUs each I/O thread runs on.', since: '1.2.9' },
  ),
  vcpusched: list(
    'vcpusched',
    {
      vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.' }),
      ...scheduler,
    },
    { label: 'vCPU scheduling', help: 'Scheduler of vCPUs.', since: '1.2.13' },
  ),
  iothreadsched: list(
    'iothreadsched',
    {
      iothreads: attribute('iothreads', cpuSet, { label: 'I/O threads', help: 'Which I/O threads.' }),
      ...scheduler,
    },
    { label: 'I/O thread scheduling', help: 'Scheduler of I/O threads.', since: '1.2.13' },
  ),
  emulatorsched: child('emulatorsched', scheduler, {
    label: 'Emulator scheduling',
    help: 'Scheduler of the emulator.',
    since: '5.3.0',
  }),
  cachetune: list(
    'cachetune',
    {
      vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.', required: true }),
      id: attribute('id', anyText, { help: 'Name of the allocation, as libvirt reports it.' }),
      caches: list(
        'cache',
        {
          id: attribute('id', wholeNumber, { help: 'Number of the cache on the host.' }),
          level: attribute('level', wholeNumber, { help: 'Level of the cache.' }),
          type: attribute('type', oneOf('both', 'code', 'data'), { help: 'What it holds.' }),
          size: sizedAttribute('size', { help: 'How much of it.' }),
        },
        { help: 'Parts of caches that belong to these vCPUs.' },
      ),
      monitors: list(
        'monitor',
        {
          level: attribute('level', wholeNumber, { help: 'Level of the cache.' }),
          vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.' }),
        },
        { help: 'Counts how much cache is used.', since: '4.10.0' },
      ),
    },
    { label: 'Cache allocation', help: 'Parts of the host’s caches for vCPUs alone.', since: '4.1.0' },
  ),
  memorytune: list(
    'memorytune',
    {
      vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.', required: true }),
      nodes: list(
        'node',
        {
          id: attribute('id', wholeNumber, { help: 'Number of the host’s NUMA node.' }),
          bandwidth: attribute('bandwidth', wholeNumber, { help: 'Share of the bandwidth.', unit: '%' }),
        },
        { help: 'How much of each node’s memory bandwidth.' },
      ),
      monitors: list(
        'monitor',
        { vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.' }) },
        { help: 'Counts how much bandwidth is used.' },
      ),
    },
    { label: 'Memory bandwidth', help: 'Memory bandwidth that vCPUs may use.', since: '4.7.0' },
  ),
  energytune: list(
    'energytune',
    {
      vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.', required: true }),
      id: attribute('id', anyText, { help: 'Name of the group, as libvirt reports it.' }),
      monitors: list(
        'monitor',
        { vcpus: attribute('vcpus', cpuSet, { label: 'vCPUs', help: 'Which vCPUs.' }) },
        { help: 'Counts how much energy is used.' },
      ),
    },
    { label: 'Energy', help: 'Energy monitoring of vCPUs.' },
  ),
} as const
