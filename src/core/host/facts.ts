/**
 * HostFacts: what is known about the machine that a VM will run on. A JSON file of its own, apart from the design
 * (one host, many designs). Every key may be missing; what is missing is not known, and rules about it stay silent.
 */
import { z } from 'zod/mini'
import '../zod-settings.ts'
import { label, line, lines, path, pciAddressText, word } from './fact-forms.ts'
import { pciDeviceSchema } from './pci-device.ts'

const userName = z
  .string()
  .check(z.regex(/^[A-Za-z_][A-Za-z0-9_.@-]*$/, 'must be a user name of letters, digits and dashes'))
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i, 'must be a UUID'))
const macAddress = z.string().check(z.regex(/^[0-9a-f]{2}(?::[0-9a-f]{2})+$/i, 'must be a MAC address'))
const usbPort = z.string().check(z.regex(/^[\w.-]+$/, 'must be a port like 1-4.2'))
const interfaceName = z
  .string()
  .check(z.regex(/^[^\s/\p{Cc}]{1,15}$/u, 'must be the name of an interface, up to 15 letters'))
const cpuList = z.string().check(z.regex(/^[\d,\s-]*$/, 'must be a list of CPUs like 0-7,16-23'))
const count = z.int().check(z.minimum(0))
const version = z.string().check(z.regex(/^\d+(?:\.\d+)*$/, 'must be a version in numbers like 11.3.0'))
const hexId = z
  .string()
  .check(z.regex(/^[0-9a-f]{4}$/i, 'must be four hexadecimal digits like 046d'), z.toLowerCase())

/** A range of subordinate ids as /etc/subuid grants it: `start`, and how many from there. */
const idRangeSchema = z.strictObject({ start: count, count: z.int().check(z.minimum(1)) })

const userSchema = z.strictObject({
  name: z.exactOptional(userName),
  uid: z.exactOptional(count),
  gid: z.exactOptional(count),
  subuid: z.exactOptional(idRangeSchema),
  subgid: z.exactOptional(idRangeSchema),
})

/** One pair of UEFI firmware files that is on the host. */
const firmwareSchema = z.strictObject({
  /** The executable (CODE), an absolute path. */
  path,
  /** The variable store template (VARS) that belongs to it. */
  vars: path,
  /** True when it was built with Secure Boot and SMM. */
  secure: z._default(z.boolean(), false),
  /** The guest architecture; when missing it is told from the path, else it is the host's. */
  arch: z.exactOptional(word),
  format: z.exactOptional(z.enum(['raw', 'qcow2'])),
})

/** Templates of paths: `{name}` becomes the name of the VM, `{state_dir}` its filled-in state directory. */
const pathsSchema = z.strictObject({
  state_dir: z.exactOptional(path),
  disk: z.exactOptional(path),
  seed: z.exactOptional(path),
  nvram: z.exactOptional(path),
})

const usbDeviceSchema = z.strictObject({
  bus: z.exactOptional(count),
  device: z.exactOptional(count),
  /** The port chain as sysfs names it (`1-4.2`), which stays the same after a replug. */
  port: z.exactOptional(usbPort),
  vendor_id: hexId,
  product_id: hexId,
  name: z.exactOptional(label),
  serial: z.exactOptional(line),
  /** Whether it has a serial number at all: the probe says no more, since the number itself tells a person apart. */
  has_serial: z.exactOptional(z.boolean()),
  /** Class of the device, two hexadecimal digits; 09 is a hub, 00 says that the interfaces have their own. */
  class_code: z.exactOptional(
    z.string().check(z.regex(/^[0-9a-f]{2}$/i, 'must be two hexadecimal digits like 09')),
  ),
  /** The kernel driver of its first interface: usbhid, btusb. */
  driver: z.exactOptional(word),
})

/** A mediated device that is there. */
const mdevSchema = z.strictObject({
  uuid,
  type: z.exactOptional(word),
  /** The PCI function that it is a part of. */
  parent: z.exactOptional(pciAddressText),
  iommu_group: z.exactOptional(count),
})

/** How the host starts: what the kernel command line and the initramfs are made with. */
const bootSchema = z.strictObject({
  loader: z.exactOptional(z.enum(['grub', 'systemd-boot', 'limine', 'refind'])),
  initramfs: z.exactOptional(z.enum(['mkinitcpio', 'dracut', 'initramfs-tools', 'booster'])),
  /** True when the machine started by UEFI. */
  uefi: z.exactOptional(z.boolean()),
})

/** A pool of huge pages of one size. */
const hugePagesSchema = z.strictObject({
  size_kib: z.int().check(z.minimum(1)),
  total: count,
  free: z.exactOptional(count),
})

