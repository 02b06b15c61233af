/** Where a device can be plugged into a running VM. */
import type { Domain } from '../domain/index.ts'

/**
 * How many PCIe root ports nothing is plugged into; no end of them where devices sit on PCI itself.
 *
 * @param domain one that libvirt wrote: every device has its address
 */
export function freePciPorts({ os, devices = {} }: Domain): number {
  const machine = os?.machine ?? ''
  const isPcie = machine.includes('q35') || machine.startsWith('virt')
  if (!isPcie) return Number.POSITIVE_INFINITY
  const ports = (devices.controllers ?? []).filter(({ model }) => model === 'pcie-root-port')
  const taken = new Set<number>()
  const note = (held: unknown) => {
    if (typeof held !== 'object' || held === null) return
    if (Array.isArray(held)) {
      for (const item of held) note(item)
      return
    }
    const address: unknown = Reflect.get(held, 'address')
    if (typeof address !== 'object' || address === null || Reflect.get(address, 'type') !== 'pci') return
    taken.add(Number(Reflect.get(address, 'bus')))
  }
  for (const list of Object.values(devices)) note(list)
  return ports.filter(({ index }) => index !== undefined && !taken.has(index)).length
}
