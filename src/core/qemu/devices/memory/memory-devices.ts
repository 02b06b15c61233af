/** Memory that is a device: dimm, nvdimm, virtio-mem, virtio-pmem, SGX. libvirt manual, Memory devices. */
import type { Devices, Item } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { sizeInBytes } from '../../../table/index.ts'
import { type Build, device, find, hasQemu, idOf, virtioFlavour, virtioOptions } from '../../build.ts'
import { placeOf } from '../../place.ts'
import { quiet, type Said, said } from '../../said.ts'
import { deviceSaid, virtioSaid } from '../device-said.ts'
import { renderDeviceMemory } from './backend.ts'

export type MemoryDevice = Item<Devices['memory']>
export type MemoryModel = NonNullable<MemoryDevice['model']>

export const memoryDeviceSaid: Said<MemoryDevice> = {
  model: said,
  access: said,
  discard: said,
  uuid: said,
  source: { path: said, nodemask: said, pagesize: said, alignsize: said, pmem: said },
  target: {
    dynamic_memslots: said,
    size: said,
    node: said,
    label: said,
    block: said,
    requested: said,
    current: quiet('What libvirt reports of a running VM.'),
    readonly: said,
    address: { base: said },
  },
  driver: virtioSaid,
  ...deviceSaid,
}

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
    find(
      build,
      'qemu.text',
      ['devices', 'memory', first],
      'QEMU takes memory devices only when it knows how much there may be: say max_memory, with slots for dimms.',
    )
  for (const [index, one] of list.entries()) {
    const path = ['devices', 'memory', index]
    const { model } = one
    if (model === undefined) {
      find(
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
    else if (isDimm) renderDimm(build, one, id, slot, path)
    else renderVirtio(build, one, id, path)
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

function bytesOf(size: string | undefined): number | undefined {
  return size === undefined ? undefined : sizeInBytes(size, 1024)
}

function renderDimm(build: Build, one: MemoryDevice, id: string, slot: number | undefined, path: Path): void {
  const { model, target, address } = one
  device(build, model === 'nvdimm' ? 'nvdimm' : 'pc-dimm', path, {
    node: target?.node,
    'label-size': bytesOf(target?.label),
    uuid: one.uuid,
    unarmed: target?.readonly === true ? true : undefined,
    memdev: `mem${id}`,
    id,
    slot,
    addr: address?.type === 'dimm' && address.base !== undefined ? Number(address.base) : undefined,
  })
}

function renderVirtio(build: Build, one: MemoryDevice, id: string, path: Path): void {
  const { model, target, source, driver } = one
  const slots = target?.dynamic_memslots
  const canSlots = hasQemu(build, '8.2')
  if (slots !== undefined && !canSlots)
    find(
      build,
      'qemu.unsupported',
      [...path, 'target', 'dynamic_memslots'],
      'dynamic_memslots is left out: it needs QEMU 8.2.',
    )
  const isMem = model === 'virtio-mem'
  const prealloc =
    isMem && (source?.pagesize !== undefined || build.domain.memory_backing?.allocation?.mode === 'immediate')
  device(
    build,
    `${model}${virtioFlavour(undefined, one.address)}`,
    path,
    virtioOptions(driver),
    {
      node: isMem ? target?.node : undefined,
      'block-size': bytesOf(target?.block),
      'requested-size': bytesOf(target?.requested),
      memdev: `mem${id}`,
      prealloc: prealloc && hasQemu(build, '7.0') ? true : undefined,
      'dynamic-memslots': canSlots ? slots : undefined,
      memaddr: target?.address?.base === undefined ? undefined : Number(target.address.base),
      id,
    },
    placeOf(build, one),
  )
}

/** It is no device to QEMU: the machine has it. */
function renderEnclaveMemory({ machine }: Build, { target }: MemoryDevice, memory: string, number: number) {
  machine[`sgx-epc.${number}.memdev`] = memory
  if (target?.node !== undefined) machine[`sgx-epc.${number}.node`] = target.node
}

/** What the tables let any memory device say. */
function reportForeign(build: Build, one: MemoryDevice, path: Path): void {
  const { model = 'dimm', source, target } = one
  const isVirtio = model === 'virtio-mem' || model === 'virtio-pmem'
  const foreign: (readonly [key: string, held: unknown, allowed: boolean])[] = [
    ['source.path', source?.path, model === 'nvdimm' || model === 'virtio-pmem'],
    ['source.pmem', source?.pmem, model === 'nvdimm'],
    ['uuid', one.uuid, model === 'nvdimm'],
    ['target.label', target?.label, model === 'nvdimm'],
    ['target.readonly', target?.readonly, model === 'nvdimm'],
    ['target.block', target?.block, model === 'virtio-mem'],
    ['target.requested', target?.requested, model === 'virtio-mem'],
    ['target.dynamic_memslots', target?.dynamic_memslots, model === 'virtio-mem'],
    ['target.address', target?.address, isVirtio],
    ['target.node', target?.node, model !== 'virtio-pmem'],
    ['driver', one.driver, isVirtio],
  ]
  for (const [key, held, allowed] of foreign)
    if (held !== undefined && held !== false && !allowed)
      find(build, 'qemu.unsupported', [...path, ...key.split('.')], `${key} means nothing to a ${model}.`)
  if (model === 'nvdimm' && source?.path === undefined)
    find(
      build,
      'qemu.differs',
      [...path, 'source'],
      'An nvdimm without a file forgets everything at the end.',
    )
}
