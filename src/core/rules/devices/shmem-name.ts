import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'shmem.name',
  title: 'Shared memory with a slash in its name',
  severity: 'error',
  source: 'libvirt 11.3: "shmem name cannot include \'/\' character"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'shmem')) {
      const name = item.name ?? ''
      if (!name.includes('/') && name !== '.' && name !== '..') continue
      const better = name.replaceAll('/', '-').replace(/^[-.]+/, '') || 'shared'
      yield {
        path: at(context, ...path, 'name'),
        message: `The name ${name} of the shared memory becomes a file in /dev/shm and can’t hold a slash.`,
        fix: setFix(context, `Call it ${better}`, [...path, 'name'], better),
      }
    }
  },
}
