import { formatSize, sizeInBytes } from '../../table/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('shmem', {
  id: 'shmem.size',
  title: 'Shared memory of a size that can’t be',
  source: 'libvirt 11.3: "shmem size must be a power of 2 and at least 1 MiB (1024 KiB)"',
  check(shmem) {
    const bytes = sizeInBytes(shmem.size ?? '', 1)
    if (bytes === undefined || (bytes >= 1024 ** 2 && Number.isInteger(Math.log2(bytes)))) return undefined
    const better = formatSize(Math.max(1024 ** 2, 2 ** Math.ceil(Math.log2(Math.max(bytes, 1)))))
    return {
      at: ['size'],
      message: `The shared memory is ${shmem.size}; it has to be a power of two and at least 1M. Looking Glass wants the next one above width × height × 8 + 10 MiB.`,
      fix: { title: `Set the size to ${better}`, value: better },
    }
  },
})
