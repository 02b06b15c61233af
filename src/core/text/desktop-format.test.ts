import { expect, test } from 'vitest'
import { desktopFormat } from './desktop-format.ts'

const envelope = '<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1">'

test.each([
  ['config.version = "8"\nguestOS = "other"\n', 'vmx'],
  ['#!/usr/bin/vmplayer\n.encoding = "UTF-8"\nvirtualHW.version = "20"\nscsi0:0.present = "TRUE"\n', 'vmx'],
  ['guest_os="linux"\ndisk_img="a/disk.qcow2"\niso="a/a.iso"\n', 'quickemu'],
  ['#!/usr/bin/quickemu --vm\ndisk_img="a.qcow2"\n', 'quickemu'],
  [
    '<?xml version="1.0"?>\n<!-- x -->\n<VirtualBox version="1.19-linux">\n<Machine uuid="{}"/></VirtualBox>',
    'vbox',
  ],
  [`<?xml version="1.0"?>\n${envelope}</Envelope>`, 'ovf'],
  [`<ovf:${envelope.slice(1)}`, 'ovf'],
  [`${'a.ovf'.padEnd(257, '\0')}ustar\0${'00'.padEnd(250, '\0')}${envelope}`, 'ovf'],
  // The settings of the program have no VM in them.
  ['<VirtualBox version="1.12"><Global/></VirtualBox>', undefined],
  [`${'a.txt'.padEnd(257, '\0')}ustar\0`, undefined],
  ["<domain type='kvm'/>", undefined],
  ['guest: debian-12\nram: 2G\n', undefined],
  ['disk_img="a.qcow2"\nguest_os=linux\nqemu-system-x86_64 -hda "$disk_img"\n', undefined],
  ['memory: 2048\nscsi0: local-lvm:vm-100-disk-0\n', undefined],
  ['displayName = "x"\n', undefined],
])('%j is %s', (text, format) => {
  expect(desktopFormat(text)).toBe(format)
})
