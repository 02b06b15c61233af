/** Why a part of the machine beside its devices does not go over. */
import { noWork, type Reason } from '../../reason.ts'
import { byPlugin } from './by-plugin.ts'

/** The first that fits counts. */
export const machineReasons: readonly Reason[] = [
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
    byHand: byPlugin,
    inPart: true,
  },
  {
    at: ['cpu.check', 'cpu.match', 'cpu.migratable', 'cpu.deprecated_features', 'cpu.vendor'],
    message: 'How the processor is compared is for the cluster, which looks for a node that has it.',
    byHand: noWork,
    severity: 'advice',
  },
  {
    at: ['cpu.cache', 'cpu.maxphysaddr'],
    message: 'KubeVirt has no word for this of the processor.',
    byHand: byPlugin,
  },
  {
    at: ['memory_backing.source', 'memory_backing.access', 'memory_backing.allocation'],
    message: 'KubeVirt shares the memory of a VM by itself when it has virtiofs, and not otherwise.',
    byHand: byPlugin,
    severity: 'advice',
  },
  {
    at: ['memory_backing.hugepages'],
    message: 'Huge pages are of one size, 2Mi or 1Gi.',
    byHand: 'Take one of the two for all memory.',
  },
  { at: ['memory_backing'], message: 'KubeVirt has no word for how memory is kept.', byHand: byPlugin },
  {
    at: ['current_memory'],
    message: 'A guest has all of its memory from the start.',
    byHand: 'Let the pod ask for less: domain.resources.requests.memory, with overcommit.',
    severity: 'advice',
  },
  {
    at: ['max_memory'],
    message: 'maxGuest is the most memory; the slots for it are KubeVirt’s.',
    byHand: noWork,
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
    byHand: byPlugin,
  },
  {
    at: ['features'],
    message: 'KubeVirt has no word for this feature.',
    byHand: byPlugin,
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
]
