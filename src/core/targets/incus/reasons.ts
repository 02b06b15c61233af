/** What an instance has without a word, and why the rest does not go over. */

import type { Usual } from '../plain/writer.ts'
import { noWork, type Reason } from '../reason.ts'

export const byRaw =
  'Say it to QEMU in raw.qemu, or in raw.qemu.conf, which changes what the server wrote for it.'

/** internal/server/instance/drivers/driver_qemu_templates.go of lxc/incus. */
export const usual: readonly Usual[] = [
  ['cpu.mode', 'host-passthrough'],
  ['devices.serial', [{ type: 'pty', target: { port: 0 } }]],
  ['devices.console', [{ type: 'pty', target: { type: 'serial', port: 0 } }]],
  ['devices.rng', [{ model: 'virtio', backend: { value: '/dev/urandom', model: 'random' } }]],
  ['devices.memballoon.model', 'virtio'],
  ['devices.video', [{ model: 'virtio' }]],
  ['devices.inputs', [{ type: 'tablet', bus: 'usb' }]],
]

const always =
  'An instance has a serial port, SPICE on a socket, virtio-gpu, a tablet, a keyboard, vsock, a balloon and random numbers; what they are like is not asked.'

export const reasons: readonly Reason[] = [
  {
    at: ['name'],
    message: 'An instance is called by a label of DNS: letters, digits and dashes.',
    byHand: noWork,
    inPart: true,
    severity: 'advice',
  },
  {
    at: [
      'devices.serial',
      'devices.console',
      'devices.graphics',
      'devices.video',
      'devices.inputs',
      'devices.rng',
      'devices.memballoon',
      'devices.vsock',
    ],
    message: always,
    byHand: byRaw,
  },
  {
    at: ['devices.channels'],
    message: 'The agent of an instance is incus-agent, on a socket of its own; QEMU’s agent has no channel.',
    byHand: 'Install incus-agent in the guest: images of Incus have it.',
  },
  {
    at: ['devices.disks.*.boot', 'devices.interfaces.*.boot'],
    message: 'What goes over of the boot order is which device is tried before which.',
    byHand: noWork,
    inPart: true,
    severity: 'advice',
  },
  {
    at: ['devices.disks.*.target'],
    message: 'Disks are on virtio, SCSI, NVMe or USB; a name goes over for a further one.',
    byHand: 'Choose one of these buses.',
  },
  {
    at: ['devices.disks.*.driver', 'devices.disks.*.iotune', 'devices.disks.*.serial', 'iothreads'],
    message:
      'How a disk is served is the server’s to say, but for its bus, its cache and one limit each way.',
    byHand: byRaw,
  },
  {
    at: ['devices.filesystems'],
    message: 'A share is a folder by its path from the root, over virtiofs or 9p, with a plain name.',
    byHand:
      'Say the path from the root, or add it: incus config device add VM NAME disk source=FOLDER path=/mnt/NAME.',
  },
  {
    at: ['devices.disks.*.source', 'devices.disks.*'],
    message:
      'A file of the host is a disk as a CD only, named from / to .iso; all else is a volume of a pool, or a block device.',
    byHand:
      'Make a volume (incus storage volume create --type=block), attach it, and write the image into it from inside a VM; or convert the disk with incus-migrate.',
  },
  {
    at: ['devices.interfaces.*'],
    message:
      'Cards are virtio cards on a bridge, a network of the server’s or, as macvlan, on a card of the host.',
    byHand: 'Choose such a network.',
  },
  {
    at: ['os.firmware_features', 'os.loader', 'os.nvram', 'os.firmware', 'os.varstore'],
    message:
      'The server brings its own UEFI, with Microsoft’s keys and Secure Boot, or without both; CSM stands for BIOS.',
    byHand: 'Say security.secureboot and security.csm.',
  },
  {
    at: ['os.kernel', 'os.initrd', 'os.cmdline', 'os.dtb', 'os.shim'],
    message: 'An instance boots from its disk.',
    byHand: byRaw,
  },
  {
    at: ['cpu.topology', 'cpu.numa'],
    message: 'Incus before 7.1 knows cores only, and cells follow the pins.',
    byHand: 'Say limits.cpu as sockets=1,cores=4,threads=2 from 7.1 on.',
  },
  {
    at: ['cputune', 'vcpu'],
    message:
      'limits.cpu is a number, or the CPUs of the host that the threads run on, one each, in rising order.',
    byHand: 'Say such a set in limits.cpu.',
  },
  {
    at: ['memory_backing', 'numatune', 'memtune'],
    message: 'Of what memory is made of Incus knows huge pages alone.',
    byHand: byRaw,
  },
  {
    at: ['devices.hostdevs'],
    message: 'A device of the host is one PCI function by its address, or a USB device by its two ids.',
    byHand: 'Add it with incus config device add.',
  },
  {
    at: ['os.machine', 'type', 'devices.emulator'],
    message: 'The server chooses the machine: q35, virt, pseries or s390-ccw-virtio, with KVM.',
    byHand: noWork,
  },
]
