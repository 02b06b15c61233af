/** What of the host a Domain touches, by the kinds of its devices. */
import type { Domain } from '../domain/index.ts'
import { type Found, isLoopback } from './reach.ts'

export function devicesOf({ devices = {} }: Domain): Found[] {
  const given = (devices.hostdevs ?? []).map(
    ({ type, source }, index): Found => ({
      kind: 'device',
      path: ['devices', 'hostdevs', index],
      text: `The guest gets a ${nameOfBus(type)}device of the host${whichDevice(source)}`,
    }),
  )
  const cards = (devices.interfaces ?? []).flatMap(({ type, source }, index): Found[] =>
    type === 'hostdev' || type === 'vdpa'
      ? [
          {
            kind: 'device',
            path: ['devices', 'interfaces', index],
            text: `The guest gets a network card of the host${whichDevice(source)}`,
          },
        ]
      : [],
  )
  const smartcards = (devices.smartcard ?? []).flatMap(({ mode }, index): Found[] =>
    mode === 'host' || mode === 'host-certificates'
      ? [
          {
            kind: 'device',
            path: ['devices', 'smartcard', index],
            text: 'The guest gets the smart card of the host',
          },
        ]
      : [],
  )
  return [...given, ...cards, ...smartcards]
}

function nameOfBus(type: string | undefined): string {
  return type === undefined ? '' : `${['pci', 'usb', 'scsi'].includes(type) ? type.toUpperCase() : type} `
}

/** Its address or its ids, as they are written. */
export function whichDevice(source: unknown): string {
  const words = texts(source)
  return words.length === 0 ? '' : ` (${words.join(' ')})`
}

function texts(held: unknown): string[] {
  if (typeof held === 'string' || typeof held === 'number') return [String(held)]
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(texts) : []
}

export function networksOf({ devices }: Domain): Found[] {
  return (devices?.interfaces ?? []).flatMap(({ type, source }, index): Found[] => {
    const path = ['devices', 'interfaces', index]
    switch (type) {
      case 'bridge':
        return [
          {
            kind: 'network',
            path,
            text: `The guest is in the network of the bridge ${source?.bridge ?? 'virbr0'}`,
          },
        ]
      case 'direct':
        return [
          {
            kind: 'network',
            path,
            text: `The guest is in the network of ${source?.dev ?? 'a card of the host'}`,
          },
        ]
      case 'ethernet':
      case 'vhostuser':
      case 'mcast':
      case 'server':
      case 'client':
      case 'udp':
        return [{ kind: 'network', path, text: `The guest is connected to the host by ${type}` }]
      case 'network':
        return source?.network === 'default'
          ? []
          : [{ kind: 'network', path, text: `The guest is in libvirt’s network ${source?.network ?? ''}` }]
      default:
        return []
    }
  })
}

export function openPortsOf({ devices = {} }: Domain): Found[] {
  const forwards = (devices.interfaces ?? []).flatMap(({ port_forwards }, index) =>
    (port_forwards ?? []).flatMap(({ address, dev, ranges }, number): Found[] =>
      isLoopback(address) && dev === undefined
        ? []
        : [
            {
              kind: 'open-port',
              path: ['devices', 'interfaces', index, 'port_forwards', number],
              text: `Others reach the guest at ${address ?? dev} port ${(ranges ?? []).map(({ start, end }) => (end === undefined ? start : `${start}–${end}`)).join(', ')}`,
            },
          ],
    ),
  )
  const screens = (devices.graphics ?? []).flatMap(({ type, listen, listen_address }, index) => {
    const addresses = [
      listen_address,
      ...(listen ?? []).map((one) =>
        one.type === 'network' ? `the network ${one.network ?? ''}` : one.address,
      ),
    ]
    return addresses
      .filter((address) => !isLoopback(address))
      .map(
        (address): Found => ({
          kind: 'open-port',
          path: ['devices', 'graphics', index],
          text: `Others reach the screen (${type ?? 'vnc'}) at ${address}`,
        }),
      )
  })
  return [...forwards, ...screens]
}

export function protectionOf({ seclabel, more_seclabels }: Domain): Found[] {
  const labels = [
    { path: ['seclabel'], label: seclabel },
    ...(more_seclabels ?? []).map((label, index) => ({ path: ['more_seclabels', index], label })),
  ]
  return labels.flatMap(({ path, label }): Found[] =>
    label?.type === 'none' || label?.type === 'static'
      ? [
          {
            kind: 'protection',
            path,
            text: `The ${label.model ?? 'security'} protection of the host around the VM is ${label.type === 'none' ? 'switched off' : 'set by hand'}`,
          },
        ]
      : [],
  )
}

export function wordsForQemu(domain: Domain): Found[] {
  const words = (domain.qemu_arguments ?? []).map(({ value }) => value).join(' ')
  const variables = (domain.qemu_environment ?? [])
    .map(({ name = '', value = '' }) => `${name}=${value}`)
    .join(' ')
  const overrides = (domain.qemu_overrides ?? []).map(({ alias }) => alias).join(', ')
  return [
    ...(words === ''
      ? []
      : [{ kind: 'qemu', path: ['qemu_arguments'], text: `QEMU gets ${words}` } as const]),
    ...(variables === ''
      ? []
      : [{ kind: 'qemu', path: ['qemu_environment'], text: `QEMU’s environment has ${variables}` } as const]),
    ...(overrides === ''
      ? []
      : [
          {
            kind: 'qemu',
            path: ['qemu_overrides'],
            text: `QEMU’s own properties of ${overrides} are other ones`,
          } as const,
        ]),
  ]
}
