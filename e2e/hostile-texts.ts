/** Designs and host facts whose every text is one that some format may take for something else. */
import { z } from 'zod/mini'
import { type HostFacts, hostFactsSchema } from '../src/core/host/index.ts'
import { type Design, designFromPlain, type VmSpec, vmSpec } from '../src/core/spec/index.ts'
import { innerShape, isRecord, type Shape, type UnknownRecord } from '../src/core/table/index.ts'
import { sampleValue } from '../src/core/table/sample-value.ts'

/** Each with a mark, by which it is found again. */
const texts: readonly ((mark: string) => string)[] = [
  (mark) => `'${mark}`,
  (mark) => `"${mark}`,
  (mark) => `\`touch PWNED\`${mark}`,
  (mark) => `${mark}\ntouch PWNED\n`,
  (mark) => `$(touch PWNED)${mark}`,
  (mark) => `;touch PWNED;${mark}`,
  (mark) => `# ${mark}`,
  (mark) => `../../${mark}`,
  (mark) => `-leading${mark}`,
  (mark) => `%n%h${mark}`,
  (mark) => `${mark}\0touch PWNED`,
  (mark) => `${mark}\rtouch PWNED`,
  (mark) => `${mark}\u2028touch PWNED`,
  (mark) => `${mark}\ud800`,
  (mark) => `${mark}\u0085touch PWNED`,
  (mark) => `{{x}}{{.VmName}}${mark}`,
  (mark) => `]]>${mark}`,
  (mark) => `<!--${mark}<img src=x onerror=alert(1)>`,
  (mark) => `\${HOME}${mark}`,
  (mark) => `&touch PWNED&${mark}&amp;`,
  (mark) => `|touch PWNED|${mark}`,
  (mark) => `*${mark}`,
  (mark) => `~/${mark}`,
  (mark) => `${mark}${'x'.repeat(700)}`,
  (mark) => `${mark}\\`,
  (mark) => ` ${mark} `,
  (mark) => `${mark}: [a, {b\n  c: !d`,
  (mark) => `${mark}\nEND\nEOF\n  ProxyCommand touch PWNED\nallow all\nExecStart=touch PWNED`,
  (mark) => `'; touch PWNED; '${mark}`,
  (mark) => `a\tb${mark}\u001b[31m`,
]

/** How many designs it takes until every field had every text. */
export const rounds = texts.length

export interface HostileDesign {
  readonly name: string
  readonly spec: unknown
}

/**
 * A design with every field of the tables, whose texts are the hostile ones in turn: in as many rounds as there are
 * texts each field has each of them, while the kinds take turns.
 *
 * @param formed also in fields that have a form (sizes, addresses), where nothing but a finding can come of them
 */
export function hostileDesign(round: number, formed: boolean): HostileDesign {
  let count = 0
  const next = () => {
    count += 1
    return textAt(count + round, `m${count}m`)
  }
  const sample = sampleValue(vmSpec, { round, text: next })
  const spec = withOwn(runnable(formed ? withFormed(vmSpec, sample, next) : sample), round, formed)
  return { name: round % 3 === 0 ? 'vm' : (oddNames[round % oddNames.length] ?? 'vm'), spec }
}

/** The designs of a round, its fields with a form as they were and broken. They are large: each is read once. */
export function designsOfRound(round: number): readonly Design[] {
  const known = readDesigns.get(round)
  if (known !== undefined) return known
  const designs = [false, true].map((formed) => {
    const { design } = designFromPlain(hostileDesign(round, formed))
    if (design === undefined) throw new Error('no design')
    return design
  })
  readDesigns.set(round, designs)
  return designs
}

const readDesigns = new Map<number, readonly Design[]>()

/** As far as a name may be odd at all. */
const oddNames = [`a b'"$(touch PWNED)`, '-n;touch PWNED #%n', 'x&<b>|*`touch PWNED`', 'é \\']

function textAt(index: number, mark: string): string {
  return texts[index % texts.length]?.(mark) ?? mark
}

/** What decides whether anything is run at all: a machine that QEMU can be, whose files are looked for in vain. */
function runnable(spec: UnknownRecord): UnknownRecord {
  const libvirt = isRecord(spec['libvirt']) ? spec['libvirt'] : {}
  const os = isRecord(libvirt['os']) ? libvirt['os'] : {}
  const devices = isRecord(libvirt['devices']) ? libvirt['devices'] : {}
  const { emulator: _, ...otherDevices } = devices
  return {
    ...spec,
    libvirt: {
      ...libvirt,
      type: 'qemu',
      os: { ...os, type: 'hvm', arch: 'x86_64', machine: 'q35' },
      devices: otherDevices,
    },
  }
}

/** What the kinds that take turns reach too seldom: a share with each tag, and a login with each name and address. */
function withOwn(spec: UnknownRecord, round: number, formed: boolean): UnknownRecord {
  const libvirt = isRecord(spec['libvirt']) ? spec['libvirt'] : {}
  const devices = isRecord(libvirt['devices']) ? libvirt['devices'] : {}
  const list = (key: string): readonly unknown[] => (Array.isArray(devices[key]) ? devices[key] : [])
  const share = {
    driver: { type: 'virtiofs' },
    source: { dir: '~/shared' },
    target: { dir: textAt(round, 'tag') },
  }
  const forward = { address: textAt(round, 'address'), ranges: [{ start: 2222, to: 22 }] }
  const card = { type: 'user', backend: { type: 'passt' }, port_forwards: [forward] }
  const key = round % 4 !== 3 ? 'generate' : `/${textAt(round, 'key')}`
  const installer = isRecord(spec['installer']) ? spec['installer'] : {}
  // Told by cloud-init in one round, by an installer in the next.
  const unattended = { enabled: round % 2 === 1 }
  return {
    ...spec,
    installer: { ...installer, done: false, unattended },
    ...(formed ? { ssh: { user: textAt(round, 'user'), key_source: key }, network: { mode: 'user' } } : {}),
    libvirt: {
      ...libvirt,
      devices: {
        ...devices,
        filesystems: [...list('filesystems'), share],
        interfaces: [...list('interfaces'), ...(formed ? [card] : [])],
      },
    },
  }
}

