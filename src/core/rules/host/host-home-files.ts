import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.home-files',
  title: 'Files in a home that QEMU of the system can’t reach',
  severity: 'warning',
  target: 'libvirt',
  source:
    'libvirt manual, Security: QEMU runs as its own user, which may not enter a home of mode 0700; rules.md, "files under /home with AppArmor or DAC"',
  *check(context) {
    if (context.host === undefined || context.resolved.host.connection !== 'system') return
    const disk = devicesOf(context, 'disks').find(({ item }) => item.source?.file?.startsWith('/home/'))
    const home = disk?.item.source?.file?.split('/').slice(0, 3).join('/')
    if (disk === undefined) return
    yield {
      at: [...disk.path, 'source', 'file'],
      message: `QEMU of qemu:///system runs as another user and may not enter ${home}. Put the image into /var/lib/libvirt/images, let it in (setfacl -m u:libvirt-qemu:x ${home}), or use qemu:///session.`,
    }
  },
}
