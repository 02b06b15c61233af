/** How much disks may do. Manual: Block I/O Tuning; Hard drives (iotune, throttlefilters). */
import {
  anyText,
  at,
  attribute,
  child,
  element,
  hostPath,
  integer,
  list,
  wholeNumber,
} from '../table/index.ts'

const burst = (help: string, unit?: string) => ({ help, since: '1.2.11', ...(unit ? { unit } : {}) })
const length = (of: string) => ({ help: `How long ${of} may last.`, unit: 's', since: '2.4.0' })

/** Limits of one disk, or of a group of disks together. */
export const limits = {
  total_bytes_sec: element('total_bytes_sec', wholeNumber, { help: 'Bytes a second in all.' }),
  read_bytes_sec: element('read_bytes_sec', wholeNumber, { help: 'Bytes read a second.' }),
  write_bytes_sec: element('write_bytes_sec', wholeNumber, { help: 'Bytes written a second.' }),
  total_iops_sec: element('total_iops_sec', wholeNumber, { help: 'Operations a second in all.' }),
  read_iops_sec: element('read_iops_sec', wholeNumber, { help: 'Reads a second.' }),
  write_iops_sec: element('write_iops_sec', wholeNumber, { help: 'Writes a second.' }),
  total_bytes_sec_max: element('total_bytes_sec_max', wholeNumber, burst('Bytes a second in a burst.')),
  read_bytes_sec_max: element('read_bytes_sec_max', wholeNumber, burst('Bytes read a second in a burst.')),
  write_bytes_sec_max: element(
    'write_bytes_sec_max',
    wholeNumber,
    burst('Bytes written a second in a burst.'),
  ),
  total_iops_sec_max: element('total_iops_sec_max', wholeNumber, burst('Operations a second in a burst.')),
  read_iops_sec_max: element('read_iops_sec_max', wholeNumber, burst('Reads a second in a burst.')),
  write_iops_sec_max: element('write_iops_sec_max', wholeNumber, burst('Writes a second in a burst.')),
  size_iops_sec: element('size_iops_sec', wholeNumber, {
    ...burst('Bytes that count as one operation; larger ones count as several.'),
    unit: 'bytes',
  }),
  group_name: element('group_name', anyText, {
    help: 'Disks with the same name share these limits.',
    since: '3.0.0',
  }),
  total_bytes_sec_max_length: element(
    'total_bytes_sec_max_length',
    wholeNumber,
    length('a burst of bytes in all'),
  ),
  read_bytes_sec_max_length: element(
    'read_bytes_sec_max_length',
    wholeNumber,
    length('a burst of bytes read'),
  ),
  write_bytes_sec_max_length: element(
    'write_bytes_sec_max_length',
    wholeNumber,
    length('a burst of bytes written'),
  ),
  total_iops_sec_max_length: element(
    'total_iops_sec_max_length',
    wholeNumber,
    length('a burst of operations in all'),
  ),
  read_iops_sec_max_length: element('read_iops_sec_max_length', wholeNumber, length('a burst of reads')),
  write_iops_sec_max_length: element('write_iops_sec_max_length', wholeNumber, length('a burst of writes')),
} as const

export const throttlegroups = at(
  'throttlegroups',
  list('throttlegroup', limits, {
    label: 'Throttle groups',
    help: 'Named limits that disks refer to; the name is in `group_name`.',
    since: '11.2.0',
  }),
)

export const throttlefilters = at(
  'throttlefilters',
  list(
    'throttlefilter',
    { group: attribute('group', anyText, { help: 'Name of the throttle group.', required: true }) },
    {
      label: 'Throttle filters',
      help: 'The throttle groups that the disk obeys, in order.',
      since: '11.2.0',
    },
  ),
)

const weight = integer({ minimum: 10, maximum: 1000 })

/** Weights and limits that cgroups keep, of the whole VM and of single host devices. */
export const blkiotune = child(
  'blkiotune',
  {
    weight: element('weight', weight, { help: 'Share of the disks’ time against other VMs: 100 to 1000.' }),
    devices: list(
      'device',
      {
        path: element('path', hostPath, { help: 'Block device of the host.', required: true }),
        weight: element('weight', weight, { help: 'Share of this device’s time.' }),
        read_iops_sec: element('read_iops_sec', wholeNumber, { help: 'Reads a second.', since: '1.2.2' }),
        write_iops_sec: element('write_iops_sec', wholeNumber, { help: 'Writes a second.', since: '1.2.2' }),
        read_bytes_sec: element('read_bytes_sec', wholeNumber, {
          help: 'Bytes read a second.',
          since: '1.2.2',
        }),
        write_bytes_sec: element('write_bytes_sec', wholeNumber, {
          help: 'Bytes written a second.',
          since: '1.2.2',
        }),
      },
      { help: 'The same for single block devices of the host.' },
    ),
  },
  { label: 'Block I/O tuning', help: 'Share of the host’s disks, kept by cgroups.' },
)
