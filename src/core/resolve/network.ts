/** The first interface from `network`, the author's further ones after it. libvirt manual, Network interfaces. */
import type { Interface, Item } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { addMadeInterface } from './add-made-device.ts'
import { addDevice, type Draft, guestNote, note, origin } from './draft.ts'
import { filled } from './fill.ts'

type Range = Item<Item<Interface['port_forwards']>['ranges']>

const loopback = '127.0.0.1'

export function resolveNetwork(draft: Draft): void {
  const { network, ssh } = draft.spec
  const own = draft.libvirt.devices?.interfaces
  if (network !== undefined || ssh?.port !== undefined || own === undefined) addDefaultInterface(draft)
  for (const [index, device] of (own ?? []).entries())
    addDevice(draft, 'interfaces', completed(draft, device, index), [
      'libvirt',
      'devices',
      'interfaces',
      index,
    ])
}

function addDefaultInterface(draft: Draft): void {
  const network = draft.spec.network ?? {}
  const mode = network.mode ?? 'user'
  const model = network.model ?? draft.system?.network ?? 'virtio'
  const ranges = mode === 'user' ? forwardedPorts(draft) : []
  const path = addMadeInterface(
    draft,
    {
      ...connection(draft, mode, network.bridge),
      ...(network.mac === undefined ? {} : { mac: { address: network.mac } }),
      model: { type: model },
      ...(ranges.length === 0
        ? {}
        : { backend: { type: 'passt' }, port_forwards: [{ proto: 'tcp', address: loopback, ranges }] }),
    },
    ['network'],
  )
  origin(draft, [...path, 'model', 'type'], ['network', 'model'])
  origin(draft, [...path, 'mac', 'address'], ['network', 'mac'])
  origin(draft, [...path, 'port_forwards'], ['network', 'port_forwards'])
  if (ranges.length > 0 && sshPort(draft) !== undefined)
    origin(draft, [...path, 'port_forwards', 0, 'ranges', 0], ['ssh', 'port'])
  if (draft.spec.network?.mode === undefined)
    note(
      draft,
      path,
      'a user network',
      'It needs no rights on the host.',
      'Set network.mode; an empty list in libvirt.devices.interfaces leaves it out.',
    )
  if (draft.spec.network?.model === undefined) noteModel(draft, path, model)
  if (ranges.length > 0) {
    note(
      draft,
      [...path, 'backend'],
      'passt',
      'libvirt forwards ports with passt only.',
      'Leave ssh.port and network.port_forwards out.',
    )
    note(
      draft,
      [...path, 'port_forwards'],
      `bound to ${loopback}`,
      'The ports are for this host alone.',
      'Add an interface of your own with port_forwards and an address.',
    )
  }
  if (mode !== 'user' && (network.port_forwards?.length ?? 0) > 0)
    draft.findings.push({
      code: 'network.forward-needs-user',
      severity: 'warning',
      path: ['network', 'port_forwards'],
      message: `Port forwards work in mode user only; in mode ${mode} the guest has an address of its own.`,
      fix: { title: 'Set network.mode to user', changes: [{ path: ['network', 'mode'], value: 'user' }] },
    })
}

function noteModel(draft: Draft, path: Path, model: string): void {
  const place = [...path, 'model']
  const how = 'Set network.model.'
  if (draft.system === undefined)
    note(draft, place, 'a virtio card', 'The fastest; Linux has the driver.', how)
  else if (model === 'virtio')
    guestNote(draft, place, 'a virtio card', `The fastest; ${draft.system.name} has the driver.`, how)
  else
    guestNote(
      draft,
      place,
      `a card ${model}`,
      `${draft.system.name} has its driver, and none for virtio as it is installed.`,
      how,
    )
}

function connection(draft: Draft, mode: string, bridge: string | undefined): Interface {
  if (mode === 'bridge') return { type: 'bridge', ...(bridge === undefined ? {} : { source: { bridge } }) }
  if (mode === 'user') return { type: 'user' }
  if (bridge === undefined)
    note(
      draft,
      ['devices', 'interfaces', 0, 'source'],
      'the network default',
      'It is there on nearly every host.',
      'Set network.bridge to the name of another.',
    )
  return { type: 'network', source: { network: bridge ?? 'default' } }
}

/** A port of 0 means none. */
function sshPort(draft: Draft): number | undefined {
  const port = draft.spec.ssh?.port
  return port === undefined || port === 0 ? undefined : port
}

/** The SSH port first. `start` is the port of the host, `to` that of the guest. */
function forwardedPorts(draft: Draft): Range[] {
  const ranges: Range[] = []
  const ssh = sshPort(draft)
  if (ssh !== undefined) ranges.push({ start: ssh, to: 22 })
  for (const forward of draft.spec.network?.port_forwards ?? []) {
    const [host, guest] = forward.split(':').map(Number)
    if (isPort(host) && isPort(guest)) ranges.push({ start: host, to: guest })
  }
  return ranges
}

function isPort(port: number | undefined): port is number {
  return Number.isInteger(port)
}

/** A forward of the author's own is bound to this host as well unless an address is said, and needs passt. */
function completed(draft: Draft, device: Interface, index: number): Interface {
  const whole = filled(draft, 'interfaces', device, index)
  const { port_forwards: forwards = [] } = whole
  if (forwards.length === 0) return whole
  if (device.backend?.type === undefined)
    note(
      draft,
      ['devices', 'interfaces', draft.devices.interfaces?.length ?? 0, 'backend'],
      'passt',
      'libvirt forwards ports with passt only.',
      'Leave port_forwards out.',
    )
  return {
    ...whole,
    backend: { type: 'passt', ...device.backend },
    port_forwards: forwards.map((forward) => ({
      ...forward,
      proto: forward.proto ?? 'tcp',
      address: forward.address ?? loopback,
    })),
  }
}
