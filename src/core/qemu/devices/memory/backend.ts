/** What a memory device is made of on the host. libvirt manual, Memory devices, source. */
import type { MemoryDevice } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { sizeInBytes } from '../../../table/index.ts'
import { type Build, report } from '../../build/index.ts'
import { memoryBackend, qemuSize } from '../../machine/memory-backend.ts'
import { object } from '../../writing/index.ts'

/** Writes the `-object` that holds the memory. */
export function renderDeviceMemory(build: Build, one: MemoryDevice, id: string, path: Path): void {
  const { source, target, model } = one
  const bytes = target?.size === undefined ? undefined : sizeInBytes(target.size, 1024)
  if (bytes === undefined)
    report(build, 'qemu.text', [...path, 'target', 'size'], 'The memory device has no size: say target.size.')
  if (model === 'sgx-epc') {
    object(build, 'memory-backend-epc', path, {
      id,
      prealloc: true,
      size: qemuSize(bytes ?? 0),
      'host-nodes': source?.nodemask?.split(','),
      policy: source?.nodemask === undefined ? undefined : 'bind',
    })
    return
  }
  memoryBackend(
    build,
    {
      id,
      bytes: bytes ?? 0,
      cell: target?.node,
      access: one.access,
      discard: one.discard,
      pageBytes: source?.pagesize === undefined ? undefined : sizeInBytes(source.pagesize, 1024),
      hostNodes: source?.nodemask,
      file: source?.path,
      prealloc: preallocated(one),
      further: {
        reserve: model === 'virtio-mem' ? false : undefined,
        align: source?.alignsize === undefined ? undefined : sizeInBytes(source.alignsize, 1024),
        pmem: source?.pmem === true ? true : undefined,
      },
    },
    path,
  )
}

/** Whether this kind has a word of its own on being allocated at once; undefined goes by the machine. */
function preallocated({ model, source }: MemoryDevice): boolean | undefined {
  // It is allocated as it grows, by the device.
  if (model === 'virtio-mem') return false
  if (source?.path === undefined) return undefined
  // Real persistent memory only wears off when it is written to before it is used.
  return model === 'nvdimm' && source.pmem !== true
}
