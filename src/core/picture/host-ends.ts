/** What of the host each device of a Domain leads to. */
import type { Devices, Disk, Filesystem, Hostdev, Interface, Item } from '../domain/index.ts'
import { deviceName, displayPortWords } from '../guide/index.ts'
import { comparePciAddresses, formatPciAddress, type HostFacts, pciAddressFromParts } from '../host/index.ts'
import type { HostEnd } from './picture.ts'

/** What is known of the host; undefined when nothing is. */
export type Known = HostFacts | undefined

function end(title: string, ...details: readonly (string | undefined)[]): HostEnd {
  return {
    key: title,
    title,
    details: details.flatMap((word) => (word === undefined || word === '' ? [] : [word])),
  }
}

/** The file, device or address that holds the data of a disk. */
export function diskEnd({ type = 'file', device, source, driver }: Disk): HostEnd {
  const format = driver?.type
  if (source === undefined)
    return end(device === 'cdrom' || device === 'floppy' ? 'empty drive' : 'no source')
  switch (type) {
    case 'file':
      return source.file === undefined ? end('empty drive') : end(source.file, format)
    case 'block':
      return end(source.dev ?? 'no device', 'block device', format)
    case 'dir':
      return end(source.dir ?? 'no directory', 'directory')
    case 'volume':
      return end(`volume ${source.volume ?? '?'}`, `pool ${source.pool ?? '?'}`, format)
    case 'network': {
      const { protocol = 'network', name = '', hosts = [] } = source
      return end(`${protocol} ${name}`.trim(), ...hosts.map(hostWords), format)
    }
    case 'nvme':
      return end(`NVMe ${formatAddress(source.address) ?? '?'}`, format)
    case 'vhostuser':
      return end(source.path ?? 'vhost-user socket', 'vhost-user')
    default:
      return end(source.dev ?? type, type)
  }
}

function hostWords({
  name,
  port,
  socket,
}: {
  readonly name?: string | undefined
  readonly port?: number | string | undefined
  readonly socket?: string | undefined
}): string {
  if (socket !== undefined) return socket
  return port === undefined ? (name ?? '') : `${name ?? ''}:${port}`
}

/** Where a network card leads: the user network with its forwards, a bridge, a network of libvirt's, a card of the host. */
export function interfaceEnd(card: Interface, known: Known): HostEnd {
  const { type = 'user', source = {}, backend, port_forwards: forwards = [], target } = card
  switch (type) {
    case 'user': {
      const name = backend?.type === 'passt' ? 'passt' : 'slirp'
      const words = forwards.flatMap(forwardWords)
      // Each card has a user network of its own.
      return {
        ...end(name, source.dev, ...words),
        key: JSON.stringify([name, words, card.mac?.address, card.address]),
      }
    }
    case 'bridge': {
      const ports = (known?.network_devices ?? []).filter(({ bridge }) => bridge === source.bridge)
      return end(`bridge ${source.bridge ?? '?'}`, ...ports.map(({ name }) => `with ${name}`))
    }
    case 'network': {
      const { network = '?' } = source
      const at = known?.networks?.find(({ name }) => name === network)?.at
      return end(`network ${network}`, at)
    }
    case 'direct':
      return end(`macvtap on ${source.dev ?? '?'}`, source.mode)
    case 'ethernet':
      return end(`tap device ${target?.dev ?? ''}`.trim())
    case 'hostdev':
      return pciEnd(source, known) ?? end('device of the host')
    case 'vhostuser':
      return end(source.path ?? 'vhost-user socket', 'vhost-user', source.mode)
    case 'vdpa':
      return end(source.dev ?? 'vDPA device', 'vDPA')
    case 'mcast':
    case 'server':
    case 'client':
    case 'udp':
      return end(`${type} ${source.address ?? ''}:${source.port ?? '?'}`)
    case 'internal':
      return end(`internal network ${source.name ?? ''}`.trim())
    case 'vds':
      return end('distributed switch', source.portid)
    case 'null':
      return end('nowhere')
  }
}

