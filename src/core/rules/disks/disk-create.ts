import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.create',
  title: 'A new disk that can’t be made',
  source: 'qemu-img(1), create: the formats that it makes without a key',
  *check(context) {
    for (const [index, disk] of (context.spec.libvirt?.devices?.disks ?? []).entries()) {
      if (disk.create === undefined) continue
      const path = ['libvirt', 'devices', 'disks', index]
      const format = disk.driver?.type
      if (format !== undefined && !isMade(format))
        yield {
          path: [...path, 'driver', 'type'],
          message: `An empty disk can’t be made in the format ${format}. Say qcow2 or raw.`,
          fix: {
            title: 'Make it as qcow2',
            changes: [{ path: [...path, 'driver', 'type'], value: 'qcow2' }],
          },
        }
      if (disk.backing_store?.source !== undefined)
        yield {
          path: [...path, 'create'],
          message:
            'A new disk is empty, and this one is said to stand on another image. Leave create out and make it yourself (qemu-img create -b), or leave the backing store out.',
          fix: { title: 'Leave the backing store out', changes: [{ path: [...path, 'backing_store'] }] },
        }
    }
  },
}

function isMade(format: string): boolean {
  return ['raw', 'qcow2', 'qed', 'vdi', 'vmdk', 'vpc', 'vhdx'].includes(format)
}
