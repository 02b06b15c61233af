import { ioThreadNumbers } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.undefined',
  title: 'A disk on an I/O thread that does not exist',
  source: 'libvirt 11.3: "Disk iothread \'1\' not defined in iothreadid"',
  *check(context) {
    const { iothreads = 0, iothreadids = [] } = context.domain
    const numbers = ioThreadNumbers(context.domain)
    for (const { item, path } of [...devicesOf(context, 'disks'), ...devicesOf(context, 'controllers')]) {
      const all = [item.driver?.iothread, ...(item.driver?.iothreads ?? []).map(({ id }) => id)]
      for (const wanted of all) {
        if (wanted === undefined || wanted === 0 || numbers.has(wanted)) continue
        yield {
          at: [...path, 'driver', item.driver?.iothread === wanted ? 'iothread' : 'iothreads'],
          message: `I/O thread ${wanted} is used, but there ${iothreads === 1 ? 'is 1' : `are ${iothreads}`}${iothreadids.length === 0 ? '' : ', with numbers of their own'}. Raise libvirt.iothreads, or leave the I/O thread out.`,
          fix:
            iothreadids.length === 0
              ? { title: `Set iothreads to ${wanted}`, at: ['iothreads'], value: wanted }
              : undefined,
        }
      }
    }
  },
}
