import { expect, test } from 'vitest'
import { virtInstallValue } from './virt-install.ts'

test.each([
  ['/srv/disk.qcow2', '/srv/disk.qcow2'],
  ['a,b=c', '"a,b=c"'],
  ["it's", '"it\'s"'],
  ['a"\\b', '"a\\"\\\\b"'],
  ['', '""'],
  ['a b#c\n', '"a b#c\n"'],
])('%j', (text, quoted) => {
  expect(virtInstallValue(text)).toBe(quoted)
})
