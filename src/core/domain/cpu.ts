/** The processor that the guest sees, and the clock. Manual: CPU model and topology; Time keeping. */
import {
  anyText,
  at,
  attribute,
  child,
  cpuSet,
  element,
  integer,
  list,
  modelName,
  oneOf,
  onOffText,
  positiveInt,
  refusedBeside,
  short,
  text,
  unsignedInt,
  wholeNumber,
  yesNo,
  yesNoText,
} from '../table/index.ts'

const positive = positiveInt

const memoryCache = {
  level: attribute('level', wholeNumber, { help: 'Level of the memory-side cache.', required: true }),
  associativity: attribute('associativity', oneOf('none', 'direct', 'full'), {
    help: 'How it is organised.',
  }),
  policy: attribute('policy', oneOf('none', 'writeback', 'writethrough'), { help: 'How it is written.' }),
  size: at('size', attribute('value', wholeNumber, { help: 'Its size.' })),
  size_unit: at('size', attribute('unit', anyText, { help: 'Unit of the size.' })),
  line: at('line', attribute('value', wholeNumber, { help: 'Its line size.' })),
  line_unit: at('line', attribute('unit', anyText, { help: 'Unit of the line size.' })),
} as const

export const numaCell = {
  id: attribute('id', unsignedInt, { help: 'Number of the cell.' }),
  cpus: attribute('cpus', cpuSet, { label: 'vCPUs', help: 'The vCPUs of the cell.' }),
  memory: attribute('memory', anyText, { help: 'Its memory, in `unit`.' }),
  unit: attribute('unit', anyText, { help: 'Unit of the memory.', default: 'KiB' }),
  memaccess: attribute('memAccess', oneOf('shared', 'private'), {
    label: 'Memory access',
    help: 'Whether others may see the cell’s memory.',
  }),
  discard: attribute('discard', yesNo, {
    help: 'Forget the content of the memory at the end.',
    since: '4.4.0',
  }),
  distances: at(
    'distances',
    list(
      'sibling',
      {
        id: attribute('id', unsignedInt, { help: 'The other cell.' }),
        value: attribute('value', integer({ minimum: 10, maximum: 255 }), {
          help: 'Distance; 10 is the cell itself.',
        }),
      },
      { help: 'How far the other cells are.', since: '3.10.0' },
    ),
  ),
  caches: list('cache', memoryCache, { help: 'Memory-side caches.', since: '6.6.0' }),
} as const

const link = {
  initiator: attribute('initiator', wholeNumber, { help: 'The cell that asks.' }),
  target: attribute('target', wholeNumber, { help: 'The cell that holds the memory.' }),
  cache: attribute('cache', wholeNumber, { help: 'Cache level.' }),
  type: attribute('type', oneOf('access', 'read', 'write'), { help: 'Kind of access.' }),
  value: attribute('value', wholeNumber, { help: 'The figure.' }),
} as const

