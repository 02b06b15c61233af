import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import { hasRawChild } from '../support/raw-xml.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.undefined',
  title: 'A disk on an I/O thread that does not exist',
  severity: 'error',
  source: 'libvirt 11.3: "Disk iothread \'1\' not defined in iothreadid"',
  *check(context) {
    const { iothreads = 0, $rest } = context.domain
    if (hasRawChild($rest, 'iothreadids')) return
    for (const { item, path } of [...devicesOf(context, 'disks'), ...devicesOf(context, 'controllers')]) {
      const wanted = item.driver?.iothread
      if (wanted === undefined || wanted <= iothreads) continue
      yield {
        path: at(context, ...path, 'driver', 'iothread'),
        message: `I/O thread ${wanted} is used, but there ${iothreads === 1 ? 'is 1' : `are ${iothreads}`}. Raise libvirt.iothreads, or leave the I/O thread out.`,
        fix: setFix(context, `Set iothreads to ${wanted}`, ['iothreads'], wanted),
      }
    }
  },
}