type Forward = Item<Interface['port_forwards']>

/** `127.0.0.1:2222 → 22`; an address only where it is not the usual one. */
function forwardWords({ proto, address, dev, ranges = [] }: Forward): string[] {
  const before = address === undefined || address === '127.0.0.1' ? '' : `${address}:`
  const after = `${proto === 'udp' ? ' udp' : ''}${dev === undefined ? '' : ` on ${dev}`}`
  return ranges.map(({ start, end: last, to, exclude }) => {
    const ports = `${before}${start}${last === undefined ? '' : `-${last}`}`
    return exclude === true ? `not ${ports}${after}` : `${ports} → ${to ?? start}${after}`
  })
}

/** The directory or image behind a share. */
export function shareEnd({ source, driver }: Filesystem): HostEnd {
  const { dir, file, dev, name, socket } = source ?? {}
  return end(
    dir ?? file ?? dev ?? name ?? socket ?? 'memory of the host',
    driver?.type === 'path' ? '9p' : driver?.type,
  )
}

/** The device of the host behind a passed-through one; of PCI devices those of an IOMMU group lead to the same. */
export function hostdevEnd({ type, source = {} }: Hostdev, known: Known): HostEnd {
  switch (type) {
    case 'pci':
      return pciEnd(source, known) ?? end('PCI device')
    case 'usb': {
      const { vendor, product, bus, device, port } = source
      const found = known?.usb?.find(
        (one) =>
          one.vendor_id === withoutPrefix(vendor) &&
          one.product_id === withoutPrefix(product) &&
          vendor !== undefined,
      )
      const ids =
        vendor === undefined
          ? `bus ${bus ?? '?'} ${port === undefined ? `device ${device ?? '?'}` : `port ${port}`}`
          : `${withoutPrefix(vendor)}:${withoutPrefix(product)}`
      return end(`USB ${ids}`, found?.name)
    }
    case 'mdev':
      return end(`mediated device ${source.uuid ?? ''}`.trim())
    case 'scsi':
      return end(
        `SCSI ${source.adapter ?? source.name ?? '?'}`,
        source.unit === undefined ? undefined : `unit ${source.unit}`,
      )
    case 'scsi_host':
      return end(`SCSI host ${source.wwpn ?? '?'}`)
    default:
      return end(source.block ?? source.char ?? source.interface ?? 'device of the host')
  }
}

function withoutPrefix(id: string | undefined): string | undefined {
  return id?.replace(/^0x/i, '').toLowerCase()
}

interface AddressWords {
  readonly domain?: string | undefined
  readonly bus?: string | undefined
  readonly slot?: string | undefined
  readonly function?: string | undefined
}

function formatAddress(words: AddressWords | undefined): string | undefined {
  const address = addressOf(words)
  return address === undefined ? undefined : shortAddress(formatPciAddress(address))
}

function addressOf({ domain, bus, slot, function: number }: AddressWords = {}) {
  return pciAddressFromParts({
    ...(domain === undefined ? {} : { domain }),
    ...(bus === undefined ? {} : { bus }),
    ...(slot === undefined ? {} : { slot }),
    ...(number === undefined ? {} : { function: number }),
  }).address
}

/** `01:00.0`; the domain only where it is not the usual one. */
export function shortAddress(address: string): string {
  return address.startsWith('0000:') ? address.slice(5) : address
}

function pciEnd(source: AddressWords, known: Known): HostEnd | undefined {
  const address = addressOf(source)
  if (address === undefined) return undefined
  const device = known?.pci?.find((one) => comparePciAddresses(one.address, address) === 0)
  const words = shortAddress(formatPciAddress(address))
  if (device === undefined) return end(`PCI ${words}`)
  const named = `${words} ${deviceName(device)}`
  return device.iommu_group === undefined ? end(named) : end(`IOMMU group ${device.iommu_group}`, named)
}

interface Line {
  readonly type?: string | undefined
  readonly source?: Item<Devices['serial']>['source']
}

