import { leftOut } from '../support/left-out.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'boot.kernel-missing',
  title: 'What belongs to a kernel, without one',
  source:
    'QEMU 10.0 at the start: "-initrd only allowed with -kernel option", "-append only allowed with -kernel option"; libvirt 11.3: "shim only allowed with kernel option"',
  *check(os) {
    if (os.kernel !== undefined) return
    for (const key of ['initrd', 'cmdline', 'shim'] as const)
      if (os[key] !== undefined)
        yield leftOut([key], `${key} goes with a kernel that QEMU boots itself, and there is none.`, key)
  },
})
