/** The whole machine: everything said, nothing implied. Order as libvirt prints it. Manual: Domain XML format. */
import {
  anyText,
  at,
  attribute,
  child,
  cpuSet,
  element,
  further,
  hostPath,
  integer,
  list,
  maps,
  oneOf,
  onOff,
  positiveInt,
  short,
  sized,
  sizedText,
  text,
  textLike,
  uuid,
  uuidOrNone,
  type Value,
  wholeNumber,
  yesNo,
} from '../table/index.ts'
import { blkiotune, throttlegroups } from './block-limits.ts'
import { channel, console, parallel, serial } from './chardev.ts'
import { clock, cpu } from './cpu.ts'
import { disk } from './disk.ts'
import { audio, graphics, sound, video } from './display.ts'
import { features } from './features.ts'
import { networkInterface } from './interface.ts'
import { memoryDevice } from './memory-device.ts'
import { os, sysinfo } from './os.ts'
import { filesystem, hostdev } from './passthrough.ts'
import {
  controller,
  hub,
  input,
  iommu,
  memballoon,
  panic,
  redirdev,
  redirfilter,
  rng,
  shmem,
  smartcard,
  tpm,
  usbController,
  vsock,
  watchdog,
} from './peripherals.ts'
import { qemuArguments } from './qemu-arguments.ts'
import { idMap, keywrap, launchSecurity, resource, seclabel } from './security.ts'
import { crypto, lease, nvram, pstore } from './small-devices.ts'
import { defaultIothread, iothreads, mostIoThreads, perfEvents, vcpus } from './threads.ts'
import { cputune, memoryBacking, memtune, numatune } from './tuning.ts'

export const devices = {
  emulator: element('emulator', hostPath, { help: 'QEMU binary; libvirt finds it by itself.' }),
  disks: list('disk', disk, { help: 'Disks beside the root disk, cdroms and floppies.' }),
  usb: maps(usbController, {
    label: 'USB controllers',
    help: 'USB controllers of the guest.',
    becomes: "<controller type='usb'>",
  }),
  controllers: list('controller', controller, { help: 'Controllers; libvirt adds what the devices need.' }),
  filesystems: list('filesystem', filesystem, {
    label: 'Shares',
    help: 'Directories of the host seen in the guest.',
  }),
  interfaces: list('interface', networkInterface, { help: 'Network interfaces beside the first one.' }),
  smartcard: list('smartcard', smartcard, { label: 'Smartcards', help: 'Smartcard readers.' }),
  serial: list('serial', serial, { label: 'Serial ports', help: 'Serial ports of the guest.' }),
  parallel: list('parallel', parallel, { label: 'Parallel ports', help: 'Parallel ports of the guest.' }),
  console: list('console', console, { label: 'Consoles', help: 'Text consoles of the guest.' }),
  channels: list('channel', channel, { help: 'Lines between host and guest: the agents.' }),
  inputs: list('input', input, { help: 'Keyboard, mouse, tablet.' }),
  tpm: list('tpm', tpm, { label: 'TPM', help: 'Security chip; Windows 11 wants 2.0.' }),
  graphics: list('graphics', graphics, { label: 'Displays', help: 'How the screen is seen from outside.' }),
  sound: list('sound', sound, { label: 'Sound cards', help: 'Sound cards of the guest.' }),
  audio: list('audio', audio, { label: 'Audio backends', help: 'Where sound goes on the host.' }),
  video: list('video', video, { label: 'Video cards', help: 'Video cards of the guest.' }),
  hostdevs: list('hostdev', hostdev, { label: 'Host devices', help: 'Real hardware given to the guest.' }),
  redirdev: list('redirdev', redirdev, {
    label: 'USB redirection',
    help: 'USB devices handed in by the viewer.',
  }),
  redirfilter: child('redirfilter', redirfilter, {
    label: 'USB redirection filter',
    help: 'Which USB devices may be handed in.',
  }),
  hub: list('hub', hub, { label: 'USB hubs', help: 'USB hubs of the guest.' }),
  watchdog: list('watchdog', watchdog, { label: 'Watchdogs', help: 'Acts when the guest stops answering.' }),
  memballoon: child('memballoon', memballoon, {
    label: 'Memory balloon',
    help: 'Lets the host take memory back while the guest runs.',
  }),
  rng: list('rng', rng, { label: 'Random numbers', help: 'Entropy from the host.' }),
  panic: list('panic', panic, { label: 'Panic devices', help: 'The guest can say that it crashed.' }),
  shmem: list('shmem', shmem, {
    label: 'Shared memory',
    help: 'Memory shared with other programs (Looking Glass).',
  }),
  memory: list('memory', memoryDevice, {
    label: 'Memory devices',
    help: 'Memory that can be plugged in and out, and persistent memory.',
    since: '1.2.14',
  }),
  nvram: child('nvram', nvram, {
    label: 'NVRAM device',
    help: 'Where pSeries firmware keeps its variables.',
  }),
  crypto: list('crypto', crypto, {
    label: 'Crypto devices',
    help: 'Ciphers that the host works out.',
    since: '9.0.0',
  }),
  pstore: child('pstore', pstore, {
    label: 'Persistent store',
    help: 'Where a dying kernel leaves its last words.',
    since: '10.6.0',
  }),
  leases: list('lease', lease, { help: 'Leases of a lock manager that the VM needs.', since: '1.0.5' }),
  iommu: child('iommu', iommu, { label: 'IOMMU', help: 'The IOMMU that the guest sees.' }),
  more_iommus: further('iommu', iommu, {
    label: 'Other IOMMUs',
    help: 'Others, each for a PCI bus of its own.',
  }),
  vsock: child('vsock', vsock, { help: 'Sockets between host and guest without a network.' }),
} as const

