import { isRecord } from '../../table/index.ts'
import { isI440fx } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'virtio.iommu-platform',
  title: 'A virtio device behind an IOMMU that guests of old know',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "VIRTIO_F_IOMMU_PLATFORM was supported by neither legacy nor transitional device"; on conventional PCI a device is transitional',
  *check(context) {
    for (const [list, held] of Object.entries(context.domain.devices ?? {}))
      for (const [index, device] of (Array.isArray(held) ? held : [held]).entries()) {
        if (!isRecord(device) || !isRecord(device['driver']) || device['driver']['iommu'] !== true) continue
        const model: unknown = isRecord(device['model']) ? device['model']['type'] : device['model']
        const isOld =
          model === 'virtio-transitional' || (model !== 'virtio-non-transitional' && isI440fx(context))
        if (!isOld) continue
        yield {
          at: ['devices', list, ...(Array.isArray(held) ? [index] : []), 'driver', 'iommu'],
          message:
            'A virtio device on conventional PCI is one that old guests know, and these know no IOMMU. Leave iommu out, or take q35.',
          fix: { title: 'Leave iommu out' },
        }
      }
  },
}