/** The host's end of a serial port, console, channel or redirected device. */
export function lineEnd({ type, source = {} }: Line): HostEnd | undefined {
  if (type === undefined) return undefined
  const { path, host, service, channel, master } = source
  const place =
    path ?? (host === undefined && service === undefined ? undefined : `${host ?? ''}:${service ?? ''}`)
  const title = [lineNames.get(type) ?? type, place ?? channel ?? master]
    .filter((word) => word !== undefined)
    .join(' ')
  return end(title)
}

const lineNames: ReadonlyMap<string, string> = new Map([
  ['pty', 'terminal (pty)'],
  ['unix', 'socket'],
  ['spicevmc', 'SPICE viewer'],
  ['spiceport', 'SPICE port'],
  ['qemu-vdagent', 'QEMU’s clipboard'],
  ['dev', 'device'],
  ['null', 'nowhere'],
])

/** Where a display is seen: `VNC, 127.0.0.1, port 5900`. */
export function graphicsEnd(display: Item<Devices['graphics']>): HostEnd {
  const { type, listen = [], listen_address: old, socket } = display
  const hasPort = type === 'vnc' || type === 'spice' || type === 'rdp'
  const sockets = listen
    .filter((one) => one.type === 'socket')
    .map((one) => one.socket ?? 'socket of libvirt’s')
  const addresses = listen.flatMap(
    ({ address, network }) => address ?? (network === undefined ? [] : `network ${network}`),
  )
  if (socket !== undefined) return end(socket)
  if (sockets.length > 0) return end(sockets.join(', '))
  if (hasPort)
    return end(
      [...(addresses.length > 0 ? addresses : [old ?? '127.0.0.1']), displayPortWords(display)].join(', '),
    )
  return end(type === 'egl-headless' ? 'GPU of the host' : 'desktop of the host')
}

/** The TPM of the host, or the program that stands for one. */
export function tpmEnd({ backend }: Item<Devices['tpm']>): HostEnd {
  switch (backend?.type ?? 'emulator') {
    case 'passthrough':
      return end(backend?.device ?? '/dev/tpm0')
    case 'external':
      return end(backend?.source?.path ?? 'socket of a TPM')
    default:
      return end('swtpm', backend?.source?.path)
  }
}

/** What holds the content of a memory device. */
export function memoryEnd({ source }: Item<Devices['memory']>): HostEnd | undefined {
  if (source?.path !== undefined) return end(source.path)
  return source?.nodemask === undefined ? undefined : end(`host node ${source.nodemask}`)
}

/** Where random numbers come from. */
export function rngEnd({ backend }: Item<Devices['rng']>): HostEnd {
  if (backend?.model === 'builtin') return end('QEMU itself')
  if (backend?.model === 'egd') return lineEnd(backend) ?? end('egd')
  return end(backend?.value ?? '/dev/urandom')
}

/** A device of the host that a pointer or keyboard of the guest is. */
export function inputEnd({ source }: Item<Devices['inputs']>): HostEnd | undefined {
  return source === undefined ? undefined : end(source.evdev ?? source.dev ?? 'device of the host')
}

/** Where sound goes. */
export function audioEnd({ type, path }: Item<Devices['audio']>): HostEnd {
  return end(
    type === 'none' ? 'nowhere' : (path ?? audioNames.get(type ?? '') ?? type ?? 'sound of the host'),
  )
}

const audioNames: ReadonlyMap<string, string> = new Map([
  ['spice', 'SPICE viewer'],
  ['pipewire', 'PipeWire'],
  ['pulseaudio', 'PulseAudio'],
  ['alsa', 'ALSA'],
  ['jack', 'JACK'],
])

/** Memory that other programs of the host see, too. */
export function shmemEnd({ name, server }: Item<Devices['shmem']>): HostEnd {
  return end(server?.path ?? `/dev/shm/${name}`)
}

/** A file of the host that keeps something of the guest. */
export function fileEnd(path: string | undefined): HostEnd | undefined {
  return path === undefined ? undefined : end(path)
}
