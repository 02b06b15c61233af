/** Single vCPUs, I/O threads and performance events. Manual: CPU Allocation; IOThreads Allocation; Performance monitoring events. */
import {
  at,
  attribute,
  child,
  list,
  oneOf,
  positiveInt,
  unsignedInt,
  wholeNumber,
  yesNo,
} from '../table/index.ts'

export const vcpus = at(
  'vcpus',
  list(
    'vcpu',
    {
      id: attribute('id', unsignedInt, { help: 'Number of the vCPU, from 0.', required: true }),
      enabled: attribute('enabled', yesNo, { help: 'Whether it is there at the start.' }),
      hotpluggable: attribute('hotpluggable', yesNo, {
        label: 'Can be unplugged',
        help: 'Whether it can be plugged in and out.',
      }),
      order: attribute('order', positiveInt, { help: 'The order that they are plugged in.' }),
    },
    { label: 'Single vCPUs', help: 'Which of the vCPUs are there at the start.', since: '2.2.0' },
  ),
)

/** No more than libvirt can set the scheduler of: VIR_DOMAIN_CPUMASK_LEN is 16384, src/conf/domain_conf.h. */
export const mostIoThreads = 16_383

const threadPool = {
  thread_pool_min: attribute('thread_pool_min', wholeNumber, {
    label: 'Fewest workers',
    help: 'Worker threads that are always there.',
    since: '8.5.0',
  }),
  thread_pool_max: attribute('thread_pool_max', wholeNumber, {
    label: 'Most workers',
    help: 'Most worker threads.',
    since: '8.5.0',
  }),
} as const

export const iothreads = at(
  'iothreadids',
  list(
    'iothread',
    {
      id: attribute('id', positiveInt, { help: 'Number of the I/O thread.', required: true }),
      ...threadPool,
      poll: child(
        'poll',
        {
          max: attribute('max', wholeNumber, { help: 'Longest wait; 0 switches polling off.', unit: 'ns' }),
          grow: attribute('grow', wholeNumber, { help: 'How fast the wait grows.' }),
          shrink: attribute('shrink', wholeNumber, { help: 'How fast it shrinks.' }),
          weight: attribute('weight', wholeNumber, { help: 'How much the last wait counts.' }),
        },
        { label: 'Polling', help: 'How long it looks for work before it sleeps.', since: '9.4.0' },
      ),
    },
    { label: 'I/O thread numbers', help: 'I/O threads with numbers of their own.', since: '1.2.15' },
  ),
)

export const defaultIothread = child('defaultiothread', threadPool, {
  label: 'Main loop workers',
  help: 'Worker threads of QEMU’s main loop.',
  since: '8.5.0',
})

export const perfEvents = at(
  'perf',
  list(
    'event',
    {
      name: attribute(
        'name',
        oneOf(
          'cmt',
          'mbmt',
          'mbml',
          'cpu_cycles',
          'instructions',
          'cache_references',
          'cache_misses',
          'branch_instructions',
          'branch_misses',
          'bus_cycles',
          'stalled_cycles_frontend',
          'stalled_cycles_backend',
          'ref_cpu_cycles',
          'cpu_clock',
          'task_clock',
          'page_faults',
          'context_switches',
          'cpu_migrations',
          'page_faults_min',
          'page_faults_maj',
          'alignment_faults',
          'emulation_faults',
        ),
        { help: 'What is counted.', required: true },
      ),
      enabled: attribute('enabled', yesNo, { help: 'Whether it is counted.', required: true }),
    },
    { label: 'Performance events', help: 'Events that the host counts for this VM.', since: '1.3.3' },
  ),
)
