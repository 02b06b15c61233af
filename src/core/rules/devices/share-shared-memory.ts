import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'
import { hasSharedMemory, memoryToShare } from '../support/shared-memory.ts'

export const rule: Rule = {
  id: 'share.shared-memory',
  title: 'virtiofs without shared memory',
  fixIsSafe: true,
  source: 'libvirt 11.3: "\'virtiofs\' requires shared memory"',
  *check(context) {
    const share = devicesOf(context, 'filesystems').find(({ item }) => item.driver?.type === 'virtiofs')
    if (share === undefined || hasSharedMemory(context)) return
    const tag = share.item.target?.dir ?? 'without a tag'
    yield memoryToShare(`The share ${tag} is virtiofs, and virtiofsd has to see the guest’s memory.`)
  },
}
