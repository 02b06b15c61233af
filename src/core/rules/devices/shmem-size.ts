import { formatSize, sizeInBytes } from '../../table/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'shmem.size',
  title: 'Shared memory of a size that can’t be',
  severity: 'error',
  source: 'libvirt 11.3: "shmem size must be a power of 2 and at least 1 MiB (1024 KiB)"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'shmem')) {
      const bytes = sizeInBytes(item.size ?? '', 1)
      if (bytes === undefined || (bytes >= 1024 ** 2 && Number.isInteger(Math.log2(bytes)))) continue
      const better = formatSize(Math.max(1024 ** 2, 2 ** Math.ceil(Math.log2(Math.max(bytes, 1)))))
      yield {
        path: at(context, ...path, 'size'),
        message: `The shared memory is ${item.size}; it has to be a power of two and at least 1M. Looking Glass wants the next one above width × height × 8 + 10 MiB.`,
        fix: setFix(context, `Set the size to ${better}`, [...path, 'size'], better),
      }
    }
  },
}
