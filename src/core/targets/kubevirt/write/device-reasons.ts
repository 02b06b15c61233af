/** Why a part of a device does not go over. */
import { noWork, type Reason } from '../../reason.ts'
import { byPlugin } from './by-plugin.ts'

/** The first that fits counts. */
export const deviceReasons: readonly Reason[] = [
  {
    at: ['devices.*.*.address', 'devices.*.address'],
    message: 'KubeVirt gives each device its place in the guest.',
    byHand:
      'Systems that name cards or disks by their place have other names for them: look after the first start.',
    severity: 'advice',
  },
  {
    at: ['devices.controllers', 'devices.usb', 'devices.hub'],
    message: 'KubeVirt makes the controllers that its devices need.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: ['devices.*.*.alias', 'devices.*.alias'],
    message: 'Devices are called by labels of DNS, and not all kinds of them by their own.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: ['devices.*.*.acpi', 'devices.*.acpi', 'devices.*.*.rom'],
    message: 'KubeVirt has no word for the ACPI index or the ROM of this device.',
    byHand: byPlugin,
  },
  {
    at: ['cputune', 'blkiotune', 'memtune', 'resource', 'throttlegroups', 'devices.disks.*.throttlefilters'],
    message: 'Weights and limits are those of the pod.',
    byHand: 'Say domain.resources, or a LimitRange of the namespace.',
  },
  {
    at: ['devices.graphics'],
    message:
      'The screen is seen by VNC on a socket: `virtctl vnc NAME` opens it. Address, port and password are none.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: ['devices.video'],
    message: 'There is one card, virtio, vga, bochs or ramfb, with one screen and no 3D.',
    byHand: byPlugin,
  },
  {
    at: ['devices.sound', 'devices.audio'],
    message: 'Sound is a card of ich9 or ac97, and nobody hears it but by what runs in the guest.',
    byHand: byPlugin,
    severity: 'advice',
  },
  {
    at: ['devices.inputs'],
    message: 'A tablet is all that a VM has for input beside the keyboard of the board.',
    byHand: byPlugin,
    severity: 'advice',
  },
  {
    at: ['devices.serial', 'devices.console', 'devices.parallel'],
    message: 'There is one serial port: `virtctl console NAME` opens it.',
    byHand: byPlugin,
  },
  {
    at: ['devices.channels'],
    message: 'The channel of the guest agent is always there, and no other.',
    byHand: byPlugin,
  },
  {
    at: ['devices.interfaces.*.port_forwards'],
    message:
      'A port is that of a Service on each node, or of `virtctl port-forward`, without an address of the host.',
    byHand: 'Look the port up: kubectl get service NAME.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.interfaces.*.type', 'devices.interfaces.*.source', 'devices.interfaces.*.backend'],
    message:
      'Cards are on the pod’s network (one of them, behind NAT) or on a network that the administrator names.',
    byHand: 'Let a NetworkAttachmentDefinition of that name lead where the card is to be.',
    inPart: true,
  },
  {
    at: [
      'devices.interfaces.*.vlan',
      'devices.interfaces.*.bandwidth',
      'devices.interfaces.*.filterref',
      'devices.interfaces.*.mtu',
      'devices.interfaces.*.virtualport',
    ],
    message: 'This is said by the network, not by the card.',
    byHand: 'Say it in the NetworkAttachmentDefinition, or a NetworkPolicy.',
  },
  {
    at: ['devices.interfaces.*.driver'],
    message: 'Queues are one for each vCPU, or one; the rest of how a card is served is KubeVirt’s.',
    byHand: byPlugin,
    inPart: true,
  },
  { at: ['devices.interfaces'], message: 'KubeVirt has no word for this of a card.', byHand: byPlugin },
  {
    at: ['devices.disks.*.driver.type'],
    message: 'Volumes of the cluster are raw: an image is converted when it comes in.',
    byHand: noWork,
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.disks.*.driver.discard'],
    message: 'Freed blocks are always given back.',
    byHand: noWork,
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.disks.*.driver.cache', 'devices.disks.*.driver.io'],
    message:
      'cache is none, writethrough or writeback, io native or threads; without a word KubeVirt looks at the storage.',
    byHand: byPlugin,
    inPart: true,
  },
  {
    at: [
      'iothreads',
      'iothreadids',
      'defaultiothread',
      'devices.disks.*.driver.iothread',
      'devices.disks.*.driver.iothreads',
    ],
    message: 'A disk of virtio has an I/O thread of its own or the shared one; which can’t be said.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: [
      'devices.disks.*.type',
      'devices.disks.*.source',
      'devices.disks.*.backing_store',
      'devices.disks.*.create',
    ],
    message: 'A disk is a volume of the cluster; of where its data was only that goes over.',
    byHand: 'Upload the whole image: virtctl image-upload dv NAME --image-path FILE --size SIZE.',
    inPart: true,
  },
  {
    at: ['devices.disks.*.target', 'devices.disks.*.device'],
    message: 'Disks are on virtio, scsi, sata or usb, as a disk, a CD or a lun.',
    byHand: 'Choose one of these.',
    inPart: true,
  },
  {
    at: ['devices.disks.*.readonly'],
    message: 'A disk of SATA can’t be read-only.',
    byHand: 'Put it on virtio or scsi.',
  },
  { at: ['devices.disks'], message: 'KubeVirt has no word for this of a disk.', byHand: byPlugin },
  {
    at: ['devices.filesystems'],
    message:
      'Shares are claims of the cluster by virtiofs, whose tag is a label of DNS: a directory is one by a hostPath volume.',
    byHand:
      'Apply administrator.yaml, or copy the files into a claim of that name (gate EnableVirtioFsStorageVolumes).',
    inPart: true,
  },
  {
    at: ['devices.hostdevs'],
    message:
      'A host device goes by the name of a resource of PCI, USB or mdev, and the node chooses which of them.',
    byHand: 'Let the administrator permit it (administrator.yaml); two like ones can’t be told apart.',
  },
  {
    at: ['devices.tpm'],
    message: 'The TPM is an emulated one, 2.0, at CRB with its state kept.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: ['devices.watchdog', 'devices.rng', 'devices.memballoon', 'devices.vsock', 'devices.panic'],
    message: 'Of this device KubeVirt says that it is there, and little else.',
    byHand: byPlugin,
  },
  {
    at: ['devices.redirdev', 'devices.redirfilter'],
    message: 'USB devices of the viewer have four slots: `virtctl usbredir DEVICE NAME`.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: [
      'devices.emulator',
      'seclabel',
      'more_seclabels',
      'id',
      'perf',
      'keywrap',
      'idmap',
      'iommufd',
      'bootloader',
      'bootloader_args',
      'devices.leases',
    ],
    message: 'This is for libvirt on one host, or decided by KubeVirt itself.',
    byHand: noWork,
    severity: 'advice',
  },
]
