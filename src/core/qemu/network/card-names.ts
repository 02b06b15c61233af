/** What network cards are called: for writing and for reading. */

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
