/** Network cards. */
import type { UnknownRecord } from '../../table/index.ts'
import type { Card, DesktopMachine } from './machine.ts'

/** What the bridge of a host is called most often; theirs say none that is one of Linux. */
export const usualBridge = 'br0'

export function interfaceOf({ mode, network, model, mac, isConnected, forwards = [] }: Card): UnknownRecord {
  const address = mac === undefined ? undefined : macOf(mac)
  return {
    ...connection(mode, network),
    ...(address === undefined ? {} : { mac: { address } }),
    ...(model === undefined ? {} : { model: { type: model } }),
    ...(isConnected === false ? { link: { state: 'down' } } : {}),
    ...(forwards.length === 0 ? {} : { backend: { type: 'passt' }, port_forwards: forwardsOf(forwards) }),
  }
}

function connection(mode: Card['mode'], network: string | undefined): UnknownRecord {
  if (mode === 'user') return { type: 'user' }
  if (mode === 'bridge') return { type: 'bridge', source: { bridge: network ?? usualBridge } }
  return { type: 'network', source: { network: network ?? 'default' } }
}

/** One of libvirt's for each protocol and address. */
function forwardsOf(forwards: NonNullable<Card['forwards']>): UnknownRecord[] {
  const groups = new Map<string, { readonly head: UnknownRecord; readonly ranges: UnknownRecord[] }>()
  for (const { proto, address = '0.0.0.0', host, guest } of forwards) {
    const group = groups.get(`${proto} ${address}`) ?? { head: { proto, address }, ranges: [] }
    groups.set(`${proto} ${address}`, group)
    group.ranges.push({ start: host, to: guest })
  }
  return [...groups.values()].map(({ head, ranges }) => ({ ...head, ranges }))
}

/** `0800279D6EE1`, `00-0C-29-…` and `00:0c:29:…`; undefined for what is none. */
export function macOf(text: string): string | undefined {
  const digits = text.replace(/[:-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(digits) ? digits.replace(/..(?=.)/g, '$&:') : undefined
}

/** Bridges and networks that the host has to have; one finding for all of them. */
export function sayNetworks(machine: DesktopMachine): void {
  const bridged = machine.cards.find(({ mode, network }) => mode === 'bridge' && network === undefined)
  if (bridged !== undefined)
    machine.say(
      'network',
      'advice',
      `A bridged card is on the bridge ${usualBridge} here: say what yours is called, or make one; libvirt puts no VM on the network of the host without one.`,
      bridged.position,
    )
  const networks = machine.cards.flatMap(({ mode, network, position }) =>
    mode === 'network' && network !== undefined ? [{ network, position }] : [],
  )
  if (networks[0] !== undefined)
    machine.say(
      'network',
      'warning',
      `libvirt needs a network for these: ${[...new Set(networks.map(({ network }) => network))].join(', ')}. Define each without <forward>, which makes it one of the guests and this host: virsh net-define.`,
      networks[0].position,
    )
}
