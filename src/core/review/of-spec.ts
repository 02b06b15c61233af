/** What of the host a design touches by its own words, and what it takes from elsewhere. */

import type { Path } from '../finding.ts'
import type { Design, VmSpec } from '../spec/index.ts'
import type { HostReach } from './reach.ts'

/** XML of the author’s own. */
export function ownXmlOf({ spec: { libvirt } }: Design): HostReach[] {
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

/** What is fetched, and what is copied of what is there. */
export function imagesOf({ spec: { source, installer } }: Design): HostReach[] {
  const { drivers } = installer ?? {}
  return [
    ...imageOf(source, ['source', 'url']),
    ...sourceOf(source),
    ...(installer?.path === undefined ? imageOf(installer, ['installer', 'url']) : []),
    ...(drivers?.path === undefined ? imageOf(drivers, ['installer', 'drivers', 'url']) : []),
  ]
}

/** Other ways to come to a root disk. */
function sourceOf(source: VmSpec['source']): HostReach[] {
  const { from_vm, box, builder_image, checksum_url, cache } = source ?? {}
  const at = (key: string) => ['source', key]
  const isPlainHttp = checksum_url !== undefined && !checksum_url.startsWith('https:')
  return [
    ...whenSaid(from_vm, at('from_vm'), 'file', (vm) => `It is a copy of the host’s VM ${vm}`),
    ...whenSaid(box, at('box'), 'image', (name) => `It is made of the container image ${name}`),
    ...whenSaid(
      builder_image,
      at('builder_image'),
      'program',
      (image) => `It is made in the container image ${image}`,
    ),
    ...whenSaid(
      isPlainHttp ? checksum_url : undefined,
      at('checksum_url'),
      'image',
      (url) => `The checksum comes from ${url}, over http`,
    ),
    ...whenSaid(cache, at('cache'), 'folder', (folder) => `Images are fetched into ${folder}`),
  ]
}

interface Fetched {
  readonly url?: string | undefined
  readonly checksum?: { readonly value?: string | undefined } | undefined
  readonly checksum_url?: string | undefined
}

function imageOf(of: Fetched | undefined, path: Path): HostReach[] {
  const url = of?.url
  if (url === undefined) return []
  const isPlain = !url.startsWith('https:')
  const isUnchecked = of?.checksum?.value === undefined && of?.checksum_url === undefined
  if (!isPlain && !isUnchecked) return []
  const why = isUnchecked
    ? isPlain
      ? 'over http and without a checksum'
      : 'without a checksum'
    : 'over http'
  return [{ kind: 'image', path, text: `The image comes from ${url}, ${why}` }]
}

/** What runs in the guest as root, and what of the host goes into it. */
export function commandsOf({ spec: { cloud_init, ssh } }: Design): HostReach[] {
  const said = (['bootcmd', 'runcmd'] as const).flatMap((key) =>
    (cloud_init?.[key] ?? []).map(
      (text, index): HostReach => ({
        kind: 'command',
        path: ['cloud_init', key, index],
        text: `root of the guest runs ${text}`,
      }),
    ),
  )
  const files = (cloud_init?.write_files ?? []).map(
    ({ path = '' }, index): HostReach => ({
      kind: 'command',
      path: ['cloud_init', 'write_files', index],
      text: `The guest gets the file ${path}`,
    }),
  )
  const mirrors = Object.entries(cloud_init?.mirrors ?? {}).flatMap(([system, addresses]) =>
    Array.isArray(addresses)
      ? addresses.map(
          (address: unknown, index): HostReach => ({
            kind: 'image',
            path: ['cloud_init', 'mirrors', system, index],
            text: `Packages of the guest come from ${String(address)}`,
          }),
        )
      : [],
  )
  return [
    ...said,
    ...files,
    ...mirrors,
    ...whenSaid(
      cloud_init?.extra,
      ['cloud_init', 'extra'],
      'command',
      (extra) => `cloud-init in the guest gets ${extra}`,
    ),
    ...keyOf(ssh),
  ]
}

/** The file is read on the host and goes into the guest. */
function keyOf(ssh: VmSpec['ssh']): HostReach[] {
  const { key_source: key } = ssh ?? {}
  return whenSaid(
    key?.startsWith('/') ? key : undefined,
    ['ssh', 'key_source'],
    'file',
    (file) => `The guest gets the key in ${file}`,
  )
}

function whenSaid(
  value: string | undefined,
  path: Path,
  kind: HostReach['kind'],
  sentence: (value: string) => string,
): HostReach[] {
  return value === undefined || value === '' ? [] : [{ kind, path, text: sentence(value) }]
}
