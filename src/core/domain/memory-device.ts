/** Memory that is a device. Manual: Memory devices. */
import {
  at,
  attribute,
  child,
  cpuSet,
  element,
  hostPath,
  oneOf,
  presence,
  sized,
  unsignedInt,
  uuid,
  yesNo,
} from '../table/index.ts'
import { acpi, address, addressShape, alias, virtioDriver } from './common.ts'

const virtioMem = { model: ['virtio-mem'] } as const
const nvdimm = { model: ['nvdimm'] } as const

export const memoryDevice = {
  model: attribute('model', oneOf('dimm', 'nvdimm', 'virtio-pmem', 'virtio-mem', 'sgx-epc'), {
    help: 'dimm is plugged in whole, virtio-mem grows and shrinks, nvdimm and virtio-pmem keep their content.',
    required: true,
  }),
  access: attribute('access', oneOf('shared', 'private'), {
    help: 'Whether what the guest writes reaches the file.',
    since: '3.2.0',
  }),
  discard: attribute('discard', yesNo, { help: 'Forget the content at the end.', since: '4.4.0' }),
  uuid: element('uuid', uuid, {
    label: 'UUID',
    help: 'The label area’s UUID (pSeries).',
    since: '6.2.0',
    only: nvdimm,
  }),
  source: child(
    'source',
    {
      path: element('path', hostPath, {
        help: 'File or device that holds the content.',
        only: { model: ['nvdimm', 'virtio-pmem'] },
      }),
      nodemask: element('nodemask', cpuSet, {
        label: 'Host nodes',
        help: 'NUMA nodes of the host that the memory comes from.',
      }),
      pagesize: sized('pagesize', { label: 'Page size', help: 'Size of the host’s pages.' }),
      alignsize: sized('alignsize', {
        label: 'Alignment',
        help: 'Where the mapping may start.',
        since: '5.0.0',
        only: nvdimm,
      }),
      pmem: presence('pmem', {
        label: 'Persistent',
        help: 'The file is on real persistent memory.',
        since: '5.0.0',
        only: nvdimm,
      }),
    },
    { help: 'What it is made of on the host.' },
  ),
  target: child(
    'target',
    {
      dynamic_memslots: attribute('dynamicMemslots', yesNo, {
        label: 'Dynamic memory slots',
        help: 'Slots are taken only as the memory grows.',
        since: '10.1.0',
        only: virtioMem,
      }),
      size: sized('size', { help: 'Its size; the most that virtio-mem can be.' }),
      node: element('node', unsignedInt, {
        label: 'NUMA cell',
        help: 'Guest NUMA cell that it belongs to.',
      }),
      label: at(
        'label',
        sized('size', { label: 'Label area', help: 'Size of the area for labels.', only: nvdimm }),
      ),
      block: sized('block', {
        label: 'Block size',
        help: 'The steps that it grows and shrinks in.',
        since: '7.9.0',
        only: virtioMem,
      }),
      requested: sized('requested', {
        help: 'The size that the guest is asked to take now.',
        since: '7.9.0',
        only: virtioMem,
      }),
      current: sized('current', {
        help: 'The size that it has, as libvirt reports it.',
        since: '7.9.0',
        only: virtioMem,
      }),
      readonly: presence('readonly', {
        label: 'Read-only',
        help: 'The guest can’t write.',
        since: '5.0.0',
        only: nvdimm,
      }),
      address: child(
        'address',
        { base: addressShape.base },
        { help: 'Where it starts in the guest (virtio).', since: '9.4.0' },
      ),
    },
    { help: 'What the guest sees.' },
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  acpi,
  alias,
  address,
} as const
