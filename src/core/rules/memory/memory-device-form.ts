import type { MemoryDevice } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('memory', {
  id: 'memory.device-form',
  title: 'A memory device of a form that its model does not have',
  source:
    'libvirt 11.3: "path is required for model \'nvdimm\'", "label size must be smaller than NVDIMM size", "nvdimm label must be at least 128KiB", "shared access mode required for virtio-pmem device", "virtio-pmem does not support NUMA nodes", "block size must be a power of two", "requested size must be an integer multiple of block size"',
  check(module) {
    const wrong = wrongOf(module)
    return wrong !== undefined ? { at: [], message: wrong } : undefined
  },
})

function wrongOf({ model, source, target, access }: MemoryDevice): string | undefined {
  const bytes = (text: string | undefined) => (text === undefined ? undefined : sizeInBytes(text, 1024))
  const size = bytes(target?.size)
  const isFile = model === 'nvdimm' || model === 'virtio-pmem'
  if (isFile && source?.path === undefined) return `A ${model} is a file of the host: say its path in source.`
  const label = bytes(target?.label)
  if (model === 'nvdimm' && label !== undefined) {
    if (label < 128 * 1024) return 'The label area of an nvdimm is 128 KiB at least.'
    if (size !== undefined && label >= size)
      return 'The label area of the nvdimm is not smaller than the nvdimm.'
  }
  if (model === 'virtio-pmem' && target?.node !== undefined)
    return 'A virtio-pmem belongs to no NUMA cell: leave node out.'
  if (model === 'virtio-pmem' && access === 'private')
    return 'A virtio-pmem is shared with the host: set access to shared.'
  if (model !== 'virtio-mem') return undefined
  const block = bytes(target?.block)
  const requested = bytes(target?.requested)
  if (block === undefined || !Number.isInteger(Math.log2(block)))
    return 'The block of a virtio-mem is a power of two, 2M at least: say it in target.block.'
  if (block < 2 * 1024 ** 2) return 'The block of a virtio-mem is 2M at least.'
  if (requested === undefined) return undefined
  if (size !== undefined && requested > size) return 'A virtio-mem is asked for more than its size.'
  return requested % block === 0 ? undefined : 'What a virtio-mem is asked for is a multiple of its block.'
}
