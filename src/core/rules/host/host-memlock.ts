import { formatSize, sizeInBytes } from '../../table/index.ts'
import { givenFunctions } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.memlock',
  title: 'Too little memory that may be locked',
  source:
    'QEMU, hw/vfio: "vfio_dma_map … = -12 (Cannot allocate memory)"; VFIO locks all memory of the guest, in a session within the person’s limit; not seen in the lab, which has no IOMMU',
  *check(context) {
    const { host, domain } = context
    const limit = host?.memlock_kib
    const [first] = givenFunctions(context)
    const memory = sizeInBytes(domain.memory?.value ?? '', 1024)
    if (host?.connection !== 'session' || limit === undefined || limit === null || first === undefined) return
    if (memory === undefined || limit * 1024 >= memory + spare) return
    yield {
      at: first.path,
      message: `VFIO locks the guest’s memory, ${formatSize(memory)}, and your programs may lock ${formatSize(limit * 1024)}. Raise memlock in /etc/security/limits.d to ${Math.ceil((memory + spare) / 1024)} (KiB), or use qemu:///system.`,
    }
  },
}

/** What libvirt adds for the devices: qemuDomainGetMemLockLimitBytes. */
const spare = 1024 ** 3
