import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.path-relative',
  title: 'An image by a path that does not start at the root',
  severity: 'warning',
  source:
    'libvirt 11.3: its schema wants an absolute path; without validation QEMU looks from its own directory',
  *check(context) {
    if (context.spec.backend === 'qemu') return
    for (const { item, path } of devicesOf(context, 'disks'))
      for (const key of ['file', 'dev', 'dir'] as const) {
        const text = item.source?.[key]
        if (
          text === undefined ||
          text === '' ||
          /^[/~]/.test(text) ||
          (key === 'file' && /^[a-z]+:/.test(text))
        )
          continue
        yield {
          path: at(context, ...path, 'source', key),
          message: `${text} is looked for from wherever QEMU runs. Write the whole path, from / on.`,
        }
      }
  },
}
