/** One PCI function of the host: as HostFacts carry it and as the readers of listings give it. */
import { z } from 'zod/mini'
import '../zod-settings.ts'
import { label, word } from './fact-forms.ts'
import { type PciAddress, parsePciAddress, pciRanges } from './pci-address.ts'

const part = (max: number) => z.int().check(z.minimum(0), z.maximum(max))

/** In a file an address is text (`0000:01:00.0`); the four numbers are read as well, since that is how one is kept. */
const addressSchema = z.pipe(
  z.union([
    z.string(),
    z.strictObject({
      domain: part(pciRanges.domain.max),
      bus: part(pciRanges.bus.max),
      slot: part(pciRanges.slot.max),
      function: part(pciRanges.function.max),
    }),
  ]),
  z.transform((value, context): PciAddress => {
    const address = typeof value === 'string' ? parsePciAddress(value) : value
    if (address !== undefined) return address
    context.issues.push({ code: 'custom', message: 'must be a PCI address like 0000:01:00.0', input: value })
    return z.NEVER
  }),
)

const id = z
  .string()
  .check(z.regex(/^[0-9a-f]{4}$/i, 'must be four hexadecimal digits like 10de'), z.toLowerCase())

/** The shape of one PCI function. Unknown keys are errors. */
export const pciDeviceSchema = z.strictObject({
  address: addressSchema,
  /** Class and subclass, four hexadecimal digits: 0300 is a VGA controller. Source: pci.ids. */
  class_code: id,
  /** The class in words, as lspci prints it. */
  class_name: z._default(z.string(), ''),
  /** Vendor and device in words, as lspci prints them. */
  name: z._default(z.string(), ''),
  vendor_id: id,
  device_id: id,
  /** Two hexadecimal digits; `ff` is what a function answers that is powered down. */
  revision: z.exactOptional(word),
  /** The number below /sys/kernel/iommu_groups; missing when the listing had none or the IOMMU is off. */
  iommu_group: z.exactOptional(z.int().check(z.minimum(0))),
  /** The kernel driver in use; missing when not known or none. */
  driver: z.exactOptional(word),
  /** Kernel modules that could drive it. */
  modules: z.exactOptional(z.array(word)),
  subsystem: z.exactOptional(z.string()),
  numa_node: z.exactOptional(z.int().check(z.minimum(0))),
  /** How it can be reset, as sysfs names it: flr, pm, bus, device_specific; empty when it can't be. */
  reset_methods: z.exactOptional(z.array(word)),
  /** True for the card that the firmware draws on. */
  boot_vga: z.exactOptional(z.boolean()),
  /** SR-IOV: how many virtual functions there may be, and how many there are. */
  sriov: z.exactOptional(
    z.strictObject({
      most: z.int().check(z.minimum(0)),
      now: z.int().check(z.minimum(0)),
      vfs: z.exactOptional(z.array(addressSchema)),
    }),
  ),
  /** The physical function that this virtual one belongs to. */
  physical_function: z.exactOptional(addressSchema),
  /** Kinds of mediated device that it offers, with how many more of each there may be. */
  mdev_types: z.exactOptional(
    z.array(
      z.strictObject({
        type: word,
        name: z.exactOptional(label),
        available: z.exactOptional(z.int().check(z.minimum(0))),
      }),
    ),
  ),
  /** What the host uses it for, which it loses: `mounted at /`, `default route`, `display`. */
  in_use: z.exactOptional(z.array(z.string())),
})

/** One PCI function of the host. */
export type PciDevice = Readonly<z.output<typeof pciDeviceSchema>>
