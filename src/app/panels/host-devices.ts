/** What is known of the host's PCI functions. */
import type { PciDevice } from '../core.ts'
import { useVmDocument } from '../store.ts'

const none: readonly PciDevice[] = []

/** The host's PCI functions, [] when nothing is known. */
export function useHostDevices(): readonly PciDevice[] {
  return useVmDocument((state) => state.host?.pci) ?? none
}
