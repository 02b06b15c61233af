import { wordRule } from '../support/word-rule.ts'

export const rule = wordRule('filesystems', {
  id: 'share.driver-gone',
  title: 'A share whose driver QEMU has no more',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "fsdriver handle not found"; gone since QEMU 4.0',
  field: ['driver', 'type'],
  words: ['handle'],
  says: () => 'QEMU has the driver handle no more since 4.0. path is the same, and virtiofs faster.',
  fix: { title: 'Leave the driver out' },
})
