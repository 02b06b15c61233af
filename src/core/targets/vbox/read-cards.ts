/** Network cards of VirtualBox. Manual, chapter 6: virtual networking. */
import { ownValue } from '../../text/index.ts'
import type { XmlElement } from '../../xml/index.ts'
import {
  type Card,
  childOf,
  childrenOf,
  type DesktopMachine,
  type Forward,
  isOn,
  macOf,
  numberOf,
  said,
} from '../desktop/index.ts'

/** QEMU's e1000 is the 82540EM, the others of the family have the same driver. */
const models: Readonly<Record<string, string>> = {
  Am79C970A: 'pcnet',
  Am79C973: 'pcnet',
  Am79C960: 'pcnet',
  '82540EM': 'e1000',
  '82543GC': 'e1000',
  '82545EM': 'e1000',
  '82583V': 'e1000e',
  virtio: 'virtio',
}

export function readCards(hardware: XmlElement | undefined, machine: DesktopMachine): void {
  for (const adapter of childrenOf(childOf(hardware, 'Network'), 'Adapter')) {
    if (!isOn(adapter)) continue
    const mac = said(adapter, 'MACAddress')
    const type = said(adapter, 'type') ?? 'Am79C973'
    const model = ownValue(models, type)
    if (model === undefined)
      machine.say('changed', 'warning', `QEMU has no card ${type}: it is an e1000 here.`, adapter.position)
    machine.addCard({
      ...connectionOf(adapter, machine),
      model: model ?? 'e1000',
      mac: mac === undefined ? undefined : macOf(mac),
      position: adapter.position,
    })
  }
}

/** The ways of cards that are not used stand in DisabledModes. */
function connectionOf(
  adapter: XmlElement,
  machine: DesktopMachine,
): Pick<Card, 'mode' | 'network' | 'isConnected' | 'forwards'> {
  const isConnected = said(adapter, 'cable') !== 'false'
  const named = (element: string, usual: string) => {
    const found = childOf(adapter, element)
    return found === undefined ? undefined : (said(found, 'name') ?? usual)
  }
  const nat = childOf(adapter, 'NAT')
  if (nat !== undefined) return { mode: 'user', isConnected, forwards: forwardsOf(nat, machine) }
  if (childOf(adapter, 'BridgedInterface') !== undefined) return { mode: 'bridge', isConnected }
  const network = named('InternalNetwork', 'intnet') ?? hostOnly(adapter)
  if (network !== undefined) return { mode: 'network', network, isConnected }
  if (named('NATNetwork', '') !== undefined) return { mode: 'nat', isConnected }
  const other = named('GenericInterface', '') ?? named('CloudNetwork', '')
  if (other !== undefined)
    machine.say('left', 'warning', 'The connection of this card has no counterpart.', adapter.position)
  // Connected to nothing.
  return { mode: 'user', isConnected: false }
}

/** All networks for the host alone are one here: theirs are called after interfaces of the old host. */
function hostOnly(adapter: XmlElement): string | undefined {
  const isSaid = ['HostOnlyInterface', 'HostOnlyNetwork'].some((name) => childOf(adapter, name) !== undefined)
  return isSaid ? 'host-only' : undefined
}

function forwardsOf(nat: XmlElement, machine: DesktopMachine): Forward[] {
  return childrenOf(nat, 'Forwarding').flatMap((one): Forward[] => {
    const host = numberOf(said(one, 'hostport'))
    const guest = numberOf(said(one, 'guestport'))
    if (host === undefined || guest === undefined) {
      machine.say('value', 'warning', 'A port forward without its ports is left out.', one.position)
      return []
    }
    const proto = said(one, 'proto') === '0' ? 'udp' : 'tcp'
    return [{ proto, address: said(one, 'hostip'), host, guest }]
  })
}
