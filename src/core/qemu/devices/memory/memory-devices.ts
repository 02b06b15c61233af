/** Memory that is a device: dimm, nvdimm, virtio-mem, virtio-pmem, SGX. libvirt manual, Memory devices. */
import type { MemoryDevice } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, hasQemu, idOf, leftOut, report } from '../../build/index.ts'
import { decisionsOf, fieldsBeyond, quiet, written } from '../../decisions/index.ts'
import { decimalText, hexText, number, onlyOn, onOff, size, text } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import { virtio } from '../../properties/shared.ts'
import { device, placeOf, propertyPairs, virtioFlavour } from '../../writing/index.ts'
import { deviceDecisions } from '../device-decisions.ts'
import { renderDeviceMemory } from './backend.ts'

export type MemoryModel = NonNullable<MemoryDevice['model']>

const property = propertyOf<MemoryDevice>()

/** The address of the memory in the guest. */
const memaddr = property('target.address.base', hexText)

const node = property('target.node', number)

/** What all modules have, and where. */
const module: Properties<MemoryDevice> = {
  memdev: given,
  id: given,
  slot: property('address.slot', decimalText),
  addr: property('address.base', hexText),
}

/** What each kind is told; SGX has its memory at the machine. */
export const memoryProperties: { readonly [Model in MemoryModel]: Properties<MemoryDevice> } = {
  dimm: { node, ...module },
  nvdimm: {
    node,
    'label-size': property('target.label', size),
    uuid: property('uuid', text),
    unarmed: property('target.readonly', onlyOn, { usual: false }),
    ...module,
  },
  'virtio-mem': {
    ...virtio,
    node,
    'block-size': property('target.block', size),
    'requested-size': property('target.requested', size),
    memdev: given,
    prealloc: given,
    'dynamic-memslots': property('target.dynamic_memslots', onOff, { since: '8.2' }),
    memaddr,
    id: given,
  },
  'virtio-pmem': { ...virtio, memdev: given, memaddr, id: given },
  'sgx-epc': {},
}

const allProperties = Object.values(memoryProperties)

export const memoryDeviceDecisions = decisionsOf<MemoryDevice>(allProperties, {
  model: written,
  access: written,
  discard: written,
  source: { path: written, nodemask: written, pagesize: written, alignsize: written, pmem: written },
  target: { size: written, current: quiet('What libvirt reports of a running VM.') },
  ...deviceDecisions,
})

/** How libvirt calls them, with a number after it; a `mem` before it is the backend. `qemu_alias.c`. */
export const memoryIds: Readonly<Record<MemoryModel, string>> = {
  dimm: 'dimm',
  nvdimm: 'nvdimm',
  'virtio-pmem': 'virtiopmem',
  'virtio-mem': 'virtiomem',
  'sgx-epc': 'epc',
}

export function renderMemoryDevices(build: Build): void {
  const list = build.devices.memory ?? []
  const slots = new Set(list.flatMap((one) => saidSlot(one) ?? []))
  const counts = new Map<MemoryModel, number>()
  const first = list.findIndex(({ model }) => model !== 'sgx-epc')
  if (first >= 0 && build.domain.max_memory?.value === undefined)
    report(
      build,
      'qemu.text',
      ['devices', 'memory', first],
      'QEMU takes memory devices only when it knows how much there may be: say max_memory, with slots for dimms.',
    )
  for (const [index, one] of list.entries()) {
    const path = ['devices', 'memory', index]
    const { model } = one
    if (model === undefined) {
      report(
        build,
        'qemu.text',
        [...path, 'model'],
        'The memory device has no model and is left out.',
        'warning',
      )
      continue
    }
    const isDimm = model === 'dimm' || model === 'nvdimm'
    const slot = isDimm ? slotOf(one, slots) : undefined
    const number = slot ?? counts.get(model) ?? 0
    counts.set(model, number + 1)
    const id = idOf(build, one.alias, `${memoryIds[model]}${number}`, path)
    renderDeviceMemory(build, one, `mem${id}`, path)
    if (model === 'sgx-epc') renderEnclaveMemory(build, one, `mem${id}`, number)
    else renderDevice(build, model, one, id, slot, path)
    reportForeign(build, one, path)
  }
}

/** The slot that is said, else the next free one, as libvirt gives them. */
function slotOf(one: MemoryDevice, taken: Set<number>): number {
  const said = saidSlot(one)
  if (said !== undefined) return said
  let slot = 0
  while (taken.has(slot)) slot += 1
  taken.add(slot)
  return slot
}

function saidSlot({ address }: MemoryDevice): number | undefined {
  return address?.type === 'dimm' && address.slot !== undefined ? Number(address.slot) : undefined
}

function renderDevice(
  build: Build,
  model: Exclude<MemoryModel, 'sgx-epc'>,
  one: MemoryDevice,
  id: string,
  slot: number | undefined,
  path: Path,
): void {
  const isAllocated =
    one.source?.pagesize !== undefined || build.domain.memory_backing?.allocation?.mode === 'immediate'
  const pairs = propertyPairs(build, memoryProperties[model], one, path, {
    memdev: `mem${id}`,
    id,
    slot,
    prealloc: isAllocated && hasQemu(build, '7.0') ? true : undefined,
  })
  if (slot !== undefined) device(build, model === 'nvdimm' ? 'nvdimm' : 'pc-dimm', path, pairs)
  else device(build, `${model}${virtioFlavour(undefined, one.address)}`, path, pairs, placeOf(build, one))
}

/** It is no device to QEMU: the machine has it. */
function renderEnclaveMemory({ machine }: Build, { target }: MemoryDevice, memory: string, number: number) {
  machine[`sgx-epc.${number}.memdev`] = memory
  if (target?.node !== undefined) machine[`sgx-epc.${number}.node`] = target.node
}

/** What the tables let any memory device say. */
function reportForeign(build: Build, one: MemoryDevice, path: Path): void {
  const { model = 'dimm', source } = one
  const foreign: (readonly [key: string, held: unknown, allowed: boolean])[] = [
    ['source.path', source?.path, model === 'nvdimm' || model === 'virtio-pmem'],
    ['source.pmem', source?.pmem, model === 'nvdimm'],
  ]
  for (const [key, held, allowed] of foreign)
    if (held !== undefined && held !== false && !allowed)
      leftOut(build, [...path, ...key.split('.')], `${key} means nothing to a ${model}.`)
  for (const field of fieldsBeyond(one, memoryProperties[model], allProperties))
    if (field[0] !== 'address' && (model !== 'sgx-epc' || field[1] !== 'node'))
      leftOut(build, [...path, ...field], `${field.join('.')} means nothing to a ${model}.`)
  if (model === 'nvdimm' && source?.path === undefined)
    report(
      build,
      'qemu.differs',
      [...path, 'source'],
      'An nvdimm without a file forgets everything at the end.',
    )
}
