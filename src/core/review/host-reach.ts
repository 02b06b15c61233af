/** Everything of a design that would touch the host it runs on, for whoever got the design from somebody else. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { listKept } from '../lift/index.ts'
import { type Resolved, resolve, specPathOf } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { hostPathsSaid } from './host-paths-said.ts'

/** The group of it, which the page names it by. */
export type HostReachKind =
  | 'folder'
  | 'file'
  | 'program'
  | 'device'
  | 'network'
  | 'open-port'
  | 'image'
  | 'command'
  | 'xml'
  | 'qemu'
  | 'protection'

export interface HostReach {
  readonly kind: HostReachKind
  /** Into the spec. */
  readonly path: Path
  /** What of the host it touches, as a sentence without its end. */
  readonly text: string
}

/** The same with a path into the Domain. */
type Found = HostReach

/**
 * What would touch the host, in the order of the design: folders and files outside of the VM's own folder, devices,
 * programs that would be run, networks that lead out, ports that others can reach, images that nothing vouches for,
 * commands, XML and QEMU words that no field checks.
 */
export function hostReach(design: Design): HostReach[] {
  const resolved = resolve(design, undefined, 'libvirt')
  const ofDomain = [
    ...pathsOf(resolved),
    ...devicesOf(resolved.domain),
    ...networksOf(resolved.domain),
    ...openPortsOf(resolved.domain),
    ...protectionOf(resolved.domain),
    ...wordsForQemu(resolved.domain),
    ...keptOf(resolved.domain),
  ].map((found) => ({ ...found, path: specPathOf(found.path, resolved.origins) }))
  return [...imagesOf(design), ...commandsOf(design), ...ownXmlOf(design), ...ofDomain]
}

const programKeys = new Set([
  'emulator',
  'loader',
  'kernel',
  'initrd',
  'dtb',
  'bootloader',
  'script',
  'downscript',
  'binary',
  'acpi_tables',
  'shim',
])

function pathsOf({ domain, paths, installation }: Resolved): Found[] {
  // Where a CD is fetched to is ours to say; what it is fetched from is among the images.
  const isFetched = (file: string) =>
    installation?.media.some((medium) => medium.url !== undefined && medium.file === file) ?? false
  const said = hostPathsSaid(domain, paths.stateDir).filter(({ file }) => !isFetched(file))
  return said.map(({ path, file, plain }) => {
    if (path.some((segment) => typeof segment === 'string' && programKeys.has(segment)))
      return { kind: 'program', path, text: `It runs or boots ${file} of the host` }
    if (plain.startsWith('/dev/')) return { kind: 'device', path, text: `The guest gets the device ${file}` }
    if (path[1] === 'filesystems')
      return {
        kind: 'folder',
        path,
        text: `The guest sees the folder ${file}${isReadonly(domain, path) ? ', read-only' : ' and may write in it'}`,
      }
    return { kind: 'file', path, text: `It opens ${file}` }
  })
}

function isReadonly({ devices }: Domain, path: Path): boolean {
  return devices?.filesystems?.[Number(path[2])]?.readonly === true
}