export const cpu = {
  match: attribute('match', oneOf('minimum', 'exact', 'strict'), {
    help: 'How strictly the host has to match a custom model.',
  }),
  mode: attribute('mode', oneOf('custom', 'host-model', 'host-passthrough', 'maximum'), {
    help: 'host-passthrough gives the host’s own processor, host-model a similar one that can migrate, custom a named model.',
    default: 'host-passthrough',
  }),
  check: attribute('check', oneOf('none', 'partial', 'full'), {
    help: 'How libvirt checks the processor before the start.',
  }),
  migratable: attribute('migratable', onOffText, {
    help: 'Leave out features that keep the VM from migrating.',
    since: '6.5.0',
  }),
  deprecated_features: attribute('deprecated_features', onOffText, {
    help: 'Keep features that the host calls deprecated (s390).',
    since: '11.0.0',
  }),
  model: short(
    'model',
    'value',
    {
      fallback: attribute('fallback', oneOf('allow', 'forbid'), { help: 'Whether a similar model will do.' }),
      vendor_id: attribute('vendor_id', anyText, { help: 'Vendor string seen by the guest, 12 characters.' }),
      value: text(modelName, { help: 'Name of the model, such as EPYC or Skylake-Client.' }),
    },
    { help: 'Processor model, for the mode custom.' },
  ),
  vendor: element('vendor', anyText, { help: 'The host’s processor has to be of this vendor.' }),
  topology: child(
    'topology',
    {
      sockets: attribute('sockets', positive, { help: 'Sockets.' }),
      dies: attribute('dies', positive, { help: 'Dies of a socket.', since: '6.1.0' }),
      clusters: attribute('clusters', positive, { help: 'Clusters of a die.', since: '10.1.0' }),
      cores: attribute('cores', positive, { help: 'Cores of a cluster.' }),
      threads: attribute('threads', positive, { help: 'Threads of a core.' }),
    },
    { help: 'Sockets, dies, cores and threads; their product is the number of vCPUs.' },
  ),
  cache: child(
    'cache',
    {
      level: attribute('level', integer({ minimum: 1, maximum: 3 }), {
        help: 'Level that mode emulate applies to.',
      }),
      mode: attribute('mode', oneOf('emulate', 'passthrough', 'disable'), {
        help: 'emulate, the host’s own (passthrough), or none.',
      }),
    },
    { help: 'The cache that the guest sees.', since: '3.3.0' },
  ),
  maxphysaddr: child(
    'maxphysaddr',
    {
      mode: attribute('mode', oneOf('passthrough', 'emulate'), {
        help: 'The host’s width, or that of `bits`.',
      }),
      bits: attribute('bits', wholeNumber, { help: 'Address bits.', unit: 'bits' }),
      limit: attribute('limit', wholeNumber, {
        help: 'Never more than these.',
        unit: 'bits',
        since: '9.3.0',
      }),
    },
    {
      label: 'Physical address width',
      help: 'How wide physical addresses are in the guest.',
      since: '8.7.0',
    },
  ),
  features: list(
    'feature',
    {
      policy: attribute('policy', oneOf('force', 'require', 'optional', 'disable', 'forbid'), {
        help: 'Whether the guest gets the feature.',
      }),
      name: attribute('name', modelName, {
        help: 'Name of the feature, such as vmx or topoext.',
        required: true,
      }),
    },
    { help: 'Processor features added or taken away.' },
  ),
  numa: at(
    'numa',
    list('cell', numaCell, {
      label: 'NUMA cells',
      help: 'Cells that the guest sees, each with its vCPUs and memory.',
    }),
  ),
  numa_latencies: at(
    'numa/interconnects',
    list('latency', link, { label: 'NUMA latencies', help: 'How long an access takes.', since: '6.6.0' }),
  ),
  numa_bandwidths: at(
    'numa/interconnects',
    list(
      'bandwidth',
      { ...link, unit: attribute('unit', anyText, { help: 'Unit of the figure.' }) },
      {
        label: 'NUMA bandwidths',
        help: 'How much an access can carry.',
        since: '6.6.0',
      },
    ),
  ),
} as const

export const clock = {
  offset: attribute('offset', oneOf('utc', 'localtime', 'timezone', 'variable', 'absolute'), {
    help: 'What the guest’s clock starts from; Windows wants localtime.',
    default: 'utc',
  }),
  timezone: attribute('timezone', anyText, { help: 'Time zone, for the offset timezone.' }),
  adjustment: attribute('adjustment', anyText, {
    help: 'Seconds to add, or reset.',
    ...refusedBeside('clock.adjustment', { offset: ['variable', 'utc', 'localtime'] }),
  }),
  basis: attribute('basis', oneOf('utc', 'localtime'), {
    help: 'What a variable offset counts from.',
    ...refusedBeside('clock.basis', { offset: ['variable'] }),
  }),
  start: attribute('start', wholeNumber, {
    help: 'Seconds since 1970, for the offset absolute.',
    since: '8.4.0',
  }),
  timers: list(
    'timer',
    {
      name: attribute(
        'name',
        oneOf('platform', 'hpet', 'kvmclock', 'pit', 'rtc', 'tsc', 'hypervclock', 'armvtimer'),
        { help: 'Which timer.', required: true },
      ),
      track: attribute('track', oneOf('boot', 'guest', 'wall', 'realtime'), { help: 'What it follows.' }),
      tickpolicy: attribute('tickpolicy', oneOf('delay', 'catchup', 'merge', 'discard'), {
        label: 'Missed ticks',
        help: 'What becomes of ticks that were missed.',
      }),
      frequency: attribute('frequency', wholeNumber, { help: 'Frequency of the TSC.', unit: 'Hz' }),
      mode: attribute('mode', oneOf('auto', 'native', 'emulate', 'paravirt', 'smpsafe'), {
        help: 'How the TSC is given.',
      }),
      present: attribute('present', yesNoText, { help: 'Whether the guest has it.' }),
      catchup: child(
        'catchup',
        {
          threshold: attribute('threshold', wholeNumber, {
            help: 'How far behind before it catches up.',
            unit: 'ns',
          }),
          slew: attribute('slew', wholeNumber, { help: 'How fast.' }),
          limit: attribute('limit', wholeNumber, { help: 'How much at most.', unit: 'ns' }),
        },
        { help: 'How missed ticks are caught up.' },
      ),
    },
    { help: 'Timers of the guest, and what they do with missed ticks.' },
  ),
} as const
