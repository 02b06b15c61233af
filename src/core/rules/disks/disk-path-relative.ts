import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.path-relative',
  title: 'An image by a path that does not start at the root',
  severity: 'warning',
  source:
    'libvirt 11.3: its schema wants an absolute path; without validation QEMU looks from its own directory',
  when: (context) => context.spec.backend !== 'qemu',
  *check(disk) {
    for (const key of ['file', 'dev', 'dir'] as const) {
      const text = disk.source?.[key]
      if (
        text === undefined ||
        text === '' ||
        /^[/~]/.test(text) ||
        (key === 'file' && /^[a-z]+:/.test(text))
      )
        continue
      yield {
        at: ['source', key],
        message: `${text} is looked for from wherever QEMU runs. Write the whole path, from / on.`,
      }
    }
  },
})
