import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.unstable-name',
  title: 'A disk of the host by a name that changes',
  severity: 'warning',
  source:
    'Linux numbers disks in the order that it finds them; /dev/disk/by-id stays (udev); not seen in the lab',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const dev = item.source?.dev ?? ''
      if (
        item.type !== 'block' ||
        !/^\/dev\/(?:[hsv]d[a-z]+\d*|nvme\d+n\d+(?:p\d+)?)$/.test(dev) ||
        item.device === 'cdrom' ||
        item.device === 'floppy'
      )
        continue
      yield {
        path: at(context, ...path, 'source', 'dev'),
        message: `${dev} may be another disk after the next start of the host. Take its name in /dev/disk/by-id.`,
      }
    }
  },
}
