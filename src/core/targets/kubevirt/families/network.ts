/** Network cards: `domain.devices.interfaces`, each with a network of the same name, and a Service for ports. */
import type { Interface } from '../../../domain/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { labelOf } from '../../labels.ts'
import { type Reading, ways } from '../reading.ts'
import { formed, same, text, whole } from '../words/codec.ts'
import { heldAt, merged } from '../words/tree.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const words = [
  says('model', 'model.type', same('virtio', 'e1000', 'e1000e', 'igb', 'rtl8139', 'ne2k_pci', 'pcnet')),
  says('macAddress', 'mac.address', formed(/^[\da-f]{2}(?:[:-][\da-f]{2}){5}$/i)),
  says('bootOrder', 'boot.order', whole(1, 2 ** 31 - 1)),
  says('acpiIndex', 'acpi.index', whole(1, 16_383)),
  says('state', 'link.state', same('up', 'down')),
]
const way = [...ways.devices, 'interfaces']
/** `[namespace/]name` of a NetworkAttachmentDefinition. */
const attachment = formed(/^(?:[a-z0-9][a-z0-9-]{0,62}\/)?[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/)

export function readNetwork(reading: Reading): void {
  for (const hand of reading.vm.takeItems(way)) {
    const name = text.read(hand.peek(['name']))
    if (typeof name !== 'string') continue
    const network = reading.takeNetwork(name)
    const multus = network?.takeAs(['multus', 'networkName'], attachment.read)
    network?.takePresence(['pod'])
    const isCard = hand.takePresence(['sriov'])
    const isMasked = hand.takePresence(['masquerade'])
    if (multus !== undefined) hand.takePresence(['bridge'])
    if (isMasked && multus !== undefined)
      reading.own.push({ way: [...way, `=${name}`, 'masquerade'], value: {} })
    const kind =
      multus === undefined ? { type: 'user' } : { type: 'network', source: { network: String(multus) } }
    reading.add('interfaces', {
      ...merged(kind, { model: { type: 'virtio' } }),
      ...readWords(words, hand),
      ...(usualName(reading.devices['interfaces']?.length ?? 0) === name
        ? {}
        : { alias: { name: `ua-${name}` } }),
    })
    if (isCard) reading.own.push({ way: [...way, `=${name}`, 'sriov'], value: {} })
    reading.keepItem(way, name, hand)
    if (network !== undefined) reading.keepItem([...ways.template, 'networks'], name, network)
  }
  readQueues(reading)
  readPorts(reading)
}

/** A queue for each vCPU; a card behind QEMU’s own NAT has one. */
function readQueues(reading: Reading): void {
  const count = heldAt(reading.domain, ['vcpu', 'value'])
  const cards = reading.devices['interfaces'] ?? []
  if (!cards.some(({ type }) => type !== 'user')) return
  const key = [...ways.devices, 'networkInterfaceMultiqueue']
  if (reading.vm.takeAs(key, (held) => held === true || undefined) === undefined) return
  for (const [index, card] of cards.entries())
    if (
      card['type'] !== 'user' &&
      heldAt(card, ['model', 'type']) === 'virtio' &&
      typeof count === 'number' &&
      count > 1
    )
      cards[index] = merged(card, { driver: { queues: Math.min(count, 256) } })
}

/** Services whose selector names this VM lead to its first card. */
function readPorts(reading: Reading): void {
  const [first] = reading.devices['interfaces'] ?? []
  if (first?.['type'] !== 'user') return
  const ranges: Record<'tcp' | 'udp', UnknownRecord[]> = { tcp: [], udp: [] }
  for (const [key, service] of reading.context.objects) {
    if (!key.startsWith('Service/')) continue
    const selector = heldAt(service, ['spec', 'selector'])
    const ports = heldAt(service, ['spec', 'ports'])
    if (!isRecord(selector) || !Object.values(selector).includes(reading.name) || !Array.isArray(ports))
      continue
    for (const one of ports.slice(0, 64)) {
      const port = whole(1, 65_535).read(heldAt(one, ['port']))
      const to = whole(1, 65_535).read(heldAt(one, ['targetPort']))
      const protocol = heldAt(one, ['protocol'])
      if (typeof port !== 'number') continue
      ranges[protocol === 'UDP' ? 'udp' : 'tcp'].push({
        start: port,
        ...(to === undefined || to === port ? {} : { to }),
      })
    }
  }
  const forwards = (['tcp', 'udp'] as const).flatMap((proto): UnknownRecord[] =>
    // No wider than it has to be on a host of one's own.
    ranges[proto].length === 0 ? [] : [{ proto, address: '127.0.0.1', ranges: ranges[proto] }],
  )
  const cards = reading.devices['interfaces']
  if (forwards.length > 0 && cards !== undefined)
    cards[0] = { ...first, backend: { type: 'passt' }, port_forwards: forwards }
}

export function sayNetwork(writing: Writing): void {
  let hasPod = false
  const cards = writing.domain.devices?.interfaces ?? []
  for (const [index, card] of cards.entries()) {
    const where = whereOf(writing, card, hasPod)
    if (where === undefined) continue
    const name = writing.nameFor(card.alias?.name, usualName(index))
    if (where.isPod) hasPod = true
    writing.networks.push({ name, ...where.network })
    const { model, ...said } = sayWords(words, card)
    const usual = model ?? 'virtio'
    writing.addDevice('interfaces', { name, model: usual, ...said, ...where.binding }, [
      'devices',
      'interfaces',
      index,
    ])
    if (where.isPod) sayPorts(writing, card)
  }
  // Without a word the pod's network is attached.
  if (cards.length === 0 || writing.networks.length === 0) writing.sayDevice('autoattachPodInterface', false)
  if (cards.some(({ driver }) => (driver?.queues ?? 1) > 1))
    writing.sayDevice('networkInterfaceMultiqueue', true)
}

function usualName(index: number): string {
  return `net${index}`
}

interface Where {
  readonly isPod: boolean
  readonly network: UnknownRecord
  readonly binding: UnknownRecord
}

/** The first card behind NAT is on the pod's network, which there is one of. */
function whereOf(
  writing: Writing,
  { type = 'user', source = {} }: Interface,
  hasPod: boolean,
): Where | undefined {
  const isNat = type === 'user' || (type === 'network' && source.network === 'default')
  if (isNat) return hasPod ? undefined : { isPod: true, network: { pod: {} }, binding: { masquerade: {} } }
  const leadsTo =
    type === 'bridge'
      ? source.bridge
      : type === 'network'
        ? source.network
        : type === 'direct'
          ? source.dev
          : undefined
  if (leadsTo === undefined && type !== 'hostdev') return undefined
  const wanted = leadsTo ?? 'sriov'
  const networkName = String(attachment.write(wanted) ?? labelOf(wanted, 'network'))
  if (type === 'bridge') writing.bridges.set(networkName, wanted)
  return {
    isPod: false,
    network: { multus: { networkName } },
    binding: type === 'hostdev' ? { sriov: {} } : { bridge: {} },
  }
}

/** Ports of the host are those of a Service. */
function sayPorts(writing: Writing, { port_forwards: forwards = [] }: Interface): void {
  const taken = new Set<string>()
  for (const { proto = 'tcp', ranges = [] } of forwards)
    for (const { start, end, to, exclude } of ranges) {
      if (start === undefined || exclude === true || (end !== undefined && end !== start)) continue
      const name = `${proto}-${start}`
      if (taken.has(name)) continue
      taken.add(name)
      writing.ports.push({ name, port: start, targetPort: to ?? start, protocol: proto.toUpperCase() })
    }
}
