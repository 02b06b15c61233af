/** The PCI functions of the host that the design gives to the guest. */
import type { Fix, Path } from '../../finding.ts'
import { formatPciAddress, type PciDevice, pciAddressFromParts, pciAddressParts } from '../../host/index.ts'
import { devicesOf } from './devices.ts'
import type { RuleContext } from './rule.ts'

export interface GivenFunction {
  /** Of the hostdev or interface in the Domain. */
  readonly path: Path
  /** `0000:01:00.0` */
  readonly address: string
  /** What the host knows of it. */
  readonly device: PciDevice | undefined
}

const given = new WeakMap<RuleContext, readonly GivenFunction[]>()

/** Host devices and interfaces of type hostdev with an address that can be read; many rules ask, and it is made once. */
export function givenFunctions(context: RuleContext): readonly GivenFunction[] {
  const held = given.get(context)
  if (held !== undefined) return held
  const made = functionsGivenIn(context)
  given.set(context, made)
  return made
}

function functionsGivenIn(context: RuleContext): GivenFunction[] {
  const known = new Map((context.host?.pci ?? []).map((one) => [formatPciAddress(one.address), one]))
  const hostdevs = devicesOf(context, 'hostdevs').filter(({ item }) => item.type === 'pci')
  const cards = devicesOf(context, 'interfaces').filter(({ item }) => item.type === 'hostdev')
  return [...hostdevs, ...cards].flatMap(({ item, path }) => {
    const { domain = '0x0000', bus, slot, function: fn } = item.source ?? {}
    if (bus === undefined || slot === undefined || fn === undefined) return []
    const { address } = pciAddressFromParts({ domain, bus, slot, function: fn })
    if (address === undefined) return []
    const text = formatPciAddress(address)
    return [{ path, address: text, device: known.get(text) }]
  })
}

/** Functions added to the host devices of the design. */
export function giveFix(context: RuleContext, title: string, devices: readonly PciDevice[]): Fix {
  const list = context.spec.libvirt?.devices?.hostdevs?.length ?? 0
  return {
    title,
    changes: devices.map((one, index) => ({
      path: ['libvirt', 'devices', 'hostdevs', list + index],
      value: { mode: 'subsystem', type: 'pci', managed: 'yes', source: pciAddressParts(one.address) },
    })),
  }
}

/** Drivers that leave a group viable: vfio_dev_driver_allowed of the kernel. */
const harmlessDrivers: ReadonlySet<string> = new Set(['vfio-pci', 'pci-stub', 'pcieport'])

/** True when the host drives the function with what keeps its group from going to a guest. */
export function isHeldByHost({ driver }: PciDevice): boolean {
  return driver !== undefined && !harmlessDrivers.has(driver)
}

/** `01:00.0 GeForce GTX 660` */
export function nameOf({ address, name, class_name: kind }: PciDevice): string {
  return `${formatPciAddress(address)} ${name || kind || 'function'}`
}