function devicesOf({ devices = {} }: Domain): Found[] {
  const given = (devices.hostdevs ?? []).map(
    ({ type, source }, index): Found => ({
      kind: 'device',
      path: ['devices', 'hostdevs', index],
      text: `The guest gets a ${nameOfBus(type)} device of the host${whichDevice(source)}`,
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
  return type === undefined ? '' : ['pci', 'usb', 'scsi'].includes(type) ? type.toUpperCase() : type
}

/** Its address or its ids, as they are written. */
function whichDevice(source: unknown): string {
  const words = texts(source)
  return words.length === 0 ? '' : ` (${words.join(' ')})`
}

function texts(held: unknown): string[] {
  if (typeof held === 'string' || typeof held === 'number') return [String(held)]
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(texts) : []
}

function networksOf({ devices }: Domain): Found[] {
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

/** Undefined stands for an address that is not said, which is loopback for whatever listens here. */
function isLoopback(address: string | undefined): boolean {
  return address === undefined || /^(?:127\.|::1$|localhost$)/.test(address)
}

function openPortsOf({ devices = {} }: Domain): Found[] {
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
  const ends = (['serial', 'console', 'parallel', 'channels', 'redirdev'] as const).flatMap((list) =>
    (devices[list] ?? []).flatMap((one, index): Found[] => {
      const source = 'source' in one ? one.source : undefined
      const host = source !== undefined && 'host' in source ? source.host : undefined
      const isOpen = (one.type === 'tcp' || one.type === 'udp') && !isLoopback(host)
      return isOpen
        ? [
            {
              kind: 'open-port',
              path: ['devices', list, index],
              text: `The guest’s ${list} is connected to ${host}`,
            },
          ]
        : []
    }),
  )
  return [...forwards, ...screens, ...ends]
}

function protectionOf({ seclabel, more_seclabels }: Domain): Found[] {
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

function wordsForQemu(domain: Domain): Found[] {
  const words = (domain.qemu_arguments ?? []).map(({ value }) => value).join(' ')
  const variables = (domain.qemu_environment ?? [])
    .map(({ name, value = '' }) => `${name}=${value}`)
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

/** XML that no field holds goes to libvirt as it is. */
function keptOf(domain: Domain): Found[] {
  return listKept(domain)
    .filter(({ kind, text }) => kind !== 'comment' && !text.startsWith('<qemu:') && !text.startsWith('xmlns'))
    .map(({ path, text }) => ({ kind: 'xml', path, text: `libvirt gets ${text}` }))
}

function ownXmlOf({ spec: { libvirt } }: Design): HostReach[] {
  const snippets = (libvirt?.snippets ?? []).map(
    (text, index): HostReach => ({
      kind: 'xml',
      path: ['libvirt', 'snippets', index],
      text: `libvirt gets ${text}`,
    }),
  )
  const whole = libvirt?.xml_passthrough
  return whole === undefined
    ? snippets
    : [...snippets, { kind: 'xml', path: ['libvirt', 'xml_passthrough'], text: `libvirt gets ${whole}` }]
}

function imagesOf({ spec: { source, installer } }: Design): HostReach[] {
  const { drivers } = installer ?? {}
  return [
    ...imageOf(source, ['source', 'url']),
    ...(installer?.path === undefined ? imageOf(installer, ['installer', 'url']) : []),
    ...(drivers?.path === undefined ? imageOf(drivers, ['installer', 'drivers', 'url']) : []),
  ]
}

interface Fetched {
  readonly url?: string | undefined
  readonly checksum?: { readonly value?: string | undefined } | undefined
}

function imageOf(of: Fetched | undefined, path: Path): HostReach[] {
  const url = of?.url
  if (url === undefined) return []
  const isPlain = !url.startsWith('https:')
  const isUnchecked = of?.checksum?.value === undefined
  if (!isPlain && !isUnchecked) return []
  const why = isUnchecked
    ? isPlain
      ? 'over http and without a checksum'
      : 'without a checksum'
    : 'over http'
  return [{ kind: 'image', path, text: `The image comes from ${url}, ${why}` }]
}

function commandsOf({ spec: { cloud_init } }: Design): HostReach[] {
  const said = (['bootcmd', 'runcmd'] as const).flatMap((key) =>
    (cloud_init?.[key] ?? []).map(
      (text, index): HostReach => ({
        kind: 'command',
        path: ['cloud_init', key, index],
        text: `root of the guest runs ${text}`,
      }),
    ),
  )
  const extra = cloud_init?.extra
  return typeof extra === 'string' && /\b(?:runcmd|bootcmd|write_files|#!)/.test(extra)
    ? [
        ...said,
        { kind: 'command', path: ['cloud_init', 'extra'], text: `cloud-init in the guest gets ${extra}` },
      ]
    : said
}
