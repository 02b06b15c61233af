import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.blob-memory',
  title: 'Blob resources without memory that can be shared',
  source: 'libvirt 11.3: "\'blob\' support for virtio-gpu devices requires a memfd memory backend"',
  *check(context) {
    if (context.domain.memory_backing?.source?.type === 'memfd') return
    for (const { item, path } of devicesOf(context, 'video')) {
      if (item.blob !== true) continue
      yield {
        at: [...path, 'blob'],
        message: 'Blob resources need memory that is a memfd. Set memory_backing.source to memfd.',
        fix: { title: 'Set the source to memfd', at: ['memory_backing', 'source', 'type'], value: 'memfd' },
      }
    }
  },
}
