import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.blob-memory',
  title: 'Blob resources without memory that can be shared',
  severity: 'error',
  source: 'libvirt 11.3: "\'blob\' support for virtio-gpu devices requires a memfd memory backend"',
  *check(context) {
    if (context.domain.memory_backing?.source?.type === 'memfd') return
    for (const { item, path } of devicesOf(context, 'video')) {
      if (item.blob !== true) continue
      yield {
        path: at(context, ...path, 'blob'),
        message: 'Blob resources need memory that is a memfd. Set memory_backing.source to memfd.',
        fix: setFix(context, 'Set the source to memfd', ['memory_backing', 'source', 'type'], 'memfd'),
      }
    }
  },
}
