/** What virtio devices are called. */

/** `virtio-net-pci`, or its flavour for old guests and for machines without PCI. */
export function virtioDevice(
  name: string,
  model: string | undefined,
  address?: { readonly type?: string | undefined },
): string {
  return `virtio-${name}${virtioFlavour(model, address)}`
}

/**
 * The end of the name of a virtio device: which bus it is for, and whether old guests find it.
 *
 * @param address of the device: on a machine without PCI it has a bus of its own
 */
export function virtioFlavour(
  model: string | undefined,
  address?: { readonly type?: string | undefined },
): string {
  if (address?.type === 'virtio-mmio') return '-device'
  if (address?.type === 'ccw') return '-ccw'
  if (model === 'virtio-transitional') return '-pci-transitional'
  if (model === 'virtio-non-transitional') return '-pci-non-transitional'
  return '-pci'
}
