/**
 * HostFacts: what is known about the machine that a VM will run on. A JSON file of its own, apart from the design
 * (one host, many designs). Every key may be missing; what is missing is not known, and rules about it stay silent.
 */
import { z } from 'zod'
import { pciDeviceSchema } from './pci-device.ts'

const text = z.string().min(1, 'must not be empty')
const count = z.int().min(0)
const version = z.string().regex(/^\d+(?:\.\d+)*$/, 'must be a version in numbers like 11.3.0')
const hexId = z
  .string()
  .regex(/^[0-9a-f]{4}$/i, 'must be four hexadecimal digits like 046d')
  .toLowerCase()

/** A range of subordinate ids as /etc/subuid grants it: `start`, and how many from there. */
const idRangeSchema = z.strictObject({ start: count, count: z.int().min(1) })

const userSchema = z.strictObject({
  name: z.exactOptional(text),
  uid: z.exactOptional(count),
  gid: z.exactOptional(count),
  subuid: z.exactOptional(idRangeSchema),
  subgid: z.exactOptional(idRangeSchema),
})

/** One pair of UEFI firmware files that is on the host. */
const firmwareSchema = z.strictObject({
  /** The executable (CODE), an absolute path. */
  path: text,
  /** The variable store template (VARS) that belongs to it. */
  vars: text,
  /** True when it was built with Secure Boot and SMM. */
  secure: z.boolean().default(false),
  /** The guest architecture; when missing it is told from the path, else it is the host's. */
  arch: z.exactOptional(text),
  format: z.exactOptional(z.enum(['raw', 'qcow2'])),
})

/** Templates of paths: `{name}` becomes the name of the VM, `{state_dir}` its filled-in state directory. */
const pathsSchema = z.strictObject({
  state_dir: z.exactOptional(text),
  disk: z.exactOptional(text),
  seed: z.exactOptional(text),
  nvram: z.exactOptional(text),
})

const usbDeviceSchema = z.strictObject({
  bus: z.exactOptional(count),
  device: z.exactOptional(count),
  /** The port chain as sysfs names it (`1-4.2`), which stays the same after a replug. */
  port: z.exactOptional(text),
  vendor_id: hexId,
  product_id: hexId,
  name: z.exactOptional(z.string()),
  serial: z.exactOptional(text),
})

const numaNodeSchema = z.strictObject({
  node: count,
  /** CPUs as the kernel lists them: `0-7,16-23`. */
  cpus: z.exactOptional(z.string()),
  memory_kib: z.exactOptional(count),
})

/** The shape of a HostFacts file. Unknown keys are errors. */
export const hostFactsSchema = z.strictObject({
  /** As `uname -m` prints it: x86_64, aarch64, riscv64. */
  arch: z.exactOptional(text),
  /** ID of /etc/os-release: arch, debian, fedora. */
  distro: z.exactOptional(text),
  /** vendor_id of /proc/cpuinfo: GenuineIntel, AuthenticAMD. */
  cpu_vendor: z.exactOptional(text),
  libvirt: z.exactOptional(version),
  qemu: z.exactOptional(version),
  /** qemu:///session or qemu:///system. */
  connection: z.exactOptional(z.enum(['session', 'system'])),
  user: z.exactOptional(userSchema),
  ssh_public_key: z.exactOptional(text),
  firmware: z.exactOptional(z.array(firmwareSchema)),
  paths: z.exactOptional(pathsSchema),
  pci: z.exactOptional(z.array(pciDeviceSchema)),
  usb: z.exactOptional(z.array(usbDeviceSchema)),
  numa: z.exactOptional(z.array(numaNodeSchema)),
})

/** What is known about the host; inferred from the schema, so that no field is written down twice. */
export type HostFacts = Readonly<z.output<typeof hostFactsSchema>>

/** One firmware pair of the host. */
export type HostFirmware = Readonly<z.output<typeof firmwareSchema>>

/** A range of subordinate ids. */
export type IdRange = Readonly<z.output<typeof idRangeSchema>>

/** One USB device of the host. */
export type UsbDevice = Readonly<z.output<typeof usbDeviceSchema>>

/** The host when nobody said anything: a PC, a session connection, paths below the home, no id ranges. */
export const defaultHost = {
  arch: 'x86_64',
  connection: 'session',
  paths: {
    state_dir: '~/.local/share/vmwright/{name}',
    disk: '{state_dir}/disk.qcow2',
    seed: '{state_dir}/seed.iso',
    nvram: '{state_dir}/{name}_VARS.fd',
  },
} as const satisfies HostFacts
