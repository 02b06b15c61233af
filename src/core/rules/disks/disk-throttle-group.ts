import { devicesOf } from '../support/devices.ts'
import { leftOut } from '../support/left-out.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.throttle-group',
  title: 'A throttle group that is not there, or twice',
  source:
    'libvirt 11.3: "throttle group \'limit0\' not found", "duplicate group name \'limit0\' found", "duplicate filter name \'limit0\' found", "total and read/write bytes_sec cannot be set at the same time"',
  *check(context) {
    const groups = (context.domain.throttlegroups ?? []).map((group, index) => {
      return { group, path: ['throttlegroups', index] }
    })
    const names = new Set(groups.map(({ group }) => group.group_name))
    for (const { item } of repeated(groups, ({ group }) => group.group_name))
      yield leftOut(item.path, `There is a throttle group ${item.group.group_name} already.`)
    for (const { group, path } of groups)
      for (const unit of ['bytes', 'iops'] as const)
        if (
          group[`total_${unit}_sec`] !== undefined &&
          (group[`read_${unit}_sec`] !== undefined || group[`write_${unit}_sec`] !== undefined)
        )
          yield leftOut(
            [...path, `total_${unit}_sec`],
            'A limit for all goes without one for reading or writing.',
          )
    for (const { item, path } of devicesOf(context, 'disks')) {
      const filters = (item.throttlefilters ?? []).map(({ group }, index) => {
        return { group, path: [...path, 'throttlefilters', index] }
      })
      for (const filter of filters)
        if (!names.has(filter.group))
          yield leftOut(filter.path, `There is no throttle group ${filter.group}.`)
      for (const { item: filter } of repeated(filters, ({ group }) => group))
        yield leftOut(filter.path, `The disk is in the group ${filter.group} already.`)
    }
  },
}
