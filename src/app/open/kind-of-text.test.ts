import { expect, test } from 'vitest'
import { presets } from '../../presets/index.ts'
import { kindOfText } from './kind-of-text.ts'

test.each([
  ['<capabilities>\n</capabilities>', 'host'],
  ["<?xml version='1.0'?>\n<!-- <domain> -->\n<domainCapabilities/>", 'host'],
  ['<device><name>pci_0000_01_00_0</name></device>', 'host'],
  ["<domain type='kvm'><devices/></domain>", 'xml'],
  ["root@h:~# virsh dumpxml t\n<domain type='kvm'>\n</domain>\n", 'xml'],
  ["On Monday:\n> <domain type='kvm'>\n> </domain>\n", 'xml'],
  ['web:\n  libvirt:\n    xml_passthrough: |\n      <domain/>\n', 'yaml'],
  ['{\n   "lscpu": [\n', 'host'],
  ['{"cpus": [{"cpu": 0}]}', 'host'],
  ['{"name": "a", "spec": {}}', 'json'],
  ['IOMMU Group 1 00:01.0 PCI bridge [0604]: Intel [8086:1901]', 'host'],
  ['me@desk:~$ lspci -nn\n00:01.0 PCI bridge [0604]: Intel [8086:1901] (rev 05)', 'host'],
  ['Bus 001 Device 004: ID 046d:c52b Logitech, Inc. Receiver', 'host'],
  ['Architecture:             x86_64\n  CPU op-mode(s):         32-bit, 64-bit', 'host'],
  ['CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE\n0 0 0 0 0:0:0:0 yes', 'host'],
  ['anna:100000:65536\n', 'host'],
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian', 'host'],
  ['architecture: x86_64\ncpu: 2\nlibvirt: {}\n', 'yaml'],
  ['arch:   aarch64\n', 'yaml'],
  ['[{"class":"0x030000","id":"0000:01:00.0","iommugroup":1}]', 'host'],
  ['vms:\n  web:\n    ram: 1G', 'yaml'],
  ['# mine\nname: web\ncloud_init:\n  write_files:\n    - content: |\n        me:100000:65536\n', 'yaml'],
  ['# mine\nssh-ed25519 AAAAC3NzaC1lZDI1 me@host\n', 'ssh-key'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n', 'ssh-key'],
  ['cloud_init:\n  extra: |\n    ssh-ed25519 AAAAC3NzaC1lZDI1 me@host\n', 'yaml'],
  ['see you at 10:30', undefined],
  ['name\tmac\nweb\t52:54:00:00:00:01\n', 'table'],
  ['"Name";"host port"\r\nweb;2201\r\n', 'table'],
  ['name, address and telephone', undefined],
  ['a name, a port\nand more', undefined],
  [
    "error: Failed to start domain 'web'\nerror: Network not found: no network with matching name 'default'",
    'error',
  ],
  ['libvirt.libvirtError: internal error: process exited while connecting to monitor', 'error'],
  [
    '2026-01-03T10:01:02.000001Z qemu-system-x86_64: -device vfio-pci,host=01:00.0: vfio 0000:01:00.0: group 1 is not viable',
    'error',
  ],
  ['Nov 29 14:03:12 desk libvirtd[812]: internal error: nothing', 'error'],
  ['[  812.331022] vfio-pci 0000:01:00.0: Unable to change power state from D3cold to D0', 'error'],
  ['qemu-system-x86_64 -m 2G -device vfio-pci,host=01:00.0', 'argv'],
  ['boot: order=scsi0\nmemory: 2048\nscsi0: local-lvm:vm-100-disk-0,size=32G\n', 'proxmox'],
  ['config.version = "8"\nguestOS = "ubuntu-64"\nmemsize = "4096"\n', 'vmx'],
  ['#!/usr/bin/quickemu --vm\nguest_os="linux"\ndisk_img="debian/disk.qcow2"\n', 'quickemu'],
  ['<?xml version="1.0"?>\n<VirtualBox version="1.19">\n<Machine name="a"/></VirtualBox>', 'vbox'],
  ['<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1"></Envelope>', 'ovf'],
  ['qm create 100 --name web --memory 2048', 'proxmox'],
  ['error: {level: 3}\nname: web\n', 'yaml'],
  ['libvirt:\n  features:\n    kvm: {hidden: on}\n', 'yaml'],
  ['kvm: -device vfio-pci,host=01:00.0: vfio 0000:01:00.0: group 1 is not viable', 'error'],
])('%j is %s', (text, kind) => {
  expect(kindOfText(text)).toBe(kind)
})

const pastes = import.meta.glob<string>(
  ['../../core/host/pastes/*.txt', '!**/*.read.txt', '!**/other-programs.txt'],
  { query: '?raw', import: 'default', eager: true },
)

test.each(Object.entries(pastes))('%s is of a host', (_name, text) => {
  expect(kindOfText(text)).toBe('host')
})

test.each(presets.map(({ id, text }) => [id, text]))('the preset %s is a vm.yml', (_id, text) => {
  expect(kindOfText(text)).toBe('yaml')
})
