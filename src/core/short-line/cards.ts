/** A network and its card as one `-nic`. */
import type { Step } from './line.ts'
import { driverOf, hasOnly, made, type Piece, usesOf, valueFor } from './pieces.ts'

const virtio = 'virtio-net-pci'

/** Cards that a board makes of `-nic`. QEMU, `pci_init_nic_devices`. */
const models = new Set([virtio, 'e1000', 'e1000e', 'igb', 'rtl8139', 'vmxnet3', 'pcnet', 'ne2k_pci'])

export const networkCards: Step = {
  what: 'network cards',
  source: 'qemu-options.hx, -nic: -netdev and -device in one, since 2.12',
  shorten: ({ pieces, machine }) => {
    if (machine.root === undefined) return pieces
    let shorter = pieces
    for (const card of pieces) {
      const netdev = netdevOf(pieces, card)
      const nic = netdev && nicOf(netdev, card)
      if (nic !== undefined)
        shorter = shorter.flatMap((piece) => (piece === netdev ? [nic] : piece === card ? [] : [piece]))
    }
    return shorter
  },
}

function netdevOf(pieces: readonly Piece[], card: Piece): Piece | undefined {
  const id = models.has(driverOf(card) ?? '') ? valueFor(card, 'netdev') : undefined
  const isWhole = hasOnly(card, ['driver', 'netdev', 'mac', 'id'])
  if (id === undefined || !isWhole || usesOf(pieces, id) !== 1) return undefined
  return pieces.find(
    (piece) => piece.option === 'netdev' && piece.isFixed !== true && valueFor(piece, 'id') === id,
  )
}

function nicOf({ pairs, path }: Piece, card: Piece): Piece | undefined {
  const [type, ...rest] = pairs
  const mac = valueFor(card, 'mac')
  // A virtio card of -nic has no MSI-X (`qdev_set_nic_properties` takes no number for none), which vhost can't do without.
  if (type?.[0] !== 'type' || (driverOf(card) === virtio && type[1] !== 'user')) return undefined
  return made('nic', path, 'type', [
    type,
    ['model', driverOf(card) ?? ''],
    ...(mac === undefined ? [] : [['mac', mac] as const]),
    ...rest.filter(([key]) => key !== 'id'),
  ])
}
