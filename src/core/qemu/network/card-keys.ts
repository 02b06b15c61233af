/** What network cards are called, and what QEMU calls their settings: for writing and for reading. */
import type { OptionValue, Pairs } from '../options.ts'
import type { OptionInHand } from '../read/option-in-hand.ts'

/** Cards that sit on the board: only the old `-net nic` fills them. libvirt: `qemuBuildLegacyNicStr`. */
export const soldered: ReadonlySet<string> = new Set(['lan9118', 'smc91c111'])

/** Cards that are a `-device`, as people's lines and libvirt's name them. */
export const cardNames: ReadonlySet<string> = new Set([
  'e1000',
  'e1000-82544gc',
  'e1000-82545em',
  'e1000e',
  'i82550',
  'i82551',
  'i82557a',
  'i82557b',
  'i82557c',
  'i82558a',
  'i82558b',
  'i82559a',
  'i82559b',
  'i82559c',
  'i82559er',
  'i82562',
  'i82801',
  'igb',
  'ne2k_isa',
  'ne2k_pci',
  'pcnet',
  'rtl8139',
  'spapr-vlan',
  'tulip',
  'usb-net',
  'vmxnet3',
])

export function isVirtio(model: string): boolean {
  return /^virtio(?:-|$)/i.test(model)
}

/** libvirt reads the names that it knows in small and in capital letters, and passes others on as they are. */
export function cardModel(model: string): string {
  const small = model.toLowerCase()
  return isVirtio(small) || cardNames.has(small) || soldered.has(small) ? small : model
}

/** Settings of a virtio card, by their name in the Domain's `driver`. */
export const driverKeys = {
  ioeventfd: 'ioeventfd',
  event_idx: 'event_idx',
  rss: 'rss',
  rss_hash_report: 'hash',
  iommu: 'iommu_platform',
  ats: 'ats',
  packed: 'packed',
  page_per_vq: 'page-per-vq',
} as const

/** Those that are numbers. */
export const driverSizes = { rx_queue_size: 'rx_queue_size', tx_queue_size: 'tx_queue_size' } as const

/** What the host may do in place of the guest's driver. */
export const hostKeys = {
  csum: 'csum',
  gso: 'gso',
  tso4: 'host_tso4',
  tso6: 'host_tso6',
  ecn: 'host_ecn',
  ufo: 'host_ufo',
  mrg_rxbuf: 'mrg_rxbuf',
} as const

/** What the guest takes from the host unfinished. */
export const guestKeys = {
  csum: 'guest_csum',
  tso4: 'guest_tso4',
  tso6: 'guest_tso6',
  ecn: 'guest_ecn',
  ufo: 'guest_ufo',
} as const

/** How packets are sent. */
export const txModes = { iothread: 'bh', timer: 'timer' } as const

type Settings<K extends string> = { readonly [key in K]?: OptionValue }

/** The settings under QEMU's names. */
export function keysFor<K extends string>(
  held: Settings<NoInfer<K>> | undefined,
  names: Readonly<Record<K, string>>,
): Pairs | undefined {
  if (held === undefined) return undefined
  const pairs: Record<string, OptionValue> = {}
  for (const key in names) {
    const value = held[key]
    if (value !== undefined) pairs[names[key]] = value
  }
  return pairs
}

/** The names of the settings that are said. */
export function saidKeys<K extends string>(
  held: Settings<NoInfer<K>> | undefined,
  names: Readonly<Record<K, string>>,
): K[] {
  const keys: K[] = []
  for (const key in names) if (held?.[key] !== undefined) keys.push(key)
  return keys
}

/** Takes what `keysFor` writes. QEMU takes an underscore for a dash where a property has one. */
export function takeKeys<K extends string>(
  option: OptionInHand,
  names: Readonly<Record<K, string>>,
): Partial<Record<K, boolean>> {
  const held: Partial<Record<K, boolean>> = {}
  for (const key in names) {
    const value = option.takeBoolean(
      names[key],
      names[key].replaceAll('_', '-'),
      names[key].replaceAll('-', '_'),
    )
    if (value !== undefined) held[key] = value
  }
  return held
}

/** The same for numbers. */
export function takeSizes<K extends string>(
  option: OptionInHand,
  names: Readonly<Record<K, string>>,
): Partial<Record<K, number>> {
  const held: Partial<Record<K, number>> = {}
  for (const key in names) {
    const value = option.takeNumber(names[key], names[key].replaceAll('_', '-'))
    if (value !== undefined) held[key] = value
  }
  return held
}
