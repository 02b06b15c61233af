import { shellWord } from '../../text/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'host.mdev',
  title: 'A mediated device that the host does not have',
  source:
    'libvirt, src/util/virmdev.c: "mediated device \'…\' not found"; not seen in the lab, which has none',
  check(hostdev, context) {
    const { host } = context
    if (host?.mdevs === undefined) return undefined
    const uuid = hostdev.source?.uuid
    if (hostdev.type !== 'mdev' || uuid === undefined) return undefined
    if (host.mdevs.some((one) => one.uuid.toLowerCase() === uuid.toLowerCase())) return undefined
    const types = (host.pci ?? []).flatMap(({ mdev_types: known }) => known ?? [])
    const free = types.filter(({ available }) => available !== 0)
    return {
      at: ['source', 'uuid'],
      message: `The host has no mediated device ${uuid}. ${free.length === 0 ? 'None of its devices offers any now.' : `It can be made of ${free.map(({ type }) => type).join(' or ')}: mdevctl start -u ${shellWord(uuid)} -p PARENT -t ${shellWord(free[0]?.type ?? 'TYPE')}`}`,
    }
  },
})
