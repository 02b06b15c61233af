/** Network cards: devices of the type nic. doc/reference/devices_nic.md of lxc/incus. */
import { isRecord } from '../../table/index.ts'
import { line, mac, whole, words } from '../plain/codecs.ts'
import type { Part } from '../plain/part.ts'
import type { Instance } from './instance.ts'

export function sayNetwork(instance: Instance): void {
  for (const [index, part] of instance.saying.root.parts('devices.interfaces').entries()) {
    const where = whereOf(instance, part)
    if (where === undefined) continue
    part.pass('model.type', 'virtio')
    const vlan = part.take('vlan', (held) => {
      const tags: unknown = isRecord(held) && Object.keys(held).length === 1 ? held['tags'] : undefined
      const tag: unknown = Array.isArray(tags) && tags.length === 1 ? tags[0] : undefined
      return isRecord(tag) && Object.keys(tag).length === 1 ? whole(tag['id']) : undefined
    })
    instance.addDevice(`eth${index}`, 'nic', part, {
      name: `eth${index}`,
      ...where,
      hwaddr: part.take('mac.address', mac),
      mtu: part.take('mtu.size', whole),
      vlan,
      'io.bus': instance.isLxd ? undefined : part.take('model.type', words({ 'usb-net': 'usb' })),
      'security.port_isolation':
        where['nictype'] === 'bridged' ? part.take('port_isolated', words({ yes: true })) : undefined,
      'boot.priority': instance.takePriority(part),
    })
    sayForwards(instance, part)
  }
}

/** The network that a new server has; behind NAT, as a user network is. */
const usualNetwork = (isLxd: boolean) => (isLxd ? 'lxdbr0' : 'incusbr0')

function whereOf({ isLxd, saying }: Instance, part: Part): Record<string, string> | undefined {
  const type = part.text('type') ?? 'user'
  const pass = () => part.pass('type', type)
  const own = (message: string) =>
    saying.lacks.push({
      path: [...part.path, 'type'],
      message,
      byHand: 'Name another network in instance.yaml.',
      inPart: true,
    })
  switch (type) {
    case 'bridge': {
      const parent = part.take('source.bridge', line)
      if (parent === undefined) return undefined
      pass()
      return { nictype: 'bridged', parent }
    }
    case 'direct': {
      const parent = part.text('source.mode') === 'bridge' ? part.take('source.dev', line) : undefined
      if (parent === undefined) return undefined
      part.pass('source.mode', 'bridge')
      pass()
      return { nictype: 'macvlan', parent }
    }
    case 'user':
      pass()
      part.pass('backend.type', 'passt')
      own(`Behind NAT is whoever is on ${usualNetwork(isLxd)}, the bridge that a new server has.`)
      return { network: usualNetwork(isLxd) }
    case 'network': {
      const network = part.take('source.network', line)
      if (network === undefined) return undefined
      pass()
      own('Networks of libvirt are unknown there: the server has its own.')
      return { network: network === 'default' ? usualNetwork(isLxd) : network }
    }
    default:
      return undefined
  }
}

/** They need an address of the guest that stays, which create.sh takes. */
function sayForwards({ forwards, saying }: Instance, part: Part): void {
  for (const forward of part.parts('port_forwards')) {
    const address = forward.text('address') ?? '127.0.0.1'
    const protocol = forward.text('proto') ?? 'tcp'
    if (!/^[\d.]{7,15}$|^[\da-f:]{2,39}$/i.test(address) || forward.peek('dev') !== undefined) continue
    for (const range of forward.parts('ranges')) {
      const start = whole(range.peek('start'))
      const end = whole(range.peek('end')) ?? start
      if (start === undefined || end !== start || range.peek('exclude') !== undefined) continue
      const to = whole(range.peek('to')) ?? start
      for (const key of ['start', 'end', 'to']) range.take(key, () => true)
      forwards.push({ protocol, address, port: start, to })
      forward.take('proto', () => true)
      forward.take('address', () => true)
    }
    saying.lacks.push({
      path: forward.path,
      message: 'A port leads to a guest whose address stays.',
      byHand: 'Run create.sh with an address of the network: sh create.sh 10.0.0.10.',
      inPart: true,
    })
  }
}
