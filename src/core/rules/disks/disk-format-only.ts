import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('disks', {
  id: 'disk.format-only',
  title: 'A key for another format of image',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "\'discard_no_unref\' only works with qcow2 disk format", "metadata cache max size control is supported only with qcow2 images"',
  says: isFor('disk of the format'),
})