function withFormed(shape: Shape, held: UnknownRecord, next: () => string): UnknownRecord {
  return Object.fromEntries(
    Object.entries(held).map(([key, value]) => {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined
      if (field && 'scalar' in field && field.scalar.pattern !== undefined)
        return [key, Array.isArray(value) ? value.map(next) : next()]
      const inner = innerShape(field)
      if (inner === undefined) return [key, value]
      if (Array.isArray(value))
        return [key, value.map((item: unknown) => (isRecord(item) ? withFormed(inner, item, next) : item))]
      return [key, isRecord(value) ? withFormed(inner, value, next) : value]
    }),
  )
}

/** A design that has every step of host-setup.sh in it. */
export function designForHost(round: number): VmSpec {
  const text = textAt(round, 'm')
  return {
    ram: '8G',
    network: { mode: 'user' },
    libvirt: {
      memory_backing: { hugepages: { size: '1 GiB' }, locked: true },
      devices: {
        interfaces: [
          { type: 'bridge', source: { bridge: text } },
          { type: 'bridge', source: { bridge: 'br0' } },
          { type: 'bridge', source: { bridge: 'all' } },
        ],
        hostdevs: [
          { type: 'pci', source: { domain: '0x0', bus: '0x01', slot: '0x00', function: '0x0' } },
          { type: 'mdev', source: { uuid: text } },
          { type: 'mdev', source: { uuid: '3627463d-b7f0-4fea-b468-f1da537d301b' } },
          { type: 'usb', source: { vendor: '0x046d', product: '0xc52b' } },
        ],
      },
    },
  }
}

/** Facts as a file has them, every text of which is a hostile one but those that decide whether anything is said. */
export function hostileFacts(round: number): unknown {
  let count = 0
  const make = (node: unknown, path: string): unknown => {
    if (!isRecord(node)) return undefined
    const own = fixedFacts[path]
    if (own !== undefined) return own
    const choices = node['anyOf'] ?? node['oneOf']
    if (Array.isArray(choices)) return make(choices[0], path)
    if (Array.isArray(node['enum'])) return node['enum'][round % node['enum'].length]
    switch (node['type']) {
      case 'object': {
        const properties = isRecord(node['properties'])
          ? node['properties']
          : { one: node['additionalProperties'] }
        return Object.fromEntries(
          Object.entries(properties).map(([key, inner]) => [
            key,
            make(inner, path === '' ? key : `${path}.${key}`),
          ]),
        )
      }
      case 'array':
        return [make(node['items'], `${path}[]`)]
      case 'string':
        count += 1
        return textAt(count + round, `m${count}m`)
      case 'integer':
      case 'number':
        return 1
      case 'boolean':
        return round % 2 === 0
      default:
        return null
    }
  }
  const facts = make(z.toJSONSchema(hostFactsSchema, { io: 'input' }), '')
  if (!isRecord(facts)) return facts
  const programs = { 'qemu-bridge-helper': { path: textAt(round, '/mhelper') } }
  return { ...facts, connection: 'session', programs }
}

/** A graphics card that goes to the guest, and another one that stays. */
const fixedFacts: UnknownRecord = {
  'pci[].address': '0000:01:00.0',
  'pci[].class_code': '0300',
  'pci[].vendor_id': '10de',
  'pci[].device_id': '1234',
  'pci[].sriov': { most: 4, now: 2 },
  'pci[].physical_function': '0000:01:00.1',
  bridge_allowed: ['virbr0'],
  libvirt: '11.3.0',
  qemu: '10.0.0',
}

/** The facts of `hostileFacts` as core would have them if nothing had checked their texts. */
export function uncheckedFacts(round: number): HostFacts {
  const text = textAt(round, 'm')
  return {
    arch: 'x86_64',
    distro: ['arch', 'debian', 'fedora', 'opensuse', 'nixos', text][round % 6] ?? text,
    connection: 'session',
    user: { name: text, uid: 1000, gid: 1000 },
    memlock_kib: 64,
    bridge_allowed: [text],
    programs: { 'qemu-bridge-helper': { path: text } },
    kernel: { command_line: text },
    boot: { loader: (['grub', 'systemd-boot', 'limine', 'refind'] as const)[round % 4] ?? 'grub' },
    mdevs: [{ uuid: text, type: text, parent: text }],
    pci: [
      {
        address: { domain: 0, bus: 1, slot: 0, function: 0 },
        class_code: '0300',
        class_name: text,
        name: text,
        vendor_id: '10de',
        device_id: '1234',
        driver: text,
        modules: [text, 'nvidia'],
        physical_function: { domain: 0, bus: 2, slot: 0, function: 0 },
        mdev_types: [{ type: text }],
      },
      {
        address: { domain: 0, bus: 1, slot: 0, function: 1 },
        class_code: '0403',
        class_name: text,
        name: text,
        vendor_id: '10de',
        device_id: '1235',
        driver: text,
      },
      {
        address: { domain: 0, bus: 2, slot: 0, function: 0 },
        class_code: '0300',
        class_name: text,
        name: text,
        vendor_id: '1002',
        device_id: '1234',
      },
    ],
  }
}
