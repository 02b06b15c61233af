import { expect, test } from 'vitest'
import { beginsProxmox } from './begins-proxmox.ts'

test.each([
  ['boot: order=scsi0\nmemory: 2048\nscsi0: local-lvm:vm-100-disk-0,size=32G\n'],
  ['#notes\nagent: 1\nnet0: virtio=BC:24:11:01:02:03,bridge=vmbr0\nostype: l26\n'],
  ['qm create 100 --name web --memory 2048'],
  ['# a guide\nqm create 9000 \\\n  --name web\n'],
])('%s is one', (text) => {
  expect(beginsProxmox(text)).toBe(true)
})

test.each([
  ['ram: 4G\ncpu: 2\nmachine: q35\n'],
  ['vms:\n  web:\n    memory: 4G\n'],
  ['<domain><name>web</name></domain>'],
  ['qemu-system-x86_64 -m 2048'],
  ['name: web\nmemory: 2048\n'],
])('%s is none', (text) => {
  expect(beginsProxmox(text)).toBe(false)
})
