import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'
import { hasSharedMemory, memoryToShare } from '../support/shared-memory.ts'

export const rule: Rule = {
  id: 'network.vhostuser',
  title: 'A vhost-user card that its process can’t serve',
  source:
    "libvirt 11.3: \"'interface' requires shared memory\", \"invalid model for interface of type 'vhostuser': 'e1000' - must be 'virtio'\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'vhostuser') continue
      const model = item.model?.type
      if (model !== undefined && !/^virtio/.test(model))
        yield {
          at: [...path, 'model', 'type'],
          message: `A vhost-user card is of the model virtio, this one is ${model}.`,
          fix: { title: 'Take virtio', value: 'virtio' },
        }
      if (!hasSharedMemory(context))
        yield memoryToShare('The process behind a vhost-user card has to see the guest’s memory.')
    }
  },
}
