/** What libvirt adds to a Domain before it starts it: controllers, devices, models, addresses. `qemu_postparse.c`. */
import type { Domain } from '../../domain/index.ts'
import type { Board } from '../build.ts'
import { completeControllers } from './controllers.ts'
import { startDraft } from './draft.ts'
import { completeDriveAddresses } from './drive-addresses.ts'
import { addImpliedDevices } from './implied-devices.ts'
import { completeMmio } from './mmio.ts'
import { completeModels } from './models.ts'
import { completePciAddresses } from './pci-addresses.ts'
import { completeCardSlots, completeVirtioSerialPorts } from './port-addresses.ts'
import { completeUsbAddresses } from './usb-addresses.ts'

/** Those whose machines this program knows. */
const architectures = new Set(['x86_64', 'i686', 'aarch64', 'armv7l', 'riscv64'])

/** The Domain as libvirt runs it, and what has found no room in it. */
export interface Completed {
  readonly domain: Domain
  /** More devices than libvirt would start: even bridges have no room for them. */
  readonly devicesWithoutSlot: number
}

/**
 * The Domain as libvirt runs it. What is added stands at the end of its list, so that the author's keep their numbers.
 *
 * @param arch the architecture that the guest's CPU has
 */
export function completeDomain(domain: Domain, arch: string, board: Board): Completed {
  if (!architectures.has(arch)) return { domain, devicesWithoutSlot: 0 }
  const draft = startDraft(domain, arch, board)
  addImpliedDevices(draft)
  completeModels(draft)
  completeDriveAddresses(draft)
  completeCardSlots(draft)
  completeControllers(draft)
  completeVirtioSerialPorts(draft)
  completeMmio(draft)
  const devicesWithoutSlot = completePciAddresses(draft)
  completeUsbAddresses(draft)
  return { domain: draft.domain, devicesWithoutSlot }
}
