import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('filesystems', {
  id: 'share.kind-only',
  title: 'A key of a share that its driver does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "fmode and dmode must be used with accessmode=mapped", "virtiofs does not support multidevs", "filesystem usage limits are not supported with QEMU", "boot order is only supported for virtiofs"; its schema for wrpolicy',
  says: ({ key, by, said }) => `${key} is not for a share whose ${by} is ${said}. Leave it out.`,
})
