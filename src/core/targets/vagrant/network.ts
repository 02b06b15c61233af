/** Cards, forwards and shares. */
import { line, mac, whole, words } from '../plain/codecs.ts'
import type { Part } from '../plain/part.ts'
import { isOnePort } from '../plain/ports.ts'
import { type Row, takeRows } from '../plain/rows.ts'
import type { Saying } from '../plain/saying.ts'
import { named, ruby } from './ruby.ts'

const sshForward = 'id: "ssh"'

export function networkOf({ lacks }: Saying, part: Part, index: number): string[] {
  const said: string[] = []
  const type = part.text('type') ?? 'user'
  for (const forward of part.parts('port_forwards')) {
    const takes = forward.parts('ranges').some(isOnePort)
    const proto = takes ? forward.take('proto', line) : undefined
    const address = takes ? forward.take('address', line) : undefined
    for (const range of forward.parts('ranges')) {
      const host = whole(range.peek('start'))
      const guest = whole(range.peek('to')) ?? host
      if (host === undefined || !isOnePort(range)) continue
      for (const key of ['start', 'to']) range.take(key, () => true)
      // Vagrant's own forward for SSH, which would take the same port, is called by this word.
      const id = guest === 22 && !said.some((one) => one.includes(sshForward)) ? 'ssh' : undefined
      const words = named({ guest, host, id, host_ip: address, protocol: proto })
      said.push(`vm.vm.network :forwarded_port, ${words}`)
    }
  }
  if (index === 0 && (type === 'user' || type === 'network')) {
    const model = part.take('model.type', line)
    lacks.push({
      path: [...part.path, 'type'],
      message: 'The first card is on a network of Vagrant’s own, behind NAT.',
      byHand: 'Say v.management_network_name for another network of libvirt.',
      inPart: true,
    })
    return model === undefined
      ? said
      : [...said, `vm.vm.provider(:libvirt) { |v| v.nic_model_type = ${ruby(model)} }`]
  }
  const rowsOfCard: readonly Row[] = [
    ['mac.address', 'mac', mac],
    ['mtu.size', 'mtu', whole],
    ['model.type', 'model_type', line],
  ]
  if (type === 'bridge') {
    const dev = part.take('source.bridge', line)
    if (dev === undefined) return said
    part.pass('type', 'bridge')
    return [
      ...said,
      `vm.vm.network :public_network, ${named({ dev, mode: 'bridge', type: 'bridge', ...takeRows(part, rowsOfCard) })}`,
    ]
  }
  if (type === 'direct') {
    const dev = part.take('source.dev', line)
    if (dev === undefined) return said
    part.pass('type', 'direct')
    const mode = part.take('source.mode', line)
    return [...said, `vm.vm.network :public_network, ${named({ dev, mode, ...takeRows(part, rowsOfCard) })}`]
  }
  const network = type === 'network' ? part.take('source.network', line) : undefined
  if (network === undefined) return said
  part.pass('type', 'network')
  return [
    ...said,
    `vm.vm.network :private_network, ${named({ libvirt__network_name: network, ...takeRows(part, rowsOfCard) })}`,
  ]
}

export function shareOf(part: Part): string[] {
  const source = part.text('source.dir')
  const tag = part.text('target.dir') ?? ''
  const type = part.take('driver.type', words({ virtiofs: 'virtiofs', path: '9p' }))
  if (type === undefined || source === undefined || !/^[\w.-]{1,31}$/.test(tag)) return []
  for (const key of ['source.dir', 'target.dir']) part.take(key, () => true)
  part.pass('type', 'mount')
  const mode = part.take('accessmode', line)
  return [
    `vm.vm.synced_folder ${ruby(source)}, ${ruby(`/mnt/${tag}`)}, ${named({ type, accessmode: mode, readonly: part.pass('readonly', true) ? true : undefined })}`,
  ]
}
