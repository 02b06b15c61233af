/** What libvirt adds to a Domain before it starts it: controllers, devices, models, addresses. `qemu_postparse.c`. */
import type { Domain } from '../domain/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { completeControllers } from './controllers.ts'
import { startDraft } from './draft.ts'
import { completeDriveAddresses } from './drive-addresses.ts'
import { addImpliedDevices } from './implied-devices.ts'
import { type Machine, machineOf } from './machine.ts'
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
  readonly machine: Machine
  /** More devices than libvirt would start: even bridges have no room for them. */
  readonly devicesWithoutSlot: number
}

/**
 * The Domain as libvirt runs it. What is added stands at the end of its list, so that the author's keep their numbers.
 * One of an architecture whose machines this program does not know stays as it is.
 */
export function complete({ domain, host }: Pick<Resolved, 'domain' | 'host'>): Completed {
  const machine = machineOf(domain, host)
  if (!architectures.has(machine.arch)) return { domain, machine, devicesWithoutSlot: 0 }
  const draft = startDraft(domain, machine)
  addImpliedDevices(draft)
  completeModels(draft)
  completeDriveAddresses(draft)
  completeCardSlots(draft)
  completeControllers(draft)
  completeVirtioSerialPorts(draft)
  completeMmio(draft)
  const devicesWithoutSlot = completePciAddresses(draft)
  completeUsbAddresses(draft)
  return { domain: draft.domain, machine, devicesWithoutSlot }
}
