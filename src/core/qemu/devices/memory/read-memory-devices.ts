/** Memory devices of a command line. The way back of memory-devices.ts. */
import type { MemoryDevice } from '../../../domain/index.ts'
import { memoryPolicy, size } from '../../properties/codec.ts'
import {
  joined,
  type OptionInHand,
  type Reading,
  takeBackend,
  takeCommon,
  takeProperties,
} from '../../reading/index.ts'
import { type MemoryModel, memoryProperties } from './memory-devices.ts'

const models: ReadonlyMap<string, MemoryModel> = new Map<string, MemoryModel>([
  ['pc-dimm', 'dimm'],
  ['nvdimm', 'nvdimm'],
  ['virtio-mem-pci', 'virtio-mem'],
  ['virtio-mem-ccw', 'virtio-mem'],
  ['virtio-pmem-pci', 'virtio-pmem'],
])

export function readMemoryDevices(reading: Reading): void {
  for (const option of reading.devices((driver) => models.has(driver))) {
    const model = models.get(option.peek('driver') ?? '')
    const memory = reading.named('object', option.peek('memdev'))
    if (model === undefined || memory === undefined) continue
    option.take('memdev')
    const own = takeProperties(option, memoryProperties[model])
    const { made, options } = takeMemory(reading, memory, model, own.target?.node)
    // It follows from the pages of the memory.
    if (made.source?.pagesize !== undefined) option.drop('prealloc', 'on')
    const place = takeCommon(reading, option)
    const address = own.address === undefined ? place.address : { type: 'dimm' as const, ...own.address }
    reading.add('memory', { model, ...joined(made, own), ...place, address }, [option, memory, ...options])
  }
  readEnclaves(reading)
}

/** libvirt's files of huge pages: `/dev/hugepages2M/libvirt/qemu/…`. */
const hugePageFile = /^\/dev\/hugepages(\d+[KMG])?\/libvirt\//

interface Made {
  readonly made: Pick<MemoryDevice, 'access' | 'discard' | 'source' | 'target'>
  /** Further options that belong to it. */
  readonly options: readonly OptionInHand[]
}

/** What it is made of; keys that libvirt has no word for stay, so that the device stays as it is. */
function takeMemory(
  reading: Reading,
  memory: OptionInHand,
  model: MemoryModel,
  node: number | undefined,
): Made {
  const kind = takeBackend(memory, 'qom-type')
  const file = memory.peek('mem-path') ?? ''
  const huge = hugePageFile.exec(file)
  const holdsContent = model === 'nvdimm' || model === 'virtio-pmem'
  if (huge !== null || (kind === 'memory-backend-file' && holdsContent)) memory.take('mem-path')
  const path = holdsContent && huge === null && file !== '' ? file : undefined
  const pagesize = huge?.[1] ?? takePageSize(memory)
  const nodemask = takeNodes(reading, memory, node)
  if (path !== undefined || pagesize !== undefined) memory.drop('prealloc', 'on')
  if (model === 'virtio-mem') memory.drop('reserve', 'off')
  const threads = reading.domain.memory_backing?.allocation?.threads
  if (threads !== undefined) memory.drop('prealloc-threads', String(threads))
  const context = reading.named('object', memory.peek('prealloc-context'))
  if (context !== undefined) {
    memory.take('prealloc-context')
    context.finish()
  }
  const share = memory.takeBoolean('share')
  // memfd is shared unless told otherwise.
  const access = share ?? (kind === 'memory-backend-memfd' ? true : undefined)
  const source = {
    path,
    nodemask,
    pagesize,
    alignsize: memory.takeAs(size.parse, 'align'),
    pmem: memory.takeBoolean('pmem'),
  }
  return {
    made: {
      ...(access === undefined ? {} : { access: access ? 'shared' : 'private' }),
      discard: memory.takeBoolean('discard-data'),
      ...(Object.values(source).some((held) => held !== undefined) ? { source } : {}),
      target: { size: memory.takeAs(size.parse, 'size') },
    },
    options: context === undefined ? [] : [context],
  }
}

/** The host's NUMA nodes; undefined where the machine says the same of the guest's cell. */
function takeNodes(reading: Reading, memory: OptionInHand, cell: number | undefined): string | undefined {
  const { numatune } = reading.domain
  const tuned = numatune?.memnodes?.find(({ cellid }) => cellid === cell) ?? numatune?.memory
  const mode = memoryPolicy.parse(memory.peek('policy') ?? 'bind')
  if (mode !== (tuned?.mode ?? 'strict')) return undefined
  const nodes = memory.takeAll('host-nodes').flatMap((part) => expanded(part))
  if (nodes.length === 0) return undefined
  memory.take('policy')
  const same = tuned?.nodeset?.split(',').flatMap((part) => expanded(part))
  return same?.join() === nodes.join() ? undefined : nodes.join(',')
}

/** `0-2` is 0, 1 and 2. */
function expanded(range: string): number[] {
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from({ length: Math.min(Math.max(last - first + 1, 0), 1024) }, (_, index) => first + index)
}

function takePageSize(memory: OptionInHand): string | undefined {
  if (memory.peek('hugetlb') !== 'on' || memory.peek('hugetlbsize') === undefined) return undefined
  memory.take('hugetlb')
  return memory.takeAs(size.parse, 'hugetlbsize')
}

/** SGX has its memory at the machine: `-machine sgx-epc.0.memdev=memepc0,sgx-epc.0.node=0`. */
function readEnclaves(reading: Reading): void {
  for (const machine of reading.options.filter(({ name }) => name === 'machine' || name === 'M'))
    for (const [key, id] of machine.rest.filter(([name]) => /^sgx-epc\.\d+\.memdev$/.test(name))) {
      const memory = reading.named('object', id)
      if (memory?.peek('qom-type') !== 'memory-backend-epc') continue
      machine.take(key)
      const node = machine.takeNumber(key.replace('memdev', 'node'))
      takeBackend(memory, 'qom-type')
      memory.drop('prealloc', 'on')
      const nodes = memory.takeAll('host-nodes')
      if (nodes.length > 0) memory.drop('policy', 'bind')
      reading.add(
        'memory',
        {
          model: 'sgx-epc',
          ...(nodes.length > 0 ? { source: { nodemask: nodes.join(',') } } : {}),
          target: { size: memory.takeAs(size.parse, 'size'), node },
        },
        [memory],
      )
    }
}
