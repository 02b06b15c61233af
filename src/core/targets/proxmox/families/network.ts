/** Network cards: `net0: virtio=52:54:00:11:22:33,bridge=vmbr0,tag=10`. PVE::QemuServer, print_net. */
import type { Interface } from '../../../domain/index.ts'
import type { UnknownRecord } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { flagAs, formed, scaled, whole } from '../words/codec.ts'
import { type Pair, type PropertyList, readPropertyList } from '../words/property-list.ts'
import { merged, readWords, says, sayWords, type Words } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const mostCards = 31

/** Cards that both sides have under one name. */
const models: readonly string[] = [
  ...['virtio', 'e1000', 'e1000e', 'rtl8139', 'vmxnet3', 'pcnet', 'ne2k_isa', 'ne2k_pci'],
  ...['e1000-82540em', 'e1000-82544gc', 'e1000-82545em', 'i82551', 'i82557b', 'i82559er'],
]

const words = {
  queues: says('driver.queues', whole(0, 64)),
  // 1 is the MTU of the bridge, and no size.
  mtu: says('mtu.size', whole(68, 65_520)),
  link_down: says('link.state', flagAs('down', 'up')),
} satisfies Words

/** Theirs in MiB a second, both ways at once. */
const rate = scaled(1024)
const mac = formed(/^[\da-f]{2}(?::[\da-f]{2}){5}$/i)
const bridgeName = formed(/^[\w.-]{1,15}$/)

export function readNetwork(reading: Reading): void {
  for (const { key, value } of reading.takeNumbered('net', mostCards)) {
    const list = readPropertyList(value, 'model')
    reading.add('interfaces', cardOf(list), key)
    reading.keepLeft(key, list)
  }
}

function cardOf(list: PropertyList): UnknownRecord {
  const named = list.takeAny(models)
  const model =
    named?.[0] ?? list.takeAs('model', (text) => (models.includes(text) ? text : undefined)) ?? 'virtio'
  const address = (named !== undefined && mac.read(named[1])) || list.takeAs('macaddr', mac.read)
  const bridge = list.takeAs('bridge', bridgeName.read)
  const average = list.takeAs('rate', rate.read)
  const vlan = vlanOf(list)
  const card: UnknownRecord = {
    type: bridge === undefined ? 'user' : 'bridge',
    ...(typeof address === 'string' ? { mac: { address } } : {}),
    ...(bridge === undefined ? {} : { source: { bridge } }),
    model: { type: model },
    ...(average === undefined ? {} : { bandwidth: { inbound: { average }, outbound: { average } } }),
    ...(vlan === undefined ? {} : { vlan }),
  }
  return merged(card, readWords(words, list))
}

function vlanOf(list: PropertyList): UnknownRecord | undefined {
  const trunks = list.peek('trunks')
  const tag = list.peek('tag')
  if (trunks === undefined) {
    const id = list.takeAs('tag', whole(1, 4094).read)
    return id === undefined ? undefined : { tags: [{ id }] }
  }
  const ids = idsOf(trunks)
  const native = tag === undefined ? undefined : whole(1, 4094).read(tag)
  if (ids === undefined || (tag !== undefined && native === undefined)) return undefined
  list.take('trunks')
  list.take('tag')
  const tagged = ids.filter((id) => id !== native).map((id) => ({ id }))
  return {
    trunk: true,
    tags: [...(native === undefined ? [] : [{ id: native, native_mode: 'untagged' }]), ...tagged],
  }
}

/** `2;7;10-14`, no more than there are. */
function idsOf(text: string): number[] | undefined {
  const ids: number[] = []
  for (const part of text.split(';')) {
    const [, first, last = first] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? []
    if (first === undefined || Number(last) > 4094 || ids.length > 4094) return undefined
    for (let id = Number(first); id <= Number(last); id += 1) ids.push(id)
  }
  return ids
}

export function sayNetwork(writing: Writing): void {
  for (const [index, card] of (writing.domain.devices?.interfaces ?? []).entries()) {
    if (index > mostCards) return
    const key = `net${index}`
    const pairs = pairsOf(writing, card)
    if (pairs === undefined) continue
    writing.sayList(key, pairs, 'model')
    writing.remember('interfaces', index, key)
  }
}

/** Kinds that are a card on a bridge in the end, or QEMU’s own network. */
const onBridge: readonly string[] = ['bridge', 'network', 'direct']

function pairsOf({ names }: Writing, card: Interface): readonly Pair[] | undefined {
  const type = card.type ?? 'user'
  if (type !== 'user' && !onBridge.includes(type)) return undefined
  const wanted = (card.model?.type ?? 'rtl8139').toLowerCase().replace(/^virtio-.*/, 'virtio')
  const model = models.includes(wanted) ? wanted : 'virtio'
  const address = mac.write(card.mac?.address)
  const bridge = type === 'user' ? undefined : (bridgeName.write(card.source?.bridge) ?? names.bridge)
  return [
    address === undefined ? ['model', model] : [model, address],
    ...(bridge === undefined ? [] : [['bridge', bridge] as const]),
    ...sayVlan(card),
    ...sayRate(card),
    ...sayWords(words, card),
  ]
}

function sayVlan({ vlan }: Interface): readonly Pair[] {
  const tags = vlan?.tags ?? []
  const [first] = tags
  if (vlan?.trunk !== true)
    return first?.id === undefined || tags.length > 1 ? [] : [['tag', String(first.id)]]
  const native = tags.find(({ native_mode: mode }) => mode === 'untagged')?.id
  const others = tags.flatMap(({ id }) => (id === undefined || id === native ? [] : [String(id)]))
  return [
    ...(native === undefined ? [] : [['tag', String(native)] as const]),
    ...(others.length === 0 ? [] : [['trunks', others.join(';')] as const]),
  ]
}

function sayRate({ bandwidth }: Interface): readonly Pair[] {
  const { inbound, outbound } = bandwidth ?? {}
  const text = rate.write(inbound?.average)
  return text === undefined || inbound?.average !== outbound?.average ? [] : [['rate', text]]
}
