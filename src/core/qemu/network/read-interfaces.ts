/** Network cards and what they are connected to. The way back of interfaces.ts and network-cards.ts. */

import type { Interface } from '../../domain/index.ts'
import type { OptionInHand } from '../read/option-in-hand.ts'
import type { Reading } from '../read/reading.ts'
import { busOfDriver, takeAddress } from '../read/take-address.ts'
import { takeAlias } from '../read/take-device.ts'
import {
  cardNames,
  driverKeys,
  driverSizes,
  guestKeys,
  hostKeys,
  isVirtio,
  takeKeys,
  takeSizes,
  txModes,
} from './card-keys.ts'
import { type ReadNetwork, readNetwork } from './read-netdevs.ts'

export function readInterfaces(reading: Reading): void {
  for (const option of reading.devices(isCard)) {
    const netdev = reading.named('netdev', option.peek('netdev'))
    if (netdev === undefined || netdev.isRead) continue
    const network = readNetwork(reading, netdev)
    if (network === undefined) continue
    netdev.take('id')
    option.take('netdev')
    const driver = option.take('driver') ?? ''
    addCard(reading, network, modelOf(driver), option, driver)
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
  { network, queues, vhost, options }: ReadNetwork,
  model: string,
  card: OptionInHand,
  driver = '',
): void {
  const virtio = isVirtio(model)
  if (virtio && queues !== undefined && queues > 1) {
    card.drop('mq', 'on', 'true', 'yes')
    card.drop('vectors', String(queues * 2 + 2))
  }
  const size = virtio ? card.takeNumber('host_mtu', 'host-mtu') : undefined
  const order = card.peek('bootindex') === '0' ? undefined : card.takeNumber('bootindex')
  const index = card.takeNumber('acpi-index')
  const address = takeAddress(reading, card) ?? busOfDriver(driver)
  reading.add(
    'interfaces',
    {
      ...network,
      mac: readMac(card),
      model: { type: model },
      driver: readDriver(card, virtio, queues, vhost),
      mtu: size === undefined ? network.mtu : { size },
      teaming: virtio && card.takeBoolean('failover') === true ? { type: 'persistent' } : undefined,
      rom: readRom(card),
      boot: order === undefined ? undefined : { order },
      acpi: index === undefined ? undefined : { index },
      alias: takeAlias(card),
      address,
    },
    options.includes(card) ? options : [card, ...options],
  )
}

function readMac(card: OptionInHand): Interface['mac'] {
  for (const key of ['mac', 'macaddr'])
    if (/^(?:[\da-f]{2}:){5}[\da-f]{2}$/i.test(card.peek(key) ?? '')) return { address: card.take(key) }
  return undefined
}

function readDriver(
  card: OptionInHand,
  virtio: boolean,
  queues: number | undefined,
  vhost: boolean | undefined,
): Interface['driver'] {
  if (!virtio) return vhost === true ? { name: 'vhost' } : undefined
  const tx = card.peek('tx')
  const txmode = tx === txModes.iothread ? 'iothread' : tx === txModes.timer ? 'timer' : undefined
  if (txmode !== undefined) card.take('tx')
  const driver = {
    // Without a word libvirt has the kernel carry the packets.
    name: vhost === false ? ('qemu' as const) : undefined,
    queues: queues !== undefined && queues > 1 ? queues : undefined,
    txmode,
    ...takeKeys(card, driverKeys),
    ...takeSizes(card, driverSizes),
    host: someOf(takeKeys(card, hostKeys)),
    guest: someOf(takeKeys(card, guestKeys)),
  } as const
  return someOf(driver)
}

function someOf<T extends object>(held: T): T | undefined {
  return Object.values(held).some((value) => value !== undefined) ? held : undefined
}

function readRom(card: OptionInHand): Interface['rom'] {
  const file = card.take('romfile')
  const bar = card.takeNumber('rombar')
  if (file === undefined && bar === undefined) return undefined
  return {
    bar: bar === undefined ? undefined : bar !== 0,
    file: file === '' ? undefined : file,
    enabled: file === '' ? false : undefined,
  }
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
