import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'
import { hasSharedMemory } from '../support/shared-memory.ts'

export const rule: Rule = {
  id: 'share.shared-memory',
  title: 'virtiofs without shared memory',
  fixIsSafe: true,
  source: 'libvirt 11.3: "\'virtiofs\' requires shared memory"',
  *check(context) {
    const share = devicesOf(context, 'filesystems').find(({ item }) => item.driver?.type === 'virtiofs')
    if (share === undefined || hasSharedMemory(context)) return
    yield {
      at: ['memory_backing', 'access', 'mode'],
      message: `The share ${item(share.item.target?.dir)} is virtiofs, and virtiofsd has to see the guest’s memory. Set memory_backing.access to shared.`,
      fix: { title: 'Share the memory', value: 'shared' },
    }
  },
}

function item(tag: string | undefined): string {
  return tag ?? 'without a tag'
}
