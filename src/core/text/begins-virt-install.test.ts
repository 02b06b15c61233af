import { expect, test } from 'vitest'
import { beginsVirtInstall } from './begins-virt-install.ts'

test.each([
  ['virt-install --name web --memory 2048'],
  ['#!/bin/sh\n# the web server\nset -eu\nsudo virt-install \\\n  --name web\n'],
  ['root@desk:~# virt-install -n web'],
  ['# virt-install \\\n    --name web \\\n'],
  ['me@desk:~$ LANG=C /usr/bin/virt-install --name web'],
  ['qemu-img create a.qcow2 1G && virt-install --name web'],
  [
    "virt-install --name web --qemu-commandline='-device qemu-xhci' --boot emulator=/usr/bin/qemu-system-x86_64",
  ],
])('%s is one', (text) => {
  expect(beginsVirtInstall(text)).toBe(true)
})

test.each([
  ['virt-install'],
  ['apt install virt-install -y'],
  ['see virt-install \\\nand more'],
  ['apt install virt-install qemu-system-x86'],
  ['<domain><!-- virt-install --name web --></domain>'],
  ['# made of virt-install --name web\nram: 4G\ncpu: 2\n'],
  ['web:\n  cloud_init:\n    runcmd:\n      - virt-install --name inner\n'],
  ['#!/bin/sh\n# was: virt-install --name web\nqemu-system-x86_64 -m 2048 -drive file=a\n'],
  ["qemu-system-x86_64 -name 'virt-install --name web' -m 2048"],
])('%s is none', (text) => {
  expect(beginsVirtInstall(text)).toBe(false)
})
