/** What libvirt adds to a Domain before it starts it: controllers, devices, models, addresses. `qemu_postparse.c`. */
import type { Domain } from '../../domain/index.ts'
import type { Board } from '../build.ts'

/**
 * The Domain as libvirt runs it.
 *
 * @param arch the architecture that the guest's CPU has
 */
export function completeDomain(domain: Domain, _arch: string, _board: Board): Domain {
  return domain
}
