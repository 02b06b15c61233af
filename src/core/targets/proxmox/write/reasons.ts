/** Why a part of a design does not go over, and what a person does about it. */
import type { Path } from '../../../finding.ts'
import type { Difference } from '../../differences.ts'
import type { Lack } from '../../lacks.ts'
import { lacksBy, type Reason } from '../../reason.ts'

const args = 'Say it to QEMU in `args:`, which root alone may set.'

/** The first that fits counts. */
const reasons: readonly Reason[] = [
  {
    at: ['devices.*.#.address', 'devices.*.address'],
    message: 'Proxmox VE gives each device its place in the guest.',
    byHand:
      'Systems that name cards or disks by their place have other names for them: look after the first start.',
    severity: 'advice',
  },
  {
    at: ['devices.controllers', 'devices.usb', 'devices.hub'],
    message:
      'Proxmox VE makes the controllers that its devices need; of SCSI alone it has a choice (scsihw).',
    byHand: args,
    severity: 'advice',
  },
  {
    at: ['devices.*.#.alias', 'devices.*.alias'],
    message: 'Proxmox VE names devices by their keys.',
    byHand: 'Nothing is to be done.',
    severity: 'advice',
  },
  {
    at: [
      'cputune.vcpupin',
      'cputune.emulatorpin',
      'cputune.iothreadpin',
      'cputune.vcpusched',
      'cputune.iothreadsched',
      'cputune.emulatorsched',
    ],
    message: 'Proxmox VE pins the whole process (affinity), not single threads.',
    byHand:
      'A hookscript does it at post-start: `taskset -pc CPU THREAD` for each thread that `info cpus` of `qm monitor` lists.',
  },
  {
    at: ['cputune', 'blkiotune', 'memtune', 'resource', 'throttlegroups'],
    message: 'Proxmox VE has cpuunits and cpulimit for the whole VM, and limits of single disks and cards.',
    byHand: 'Set the rest at the cgroup /sys/fs/cgroup/qemu.slice/ID.scope in a hookscript.',
  },
  {
    at: ['cpu.topology'],
    message: 'Proxmox VE knows sockets and cores: threads, dies and clusters are counted as cores.',
    byHand: 'Say -smp in `args:`, which root alone may set.',
    inPart: true,
  },
  {
    at: ['cpu.features'],
    message: 'A VM switches ten features of its processor by itself; others belong to a model of one’s own.',
    byHand: 'Describe the model in /etc/pve/virtual-guest/cpu-models.conf and say `cpu: custom-NAME`.',
  },
  {
    at: ['cpu.mode', 'cpu.model'],
    message: 'Proxmox VE has no such processor; the nearest is taken.',
    byHand: 'Describe it in /etc/pve/virtual-guest/cpu-models.conf and say `cpu: custom-NAME`.',
    inPart: true,
  },
  {
    at: ['cpu.check', 'cpu.match', 'cpu.migratable', 'cpu.deprecated_features'],
    message: 'Proxmox VE starts no VM whose processor lacks a feature of its model, and asks no further.',
    byHand: 'Nothing is to be done.',
    severity: 'advice',
  },
  {
    at: ['features.hyperv', 'features.kvm', 'features.apic_eoi', 'features.pvspinlock', 'clock.timers'],
    message: 'What a guest is told of the hypervisor, and its timers, follow from ostype.',
    byHand: args,
  },
  {
    at: ['memory', 'current_memory', 'max_memory'],
    message: 'Memory is counted in whole MiB, no less than 16.',
    byHand: 'Nothing is to be done.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['memory_backing.source', 'memory_backing.access'],
    message: 'Proxmox VE shares the memory of a VM by itself when it has virtiofs, and not otherwise.',
    byHand: args,
    severity: 'advice',
  },
  {
    at: ['devices.graphics'],
    message:
      'The screen is seen on the page of Proxmox VE (VNC), and with SPICE by `vga: qxl`: address, port and password are its own.',
    byHand: 'Open the console there.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.video'],
    message: 'Proxmox VE has one card, with its memory, and for Windows one for each screen.',
    byHand: args,
    inPart: true,
  },
  {
    at: ['devices.interfaces.*.port_forwards'],
    message: 'Proxmox VE forwards no ports: a VM on a bridge has an address of its own.',
    byHand:
      'Use that address, or a DNAT rule of the node; with a card without a bridge, hostfwd= in `args:`.',
  },
  {
    at: ['devices.interfaces.*.type', 'devices.interfaces.*.source', 'devices.interfaces.*.backend'],
    message: 'Cards of Proxmox VE are on a bridge of the node, or behind QEMU’s own NAT without one.',
    byHand: 'Choose the bridge in net0; a network of libvirt is a bridge or a VNet of SDN there.',
    inPart: true,
  },
  {
    at: ['devices.disks.*.type', 'devices.disks.*.source', 'devices.disks.*.backing_store'],
    message: 'Disks are volumes of a storage: this one is not copied in.',
    byHand: 'Copy it with `qemu-img convert` to a file and `qm disk import ID FILE STORAGE`.',
  },
  {
    at: ['devices.disks.*.driver.type'],
    message: 'The format of a volume follows from its storage.',
    byHand: 'Nothing is to be done: import-from converts.',
    severity: 'advice',
  },
  {
    at: ['os.loader', 'os.nvram', 'os.firmware', 'os.firmware_features', 'os.varstore', 'features.smm'],
    message:
      'Proxmox VE brings its own OVMF, whose variables are a disk (efidisk0), with or without the keys of Secure Boot.',
    byHand:
      'Secure Boot is switched in the firmware’s own menu; variables of before are brought by `efidisk0: …,import-from=`.',
    inPart: true,
  },
  {
    at: ['os.kernel', 'os.initrd', 'os.cmdline', 'os.dtb', 'os.shim'],
    message: 'Proxmox VE boots from disks, CDs and the network alone.',
    byHand: 'Say -kernel, -initrd and -append in `args:`, which root alone may set.',
  },
  {
    at: ['sysinfo', 'more_sysinfo', 'os.smbios', 'hwuuid'],
    message: 'Proxmox VE says SMBIOS of type 1 (smbios1) and nothing else of it.',
    byHand: 'Say -smbios type=… in `args:`, which root alone may set.',
    inPart: true,
  },
  {
    at: ['devices.tpm'],
    message: 'The TPM of Proxmox VE is an emulated one at TIS, with its state on a storage.',
    byHand: 'Nothing is to be done: Windows 11 takes it.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['devices.filesystems'],
    message:
      'Directories are shared by virtiofs and a directory mapping of the cluster, whose name is the tag.',
    byHand: 'Use virtiofs (Proxmox VE 8.4 and later), or NFS between node and guest.',
  },
  {
    at: ['devices.serial', 'devices.parallel', 'devices.console'],
    message: 'A serial port of Proxmox VE is a socket, seen with `qm terminal`, or a device of the node.',
    byHand: args,
    inPart: true,
  },
  {
    at: [
      'devices.emulator',
      'seclabel',
      'more_seclabels',
      'id',
      'on_poweroff',
      'on_reboot',
      'on_crash',
      'on_lockfailure',
      'perf',
      'vcpu.placement',
      'keywrap',
      'idmap',
      'bootloader',
      'bootloader_args',
    ],
    message: 'This is for libvirt, or decided by Proxmox VE itself.',
    byHand: 'Nothing is to be done.',
    severity: 'advice',
  },
  {
    at: ['name'],
    message: 'A name is one of DNS there: letters, digits and dashes.',
    byHand: 'Name the VM otherwise.',
  },
  {
    at: ['title'],
    message: 'There is no title beside the name and the notes.',
    byHand: 'Put it into the description.',
    severity: 'advice',
  },
  {
    at: ['iothreads', 'iothreadids', 'defaultiothread', 'devices.disks.*.driver.iothread'],
    message: 'Each disk with iothread=1 has a thread of its own.',
    byHand: 'Nothing is to be done.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: [
      'os.boot',
      'devices.disks.*.boot',
      'devices.interfaces.*.boot',
      'devices.hostdevs.*.boot',
      'devices.redirdev.*.boot',
    ],
    message: 'The boot order names the devices that are tried, one after the other.',
    byHand: 'Say it in `boot: order=`.',
    severity: 'advice',
    inPart: true,
  },
  {
    at: ['launch_security'],
    message: 'Of encrypted memory only the kind goes over: the node works out the rest.',
    byHand: 'Look at the keys of amd-sev and intel-tdx.',
    inPart: true,
  },
  {
    at: ['qemu_arguments', 'qemu_environment', 'qemu_overrides'],
    message: 'Words of QEMU go into `args:` as they are; settings of single devices and variables do not.',
    byHand: args,
  },
]

const lack = lacksBy(reasons, { message: 'Proxmox VE has no word for this.', byHand: args })

/** @param placeOf from a place of the Domain to that of the design */
export function lackOf({ path, kind }: Difference, placeOf: (path: Path) => Path): Lack {
  return lack(path, placeOf, kind === 'changed')
}