const action = oneOf('destroy', 'restart', 'preserve', 'rename-restart')

export const domain = {
  type: attribute(
    'type',
    oneOf(
      'kvm',
      'qemu',
      'xen',
      'lxc',
      'vbox',
      'vmware',
      'test',
      'hvf',
      'bhyve',
      'vz',
      'openvz',
      'hyperv',
      'kqemu',
      'uml',
      'phyp',
    ),
    {
      help: 'kvm runs on the processor, qemu emulates it.',
      default: 'kvm',
    },
  ),
  id: attribute('id', wholeNumber, {
    help: 'Number of a running VM, as libvirt reports it; it ignores it here.',
  }),
  name: element('name', anyText, { help: 'Name of the VM.', required: true }),
  uuid: element('uuid', uuidOrNone, {
    label: 'UUID',
    help: 'libvirt makes one when it is not said, or is empty.',
  }),
  hwuuid: element('hwuuid', uuid, {
    label: 'Hardware UUID',
    help: 'The UUID that the guest’s hardware names, when it is to be another one.',
    since: '11.7.0',
  }),
  genid: element('genid', textLike(/^([0-9a-fA-F-]{32,36})?$/, 'a UUID, or nothing for a new one'), {
    label: 'Generation id',
    help: 'A UUID that changes when the VM is restored or copied; with nothing in it libvirt makes one.',
    since: '4.4.0',
  }),
  title: element('title', anyText, { help: 'A short title.' }),
  description: element('description', anyText, { help: 'What the VM is for.' }),
  max_memory: child(
    'maxMemory',
    {
      slots: attribute('slots', integer({ minimum: 0, maximum: 256 }), { help: 'Slots for memory devices.' }),
      value: sizedText({ help: 'Most memory.' }),
    },
    { help: 'What hotplugged memory may reach.', since: '1.2.14' },
  ),
  memory: short(
    'memory',
    'value',
    {
      dump_core: attribute('dumpCore', onOff, {
        label: 'In core dumps',
        help: 'Whether a dump of QEMU holds the guest’s memory.',
      }),
      value: sizedText({ help: 'Memory of the guest.' }),
    },
    { help: 'Memory of the guest; vm.yml says it as `ram`.' },
  ),
  current_memory: sized('currentMemory', {
    help: 'What the guest has at the start; less than all with the balloon.',
  }),
  memory_backing: child('memoryBacking', memoryBacking, {
    label: 'Memory backing',
    help: 'What guest memory is made of.',
  }),
  blkiotune,
  memtune: child('memtune', memtune, { label: 'Memory limits', help: 'Limits on the host.' }),
  numatune: child('numatune', numatune, {
    label: 'NUMA tuning',
    help: 'Which host nodes the memory comes from.',
  }),
  vcpu: short(
    'vcpu',
    'value',
    {
      placement: attribute('placement', oneOf('static', 'auto'), { help: 'auto asks numad where to run.' }),
      cpuset: attribute('cpuset', cpuSet, {
        label: 'Host CPUs',
        help: 'Host CPUs for all vCPUs without a pin of their own.',
      }),
      current: attribute('current', positiveInt, {
        label: 'At the start',
        help: 'vCPUs at the start; the rest can be plugged in.',
      }),
      value: text(positiveInt, { help: 'Number of vCPUs.' }),
    },
    { label: 'vCPUs', help: 'Number of vCPUs; vm.yml says it as `cpu`.' },
  ),
  vcpus,
  iothreads: element('iothreads', integer({ minimum: 0, maximum: mostIoThreads }), {
    label: 'I/O threads',
    help: 'Threads that serve disks beside the emulator.',
  }),
  iothreadids: iothreads,
  defaultiothread: defaultIothread,
  cputune: child('cputune', cputune, { label: 'CPU tuning', help: 'Pinning, weights and quotas.' }),
  resource: child('resource', resource, { help: 'cgroup and fabric.' }),
  sysinfo: child('sysinfo', sysinfo, {
    label: 'System information',
    help: 'How the guest’s SMBIOS names maker, product and serial.',
  }),
  more_sysinfo: further('sysinfo', sysinfo, {
    label: 'Other system information',
    help: 'Firmware configuration beside SMBIOS, or the other way round.',
  }),
  bootloader: element('bootloader', hostPath, { help: 'Boot loader on the host (Xen, bhyve).' }),
  bootloader_args: element('bootloader_args', anyText, {
    label: 'Boot loader arguments',
    help: 'Its arguments.',
  }),
  os: child('os', os, { label: 'Boot', help: 'What boots and how.' }),
  features: child('features', features, { help: 'Hypervisor features.' }),
  cpu: child('cpu', cpu, { label: 'CPU', help: 'The processor that the guest sees.' }),
  clock: child('clock', clock, { help: 'The guest’s clock and timers.' }),
  on_poweroff: element('on_poweroff', action, {
    help: 'When the guest switches itself off.',
    default: 'destroy',
  }),
  on_reboot: element('on_reboot', action, { help: 'When the guest reboots.', default: 'restart' }),
  on_crash: element(
    'on_crash',
    oneOf(
      'destroy',
      'restart',
      'preserve',
      'rename-restart',
      'coredump-destroy',
      'coredump-restart',
      'preserve-running',
    ),
    { help: 'When the guest crashes.', default: 'destroy' },
  ),
  on_lockfailure: element('on_lockfailure', oneOf('poweroff', 'restart', 'pause', 'ignore'), {
    help: 'When a disk lock is lost.',
  }),
  pm: child(
    'pm',
    {
      suspend_to_mem: at('suspend-to-mem', attribute('enabled', yesNo, { help: 'The guest may sleep.' })),
      suspend_to_disk: at(
        'suspend-to-disk',
        attribute('enabled', yesNo, { help: 'The guest may hibernate.' }),
      ),
    },
    { label: 'Power management', help: 'Which sleep the guest may do.' },
  ),
  perf: perfEvents,
  idmap: child('idmap', idMap, {
    label: 'Id map',
    help: 'Which ids in a container become which host ids.',
    since: '1.1.1',
  }),
  throttlegroups,
  iommufd: child(
    'iommufd',
    {
      enabled: attribute('enabled', yesNo, { help: 'All passed-through devices use it.' }),
      fdgroup: attribute('fdgroup', anyText, {
        label: 'File descriptor group',
        help: 'An open file descriptor that a program handed to libvirt under this name.',
      }),
    },
    { label: 'IOMMUFD', help: 'The newer interface of the kernel for passed-through devices.' },
  ),
  devices: child('devices', devices, { help: 'All devices.' }),
  seclabel: child('seclabel', seclabel, { label: 'Security label', help: 'SELinux, AppArmor or DAC label.' }),
  more_seclabels: further('seclabel', seclabel, {
    label: 'Other security labels',
    help: 'Labels of the other security drivers.',
  }),
  keywrap,
  launch_security: child('launchSecurity', launchSecurity, { help: 'Memory encrypted against the host.' }),
  ...qemuArguments,
} as const

/** One VM as libvirt takes it. */
export interface Domain extends Value<typeof domain> {}
