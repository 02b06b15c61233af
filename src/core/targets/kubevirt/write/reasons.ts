/** Why a part of a design does not go over, and what a person does about it. */
import type { Path, Severity } from '../../../finding.ts'
import type { Difference } from '../../differences.ts'
import type { Lack } from '../../lacks.ts'

interface Reason {
  /** Places of the Domain, `*` for an item of a list; a place stands for all below it. */
  readonly at: readonly string[]
  readonly message: string
  readonly byHand: string
  readonly severity?: Severity
  readonly inPart?: true
}

const plugin =
  'The administrator can write a Plugin with a domain hook (gate Plugins), or a hook sidecar before 1.9 (gate Sidecar).'
const nothing = 'Nothing is to be done.'

/** The first that fits counts. */
const reasons: readonly Reason[] = [
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
    byHand: nothing,
    severity: 'advice',
  },
  {
    at: ['devices.*.*.alias', 'devices.*.alias'],
    message: 'Devices are called by labels of DNS, and not all kinds of them by their own.',
    byHand: nothing,
    severity: 'advice',
  },
  {
    at: ['devices.*.*.acpi', 'devices.*.acpi', 'devices.*.*.rom'],
    message: 'KubeVirt has no word for the ACPI index or the ROM of this device.',
    byHand: plugin,
  },
  {
    at: ['name'],
    message: 'A name is a label of DNS there: small letters, digits and dashes, at most 63.',
    byHand: 'Name the VM so.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['title'],
    message: 'There is no title beside the name and the description.',
    byHand: 'Put it into the description, or an annotation.',
    severity: 'advice',
  },
  {
    at: ['vcpu.cpuset', 'cputune.vcpupin', 'cputune.emulatorpin', 'cputune.iothreadpin'],
    message:
      'vCPUs get CPUs of their own (dedicatedCpuPlacement, for whole pinned VMs), but the node chooses which.',
    byHand: 'Let the kubelet’s CPU manager and topology manager choose; nodeSelector names the node.',
    inPart: true,
  },
  {
    at: ['cputune.vcpusched', 'cputune.iothreadsched', 'cputune.emulatorsched'],
    message: 'Real time needs CPUs of its own, huge pages and the node’s NUMA, and is fifo of priority 1.',
    byHand: 'Pin the vCPUs, take huge pages and NUMA cells.',
    inPart: true,
  },
  {
    at: ['cpu.numa', 'cpu.numa_latencies', 'cpu.numa_bandwidths', 'numatune'],
    message:
      'The cells of the guest are those of the node (guestMappingPassthrough): own ones can’t be said.',
    byHand: 'Leave them to the node, with pinned vCPUs and huge pages.',
    inPart: true,
  },
  {
    at: ['cputune', 'blkiotune', 'memtune', 'resource', 'throttlegroups', 'devices.disks.*.throttlefilters'],
    message: 'Weights and limits are those of the pod.',
    byHand: 'Say domain.resources, or a LimitRange of the namespace.',
  },
  {
    at: ['cpu.topology', 'vcpu'],
    message: 'KubeVirt knows sockets, cores and threads, and plugs whole sockets.',
    byHand: 'Say a topology whose product is the number of vCPUs; dies and clusters are counted as cores.',
    inPart: true,
  },
  {
    at: ['vcpus'],
    message: 'Single vCPUs can’t be switched on or off.',
    byHand: 'Plug sockets with the VM running: spec.template.spec.domain.cpu.sockets.',
  },
  {
    at: ['cpu.mode', 'cpu.model'],
    message: 'The processor is host-passthrough, host-model or one of libvirt’s models, and nothing nearer.',
    byHand: plugin,
    inPart: true,
  },
  {
    at: ['cpu.check', 'cpu.match', 'cpu.migratable', 'cpu.deprecated_features', 'cpu.vendor'],
    message: 'How the processor is compared is for the cluster, which looks for a node that has it.',
    byHand: nothing,
    severity: 'advice',
  },
  {
    at: ['cpu.cache', 'cpu.maxphysaddr'],
    message: 'KubeVirt has no word for this of the processor.',
    byHand: plugin,
  },
  {
    at: ['memory_backing.source', 'memory_backing.access', 'memory_backing.allocation'],
    message: 'KubeVirt shares the memory of a VM by itself when it has virtiofs, and not otherwise.',
    byHand: plugin,
    severity: 'advice',
  },
  {
    at: ['memory_backing.hugepages'],
    message: 'Huge pages are of one size, 2Mi or 1Gi.',
    byHand: 'Take one of the two for all memory.',
  },
  { at: ['memory_backing'], message: 'KubeVirt has no word for how memory is kept.', byHand: plugin },
  {
    at: ['current_memory'],
    message: 'A guest has all of its memory from the start.',
    byHand: 'Let the pod ask for less: domain.resources.requests.memory, with overcommit.',
    severity: 'advice',
  },
  {
    at: ['max_memory'],
    message: 'maxGuest is the most memory; the slots for it are KubeVirt’s.',
    byHand: nothing,
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['os.machine', 'os.arch'],
    message:
      'Clusters run q35, virt (arm64) and s390-ccw-virtio: another board or architecture is not taken.',
    byHand: 'The administrator allows a board in spec.configuration.architectureConfiguration.',
    inPart: true,
  },
  {
    at: ['os.loader', 'os.nvram', 'os.varstore', 'os.firmware', 'os.firmware_features', 'features.smm'],
    message:
      'KubeVirt brings its own firmware; what can be said is UEFI or BIOS, Secure Boot, and that variables stay.',
    byHand: 'Switch keys in the firmware’s own menu after the first start.',
    inPart: true,
  },
  {
    at: ['os.kernel', 'os.initrd', 'os.cmdline', 'os.dtb', 'os.shim'],
    message: 'A kernel is booted from a container image alone.',
    byHand: 'Put both files into an image and say firmware.kernelBoot.container.',
  },
  {
    at: ['os.boot', 'os.bootmenu', 'os.bios'],
    message: 'The boot order names the devices that are tried; a menu or delay can’t be said.',
    byHand: 'Say a boot order at the devices.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['sysinfo', 'more_sysinfo', 'os.smbios', 'hwuuid'],
    message: 'Of SMBIOS a VM says its serial number and its chassis; maker and product are the cluster’s.',
    byHand:
      'Keys and credentials go by cloud-init or accessCredentials; the rest by spec.configuration.smbios of the KubeVirt object, or a hook.',
  },
  {
    at: ['clock.offset', 'clock.timezone'],
    message: 'The clock starts from UTC or a time zone: local time has none by itself.',
    byHand: 'Say the zone: cloud_init.timezone, or clock.offset timezone.',
    inPart: true,
  },
  {
    at: ['clock'],
    message: 'Of timers KubeVirt knows rtc, pit, hpet, kvm and hyperv, each with presence and missed ticks.',
    byHand: plugin,
  },
  {
    at: ['features'],
    message: 'KubeVirt has no word for this feature.',
    byHand: plugin,
  },
  {
    at: ['devices.graphics'],
    message:
      'The screen is seen by VNC on a socket: `virtctl vnc NAME` opens it. Address, port and password are none.',
    byHand: nothing,
    severity: 'advice',
  },
  {
    at: ['devices.video'],
    message: 'There is one card, virtio, vga, bochs or ramfb, with one screen and no 3D.',
    byHand: plugin,
  },
  {
    at: ['devices.sound', 'devices.audio'],
    message: 'Sound is a card of ich9 or ac97, and nobody hears it but by what runs in the guest.',
    byHand: plugin,
    severity: 'advice',
  },
  {
    at: ['devices.inputs'],
    message: 'A tablet is all that a VM has for input beside the keyboard of the board.',
    byHand: plugin,
    severity: 'advice',
  },
  {
    at: ['devices.serial', 'devices.console', 'devices.parallel'],
    message: 'There is one serial port: `virtctl console NAME` opens it.',
    byHand: plugin,
  },
  {
    at: ['devices.channels'],
    message: 'The channel of the guest agent is always there, and no other.',
    byHand: plugin,
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
    byHand: plugin,
    inPart: true,
  },
  { at: ['devices.interfaces'], message: 'KubeVirt has no word for this of a card.', byHand: plugin },
  {
    at: ['devices.disks.*.driver.type'],
    message: 'Volumes of the cluster are raw: an image is converted when it comes in.',
    byHand: nothing,
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.disks.*.driver.discard'],
    message: 'Freed blocks are always given back.',
    byHand: nothing,
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.disks.*.driver.cache', 'devices.disks.*.driver.io'],
    message:
      'cache is none, writethrough or writeback, io native or threads; without a word KubeVirt looks at the storage.',
    byHand: plugin,
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
    byHand: nothing,
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
  { at: ['devices.disks'], message: 'KubeVirt has no word for this of a disk.', byHand: plugin },
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
    byHand: nothing,
    severity: 'advice',
  },
  {
    at: ['devices.watchdog', 'devices.rng', 'devices.memballoon', 'devices.vsock', 'devices.panic'],
    message: 'Of this device KubeVirt says that it is there, and little else.',
    byHand: plugin,
  },
  {
    at: ['devices.redirdev', 'devices.redirfilter'],
    message: 'USB devices of the viewer have four slots: `virtctl usbredir DEVICE NAME`.',
    byHand: nothing,
    severity: 'advice',
  },
  {
    at: ['launch_security'],
    message: 'Of encrypted memory only the kind goes over: the cluster works out the rest.',
    byHand: 'Look at domain.launchSecurity, and its gates.',
  },
  {
    at: ['on_poweroff', 'on_reboot', 'on_crash', 'on_lockfailure', 'pm'],
    message: 'What follows when the guest ends is runStrategy and rebootPolicy.',
    byHand: 'Choose runStrategy: Always, RerunOnFailure, Manual, Once.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['type'],
    message: 'A cluster emulates all of its VMs, or none: useEmulation of the KubeVirt object.',
    byHand: 'The administrator sets spec.configuration.developerConfiguration.useEmulation.',
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
    byHand: nothing,
    severity: 'advice',
  },
]

const parted = reasons.map((one) => ({ ...one, places: one.at.map((place) => place.split('.')) }))

const other: Omit<Reason, 'at'> = { message: 'KubeVirt has no field for this.', byHand: plugin }

/** @param placeOf from a place of the Domain to that of the design */
export function lackOf({ path, kind }: Difference, placeOf: (path: Path) => Path): Lack {
  const { message, byHand, severity, inPart } =
    parted.find(({ places }) => places.some((place) => isBelow(path, place))) ?? other
  return {
    path: placeOf(path),
    message,
    byHand,
    ...(severity === undefined ? {} : { severity }),
    ...(inPart === true || kind === 'changed' ? { inPart: true } : {}),
  }
}

function isBelow(path: Path, place: readonly string[]): boolean {
  return (
    path.length >= place.length && place.every((one, index) => one === '*' || one === String(path[index]))
  )
}
