import { shellWord } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.mdev',
  title: 'A mediated device that the host does not have',
  severity: 'error',
  source:
    'libvirt, src/util/virmdev.c: "mediated device \'…\' not found"; not seen in the lab, which has none',
  *check(context) {
    const { host } = context
    if (host?.mdevs === undefined) return
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      const uuid = item.source?.uuid
      if (item.type !== 'mdev' || uuid === undefined) continue
      if (host.mdevs.some((one) => one.uuid.toLowerCase() === uuid.toLowerCase())) continue
      const types = (host.pci ?? []).flatMap(({ mdev_types: known }) => known ?? [])
      const free = types.filter(({ available }) => available !== 0)
      yield {
        path: at(context, ...path, 'source', 'uuid'),
        message: `The host has no mediated device ${uuid}. ${free.length === 0 ? 'None of its devices offers any now.' : `It can be made of ${free.map(({ type }) => type).join(' or ')}: mdevctl start -u ${shellWord(uuid)} -p PARENT -t ${shellWord(free[0]?.type ?? 'TYPE')}`}`,
      }
    }
  },
}
