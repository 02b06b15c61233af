import type { Devices, Item } from '../../domain/index.ts'

/** The same for one device of the host however its numbers are spelled; undefined where it is not said which. */
export function hostdevIdentity({ type, source }: Item<Devices['hostdevs']>): string | undefined {
  if (source === undefined) return undefined
  if (type === 'pci') {
    const { domain = '0', bus, slot, function: fn } = source
    if (bus === undefined || slot === undefined || fn === undefined) return undefined
    return `pci ${[domain, bus, slot, fn].map((part) => Number.parseInt(part.replace(/^0x/i, ''), 16)).join(' ')}`
  }
  if (type === 'mdev') return source.uuid === undefined ? undefined : `mdev ${source.uuid.toLowerCase()}`
  if (type === 'scsi' && source.adapter !== undefined)
    return `scsi ${source.adapter} ${[source.bus, source.target, source.unit].map((part) => Number(part ?? 0)).join(' ')}`
  if (type !== 'usb') return undefined
  const { vendor, product, bus, device, port } = source
  if (bus === undefined && vendor === undefined) return undefined
  return `usb ${[vendor, product, bus, device, port].map((part) => (part === undefined ? '' : Number(part))).join(' ')}`
}