const numaNodeSchema = z.strictObject({
  node: count,
  /** CPUs as the kernel lists them: `0-7,16-23`. */
  cpus: z.exactOptional(cpuList),
  memory_kib: z.exactOptional(count),
  free_kib: z.exactOptional(count),
  huge_pages: z.exactOptional(z.array(hugePagesSchema)),
  /** To node 0, 1 …, 10 being the node itself. */
  distances: z.exactOptional(z.array(count)),
})

/** One logical CPU of the host: a hardware thread. Numbers are the kernel's own. */
const hostCpuSchema = z.strictObject({
  cpu: count,
  socket: z.exactOptional(count),
  die: z.exactOptional(count),
  /** Unique in the socket; threads of one core have the same. */
  core: z.exactOptional(count),
  node: z.exactOptional(count),
  /** Which cache of that level it uses: CPUs with the same number share it. */
  l2: z.exactOptional(count),
  l3: z.exactOptional(count),
  /** Cores of one processor may differ: `performance` and `efficiency`. */
  kind: z.exactOptional(z.enum(['performance', 'efficiency'])),
  online: z.exactOptional(z.boolean()),
  max_mhz: z.exactOptional(count),
})

const cpuSchema = z.strictObject({
  /** As /proc/cpuinfo says it: AMD Ryzen 9 5950X 16-Core Processor. */
  model: z.exactOptional(line),
  /** Flags of /proc/cpuinfo. */
  flags: z.exactOptional(z.array(word)),
  /** Nested virtualisation, as the module of KVM has it. */
  nested: z.exactOptional(z.boolean()),
  l3_kib: z.exactOptional(count),
  /** One for each logical CPU. */
  threads: z.exactOptional(z.array(hostCpuSchema)),
})

const kernelSchema = z.strictObject({
  release: z.exactOptional(line),
  command_line: z.exactOptional(line),
})

/** A program that has to run beside the guest. */
const programSchema = z.strictObject({
  path,
  version: z.exactOptional(line),
})

/** A disk or partition of the host. */
const blockDeviceSchema = z.strictObject({
  /** The name that stays: /dev/disk/by-id/… */
  path,
  /** The kernel's name: nvme0n1. */
  name: z.exactOptional(word),
  size_bytes: z.exactOptional(count),
  model: z.exactOptional(label),
  /** The address of the PCI function it hangs on. */
  pci: z.exactOptional(pciAddressText),
  /** Where it or a partition of it is mounted. */
  mounts: z.exactOptional(z.array(path)),
})

const networkDeviceSchema = z.strictObject({
  name: interfaceName,
  /** bridge, or what a bridge or macvtap may be put on. */
  kind: z.enum(['bridge', 'ethernet', 'wireless', 'bond', 'vlan', 'tap', 'other']),
  /** The bridge that it is a port of. */
  bridge: z.exactOptional(interfaceName),
  pci: z.exactOptional(pciAddressText),
  mac: z.exactOptional(macAddress),
  /** True when the host's default route goes through it. */
  default_route: z.exactOptional(z.boolean()),
})

/** A network or storage pool of libvirt's. */
const libvirtObjectSchema = z.strictObject({
  name: line,
  active: z.exactOptional(z.boolean()),
  autostart: z.exactOptional(z.boolean()),
  /** The bridge of a network, the directory of a pool. */
  at: z.exactOptional(line),
})

/** What a QEMU for one architecture can do, as `virsh domcapabilities` says it. */
const emulatorSchema = z.strictObject({
  arch: word,
  path: z.exactOptional(path),
  /** Names and aliases of machines. */
  machines: z.exactOptional(z.array(word)),
  /**
   * By the part of domcapabilities and the enum in it, without its `Type`: `video` → virtio, vga …; `graphics`,
   * `disk.bus`, `tpm.model`, `tpm.backendModel`, `filesystem.driver`, `interface.backend`, `os.firmware`.
   */
  words: z.exactOptional(z.record(z.string(), z.array(z.string()))),
  /** Names of CPU models that run here. */
  cpu_models: z.exactOptional(z.array(word)),
  /** The most vCPUs of its default machine, `<vcpu max='4096'/>` of domcapabilities. */
  max_vcpus: z.exactOptional(z.int().check(z.minimum(1))),
  /** Accelerators: kvm, qemu. */
  domain_types: z.exactOptional(z.array(word)),
})

