/** Network cards and what they are connected to. The way back of interfaces.ts and network-cards.ts. */
import type { Interface } from '../../domain/index.ts'
import {
  dropDerived,
  joined,
  type OptionInHand,
  type Reading,
  takeCommon,
  takeProperties,
} from '../reading/index.ts'
import { cardNames, isVirtio } from './card-names.ts'
import { anyCard, virtioCard } from './card-properties.ts'
import { type ReadNetwork, readNetwork } from './read-netdevs.ts'

export function readInterfaces(reading: Reading): void {
  for (const option of reading.devices(isCard)) {
    const netdev = reading.named('netdev', option.peek('netdev'))
    if (netdev === undefined || netdev.isRead) continue
    const network = readNetwork(reading, netdev)
    if (network === undefined) continue
    netdev.take('id')
    option.take('netdev')
    addCard(reading, network, modelOf(option.peek('driver') ?? ''), option)
  }
  readNics(reading)
  readNets(reading)
  addDefaultCard(reading)
}

function isCard(driver: string): boolean {
  return cardNames.has(driver) || driver === 'virtio-net' || driver.startsWith('virtio-net-')
}

/** libvirt's name of the card. */
function modelOf(driver: string): string {
  if (driver.endsWith('-non-transitional')) return 'virtio-non-transitional'
  if (driver.endsWith('-transitional')) return 'virtio-transitional'
  return driver.startsWith('virtio-net') ? 'virtio' : driver
}

/** @param card the option with the keys of the card: `-device`, `-nic` or `-net nic` */
function addCard(
  reading: Reading,
  { network, queues = 1, vhost, options }: ReadNetwork,
  model: string,
  card: OptionInHand,
): void {
  const virtio = isVirtio(model)
  const table = virtio ? virtioCard : anyCard
  const driver: Interface['driver'] = virtio
    ? {
        // Without a word libvirt has the kernel carry the packets.
        ...(vhost === false ? { name: 'qemu' } : {}),
        ...(queues > 1 ? { queues } : {}),
      }
    : vhost === true
      ? { name: 'vhost' }
      : {}
  dropDerived(card, table, { type: 'ethernet', model: { type: model }, driver })
  const one: Interface = {
    ...network,
    model: { type: model },
    ...(Object.keys(driver).length === 0 ? {} : { driver }),
    ...takeCommon(reading, card),
  }
  reading.add(
    'interfaces',
    joined(one, takeProperties(card, table)),
    options.includes(card) ? options : [card, ...options],
  )
}

/** `-nic user,model=virtio,…`: the network and the card in one option. */
function readNics(reading: Reading): void {
  for (const option of reading.unread('nic')) {
    if (option.peek('type') === 'none') {
      option.finish()
      continue
    }
    const network = readNetwork(reading, option)
    const model = option.take('model') ?? defaultModel(reading)
    if (network !== undefined && model !== undefined) addCard(reading, network, modelOf(model), option)
  }
}

/** `-net nic` and `-net user`: they meet at a hub, and only where two of them do is it a card and its network. */
function readNets(reading: Reading): void {
  const all = reading.unread('net')
  const nics = all.filter((one) => one.peek('type') === 'nic')
  for (const option of all) if (option.peek('type') === 'none') option.finish()
  for (const nic of nics) {
    const hub = nic.peek('vlan') ?? '0'
    const named = reading.named('netdev', nic.peek('netdev'))
    const onHub = all.filter(
      (one) => !one.isRead && one.peek('type') !== 'none' && (one.peek('vlan') ?? '0') === hub,
    )
    const others = onHub.filter((one) => one !== nic)
    const backend = named ?? (others.length === 1 ? others[0] : undefined)
    if (backend === undefined || backend.isRead || nics.includes(backend)) continue
    const network = readNetwork(reading, backend)
    const model = nic.peek('model') ?? defaultModel(reading)
    if (network === undefined || model === undefined) continue
    backend.take('id')
    backend.take('vlan')
    for (const key of ['type', 'vlan', 'netdev', 'model']) nic.take(key)
    nic.take('name')
    addCard(reading, network, modelOf(model), nic)
  }
}

/** A line that says nothing of networks gets a card on a user network. QEMU manual, -nic. */
function addDefaultCard(reading: Reading): void {
  const says = reading.options.some(({ name }) => name === 'net' || name === 'nic' || name === 'netdev')
  const model = defaultModel(reading)
  if (!reading.hasDefaults || says || model === undefined) return
  reading.add('interfaces', { type: 'user', model: { type: model } }, [])
}

/** What the mainboard has when nobody says a model; undefined where it has none. */
export function defaultModel({ arch, board, machine }: Reading): string | undefined {
  if (board === 'q35') return 'e1000e'
  if (board === 'pc') return 'e1000'
  const isVirt = machine === 'virt' || machine.startsWith('virt-')
  return isVirt && (arch === 'aarch64' || arch.startsWith('riscv')) ? 'virtio' : undefined
}