/** The shape of a HostFacts file. Unknown keys are errors. */
export const hostFactsSchema = z.strictObject({
  /** As `uname -m` prints it: x86_64, aarch64, riscv64. */
  arch: z.exactOptional(word),
  /** ID of /etc/os-release: arch, debian, fedora. */
  distro: z.exactOptional(word),
  /** VERSION_ID of /etc/os-release: 12, 24.04; rolling distributions have none. */
  distro_version: z.exactOptional(word),
  /** vendor_id of /proc/cpuinfo: GenuineIntel, AuthenticAMD. */
  cpu_vendor: z.exactOptional(line),
  libvirt: z.exactOptional(version),
  qemu: z.exactOptional(version),
  /** qemu:///session or qemu:///system. */
  connection: z.exactOptional(z.enum(['session', 'system'])),
  user: z.exactOptional(userSchema),
  ssh_public_key: z.exactOptional(lines),
  firmware: z.exactOptional(z.array(firmwareSchema)),
  paths: z.exactOptional(pathsSchema),
  pci: z.exactOptional(z.array(pciDeviceSchema)),
  /** Group of a PCI function, out of sysfs or dmesg, which know no ids; `mergeHostFacts` puts the groups into `pci`. */
  pci_groups: z.exactOptional(z.array(z.strictObject({ address: pciAddressText, iommu_group: count }))),
  usb: z.exactOptional(z.array(usbDeviceSchema)),
  /** Port of a USB device number, out of `lsusb -t`, which knows no ids; `mergeHostFacts` puts the ports into `usb`. */
  usb_ports: z.exactOptional(z.array(z.strictObject({ bus: count, device: count, port: usbPort }))),
  mdevs: z.exactOptional(z.array(mdevSchema)),
  numa: z.exactOptional(z.array(numaNodeSchema)),
  /** Where hugetlbfs is mounted, with the size of its pages. */
  hugetlbfs: z.exactOptional(
    z.array(z.strictObject({ path, size_kib: z.exactOptional(z.int().check(z.minimum(1))) })),
  ),
  kernel: z.exactOptional(kernelSchema),
  boot: z.exactOptional(bootSchema),
  cpu: z.exactOptional(cpuSchema),
  /** True when the IOMMU is on: there are groups. */
  iommu: z.exactOptional(z.boolean()),
  /** Device nodes of graphics cards for rendering: /dev/dri/renderD128. */
  render_nodes: z.exactOptional(z.array(z.strictObject({ path, pci: z.exactOptional(pciAddressText) }))),
  block_devices: z.exactOptional(z.array(blockDeviceSchema)),
  network_devices: z.exactOptional(z.array(networkDeviceSchema)),
  networks: z.exactOptional(z.array(libvirtObjectSchema)),
  pools: z.exactOptional(z.array(libvirtObjectSchema)),
  emulators: z.exactOptional(z.array(emulatorSchema)),
  /** Programs beside QEMU; null when it is not installed. */
  programs: z.exactOptional(z.record(z.string(), z.nullable(programSchema))),
  /** Bridges that /etc/qemu/bridge.conf lets a session use; `all` is every bridge. */
  bridge_allowed: z.exactOptional(z.array(word)),
  /** Names of the person's groups. */
  groups: z.exactOptional(z.array(line)),
  /** How much memory the person's programs may lock; null for no limit. */
  memlock_kib: z.exactOptional(z.nullable(count)),
  /** The security module that confines QEMU. */
  confinement: z.exactOptional(z.enum(['apparmor', 'selinux', 'none'])),
  /** True when /dev/kvm is there and the person may use it. */
  kvm: z.exactOptional(z.boolean()),
  /** What could not be read, with the reason: `iommu groups: permission denied`. */
  unread: z.exactOptional(z.array(z.string())),
})

/** What is known about the host; inferred from the schema, so that no field is written down twice. */
export type HostFacts = Readonly<z.output<typeof hostFactsSchema>>

/** One firmware pair of the host. */
export type HostFirmware = Readonly<z.output<typeof firmwareSchema>>

/** A range of subordinate ids. */
export type IdRange = Readonly<z.output<typeof idRangeSchema>>

/** One logical CPU of the host. */
export type HostCpu = Readonly<z.output<typeof hostCpuSchema>>

/** One NUMA node of the host. */
export type HostNumaNode = Readonly<z.output<typeof numaNodeSchema>>

/** One network device of the host. */
export type HostNetworkDevice = Readonly<z.output<typeof networkDeviceSchema>>

/** One disk or partition of the host. */
export type HostBlockDevice = Readonly<z.output<typeof blockDeviceSchema>>

/** What the QEMU for one architecture can do on the host. */
export type HostEmulator = Readonly<z.output<typeof emulatorSchema>>

/** A mediated device of the host. */
export type HostMdev = Readonly<z.output<typeof mdevSchema>>

/** One USB device of the host. */
export type UsbDevice = Readonly<z.output<typeof usbDeviceSchema>>

/** The host when nobody said anything: a PC, paths below the home, no id ranges; resolve chooses the connection. */
export const defaultHost = {
  arch: 'x86_64',
  paths: {
    state_dir: '~/.local/share/vmwright/{name}',
    disk: '{state_dir}/disk.qcow2',
    seed: '{state_dir}/seed.iso',
    nvram: '{state_dir}/{name}_VARS.fd',
  },
} as const satisfies HostFacts
