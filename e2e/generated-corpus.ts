/** Designs made of real ones by changing one thing, for libvirt and QEMU to judge in the lab, and what their words mean. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type PlainElement, type PlainNode, parseXml, writeElement } from '../src/core/xml/index.ts'
import type { Random } from './fuzz/random.ts'

/** An element that may be changed. */
interface Node {
  name: string
  attributes: { name: string; value: string }[]
  children: (Node | string)[]
}

/** What libvirt and QEMU said of a design, as e2e/lab/judge.sh writes it. */
export interface Verdict {
  readonly name: string
  /** `define` or `start` refused it; `ok`: it runs. `schema`: it runs, and libvirt's schema refuses it. */
  readonly stage: 'define' | 'start' | 'ok' | 'schema'
  readonly message: string
}

/** Reads what judge.sh wrote. */
export function readVerdicts(rows: string): Verdict[] {
  return rows
    .trimEnd()
    .split('\n')
    .flatMap((row) => {
      const [name = '', stage = '', message = ''] = row.split('\t')
      return stage === 'define' || stage === 'start' || stage === 'ok' || stage === 'schema'
        ? [{ name, stage, message }]
        : []
    })
}

/** The domains of a corpus that may be real: those of people, and those of which libvirt's tests and the lab say that they run. */
export function realDesigns(corpus: string): Map<string, string> {
  const found = new Map<string, string>()
  const add = (folder: string, wanted: (name: string) => boolean) => {
    const place = path.join(corpus, folder)
    for (const name of readdirSync(place)
      .filter((one) => one.endsWith('.xml'))
      .map((one) => one.slice(0, -4)))
      if (wanted(name)) found.set(`${folder}-${name}`, readFileSync(path.join(place, `${name}.xml`), 'utf8'))
  }
  const tests = path.join(corpus, 'libvirt-11.3')
  add('real', () => true)
  add('verdicts', () => true)
  add('libvirt-11.3', (name) =>
    ['x86_64', 'aarch64'].some((arch) => existsSync(path.join(tests, `${name}.${arch}.args`))),
  )
  return found
}

/**
 * A design that the lab can start: its files are those that judge.sh makes, the processor is emulated, and what the lab
 * has not (host devices, huge pages, networks) is left out.
 *
 * @returns undefined for what is no domain
 */
export function landed(xml: string): string | undefined {
  const domain = treeOf(xml)
  if (domain?.name !== 'domain') return undefined
  set(domain, 'type', 'qemu')
  drop(domain, 'id')
  for (const name of ['metadata', 'seclabel', 'blkiotune', 'resource', 'idmap', 'memtune', 'description'])
    domain.children = domain.children.filter((child) => typeof child === 'string' || child.name !== name)
  const isPlain = !has(domain, 'numa') && !has(domain, 'maxMemory')
  const isArm = xml.includes("'aarch64'") || xml.includes('"aarch64"')
  let images = 0
  change(domain, (node, parent) => {
    switch (`${parent?.name ?? ''}/${node.name}`) {
      case 'domain/name':
        return text(node, 'generated')
      case 'domain/memory':
      case 'domain/currentMemory':
        if (!isPlain) return node
        set(node, 'unit', 'MiB')
        return text(node, '512')
      case 'domain/cpu':
        if (get(node, 'mode') === 'host-passthrough') {
          set(node, 'mode', 'maximum')
          for (const key of ['migratable', 'check', 'match']) drop(node, key)
        }
        return node
      case 'domain/vcpu':
        drop(node, 'cpuset')
        drop(node, 'placement')
        return node
      case 'memoryBacking/hugepages':
      case 'memoryBacking/allocation':
      case 'devices/hostdev':
      case 'devices/emulator':
      case 'devices/lease':
      case 'devices/gl':
      case 'os/kernel':
      case 'os/initrd':
      case 'os/cmdline':
      case 'os/dtb':
      case 'graphics/gl':
      case 'interface/target':
      case 'interface/virtualport':
      case 'interface/bandwidth':
      case 'interface/filterref':
      case 'interface/vlan':
      case 'interface/script':
      case 'disk/backingStore':
      case 'disk/auth':
      case 'disk/mirror':
      case 'console/source':
      case 'serial/source':
      case 'channel/source':
        return undefined
      case 'os/loader':
        if (get(node, 'type') !== 'pflash') return node
        for (const key of ['stateless', 'format']) drop(node, key)
        return text(node, isArm ? '/usr/share/AAVMF/AAVMF_CODE.fd' : '/usr/share/OVMF/OVMF_CODE_4M.fd')
      case 'os/nvram':
        node.attributes = [
          {
            name: 'template',
            value: isArm ? '/usr/share/AAVMF/AAVMF_VARS.fd' : '/usr/share/OVMF/OVMF_VARS_4M.fd',
          },
        ]
        return text(node, '/tmp/images/settings.fd')
      case 'devices/interface':
        set(node, 'type', 'user')
        node.children = node.children.filter((child) => typeof child === 'string' || child.name !== 'source')
        return node
      case 'devices/disk': {
        const driver = kid(node, 'driver')
        const source = kid(node, 'source')
        if (source === undefined) return node
        const format = (driver && get(driver, 'type')) === 'qcow2' ? 'qcow2' : 'raw'
        if (driver !== undefined) set(driver, 'type', format)
        set(node, 'type', 'file')
        source.attributes = [{ name: 'file', value: `/tmp/images/${images}.${format}` }]
        source.children = []
        images += 1
        return node
      }
      case 'filesystem/source':
        if (get(node, 'dir') !== undefined) set(node, 'dir', '/tmp/images/share')
        return node
      case 'devices/input':
        return get(node, 'type') === 'evdev' ? undefined : node
      case 'devices/audio':
        if (get(node, 'type') !== 'spice') set(node, 'type', 'none')
        return node
    }
    for (const key of ['cpuset', 'nodeset']) if (get(node, key) !== undefined) set(node, key, '0')
    return node
  })
  return write(domain)
}

/** The values and elements that stand at each place of a corpus, to take another from. */
export interface Pool {
  /** By `parent/element@attribute`, or `parent/element` for texts. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** By `parent/element` of the element around them. */
  readonly elements: ReadonlyMap<string, readonly string[]>
}

export function poolOf(designs: Iterable<string>): Pool {
  const values = new Map<string, Set<string>>()
  const elements = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, value: string) => {
    const held = map.get(key)
    if (held === undefined) map.set(key, new Set([value]))
    else held.add(value)
  }
  for (const xml of designs) {
    const domain = treeOf(xml)
    if (domain === undefined) continue
    visit(domain, undefined, (node, parent) => {
      const place = placeOf(node, parent)
      for (const { name, value } of node.attributes) add(values, `${place}@${name}`, value)
      if (ownTextOf(node) !== '') add(values, place, ownTextOf(node))
      for (const child of node.children) if (typeof child !== 'string') add(elements, place, write(child))
    })
  }
  const lists = (map: Map<string, Set<string>>) =>
    new Map([...map].map(([key, held]) => [key, [...held].sort()] as const))
  return { values: lists(values), elements: lists(elements) }
}

/** The design with one thing changed: a value, an attribute or element less, one twice, or one of another design. */
export function changed(xml: string, pool: Pool, random: Random): string {
  const domain = treeOf(xml)
  if (domain === undefined) return xml
  const places: { node: Node; parent: Node | undefined }[] = []
  visit(domain, undefined, (node, parent) => {
    if (!untouched.has(`${parent?.name ?? ''}/${node.name}`)) places.push({ node, parent })
  })
  const { node, parent } = random.pick(places)
  const place = placeOf(node, parent)
  const attribute = node.attributes.length === 0 ? undefined : random.pick(node.attributes)
  const isPath = attribute?.value.startsWith('/') === true
  switch (random.below(10)) {
    case 0:
      if (parent !== undefined) parent.children = parent.children.filter((child) => child !== node)
      break
    case 1:
      if (parent !== undefined)
        parent.children.splice(parent.children.indexOf(node), 0, structuredClone(node))
      break
    case 2:
      if (attribute !== undefined && attribute.name !== 'file') drop(node, attribute.name)
      break
    case 3:
    case 4:
    case 5: {
      const other = treeOf(random.pick(pool.elements.get(place) ?? ['<x/>']))
      if (other !== undefined && other.name !== 'x') node.children.push(other)
      break
    }
    default:
      if (attribute !== undefined && !isPath)
        attribute.value = otherValue(attribute.value, pool.values.get(`${place}@${attribute.name}`), random)
      else if (attribute === undefined && ownTextOf(node) !== '')
        text(node, otherValue(ownTextOf(node), pool.values.get(place), random))
  }
  return write(domain)
}

/** What the lab needs as it is. */
const untouched: ReadonlySet<string> = new Set(['/domain', 'domain/name'])

function otherValue(value: string, known: readonly string[] | undefined, random: Random): string {
  const isNumber = /^(?:0x)?[0-9a-f]{1,12}$/i.test(value) && Number.isFinite(Number(value))
  if (isNumber && random.once(2)) {
    const number = random.pick([0, Number(value) + 1, Number(value) * 2, 300, 70_000])
    return value.startsWith('0x') ? `0x${number.toString(16)}` : String(number)
  }
  const others = (known ?? []).filter((one) => one !== value && !one.startsWith('/'))
  return others.length === 0 ? `${value}x` : random.pick(others)
}

/**
 * Who is to blame for a refusal, by libvirt's and QEMU's words.
 *
 * @returns `host` when another host would take the design, `design` otherwise
 */
export function blame(message: string): 'design' | 'host' {
  return ofHost.some((words) => message.includes(words)) ? 'host' : 'design'
}

/** What this host has not: files, networks, memory, rights, hardware, and what the distribution did not build. */
const ofHost: readonly string[] = [
  'No such file or directory',
  'No such device',
  'suitable emulator',
  'no emulator',
  'Cannot allocate memory',
  'cannot set up guest memory',
  'Permission denied',
  'Address already in use',
  'Failed to get "write" lock',
  'Failed to get shared "write" lock',
  'Network not found',
  'no network with matching name',
  'network driver is not loaded',
  'not currently connected to hypervisor',
  'hugetlbfs filesystem is not mounted',
  'Unable to find security driver',
  'Security driver',
  'cgroup',
  'CPU affinity',
  'numad is not available',
  'NUMA node',
  'NUMA isn',
  'cannot bind memory',
  'KVM is not available',
  'failed to initialize kvm',
  'Virtualization type',
  'VFIO',
  'passthrough of host',
  'vhost',
  'Unable to open',
  'unable to open',
  'Could not open',
  'Unable to get index for interface',
  'Cannot get interface',
  'Unable to create tap',
  'Storage pool not found',
  'no storage pool',
  'no secret with matching',
  'Secret not found',
  'swtpm',
  'Unable to connect',
  'Failed to connect',
  'is not accessible',
  'exceeds host CPU',
  'Setting different DAC user',
  'not available in this QEMU binary',
  'not compiled into this binary',
  'Could not initialize SASL',
  'Could not find keytab',
  'audiodev',
  'perf',
  'resctrl',
  'incompatible with host CPU',
  "guest CPU doesn't match specification",
  "host doesn't support invariant TSC",
  'rootdir does not have write permissions',
  'TLS is disabled in qemu.conf',
  'virtiofsd died',
  'Child process (passt',
  'Process exited prior to exec',
  // landed() leaves the host's devices out.
  'there is no device "hostdev',
  'Failed to query numad',
  'failed to initialize vcard',
  'cannot limit locked memory',
  'Perhaps you want to install',
  'invalid VMDK image descriptor',
  'Image is not in qcow2 format',
  'paravirtual spinlocks',
  'rdp graphics are not supported',
  "Unable to find 'efi' firmware",
  "Unable to find 'bios' firmware",
  'timed out',
]

// The tree.

function treeOf(xml: string): Node | undefined {
  const { root } = parseXml(xml)
  return root === undefined ? undefined : nodeOf(root)
}

function nodeOf({ name, attributes, children }: PlainElement): Node {
  return {
    name,
    attributes: attributes.map((one) => ({ name: one.name, value: one.value })),
    children: children.flatMap((child): (Node | string)[] =>
      child.kind === 'element' ? [nodeOf(child)] : child.kind === 'text' ? [child.text] : [],
    ),
  }
}

function write(node: Node): string {
  return writeElement(plain(node))
}

function plain({ name, attributes, children }: Node): PlainElement {
  return {
    kind: 'element',
    name,
    attributes,
    children: children.map(
      (child): PlainNode => (typeof child === 'string' ? { kind: 'text', text: child } : plain(child)),
    ),
  }
}

function visit(
  node: Node,
  parent: Node | undefined,
  look: (node: Node, parent: Node | undefined) => void,
): void {
  look(node, parent)
  for (const child of node.children) if (typeof child !== 'string') visit(child, node, look)
}

/** From the root on: what `how` gives takes the place of an element, nothing takes it away. */
function change(node: Node, how: (node: Node, parent: Node) => Node | undefined): void {
  node.children = node.children.flatMap((child): (Node | string)[] => {
    if (typeof child === 'string') return [child]
    const other = how(child, node)
    if (other === undefined) return []
    change(other, how)
    return [other]
  })
}

function placeOf(node: Node, parent: Node | undefined): string {
  return `${parent?.name ?? ''}/${node.name}`
}

function ownTextOf({ children }: Node): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
}

function text(node: Node, value: string): Node {
  node.children = [value]
  return node
}

function get(node: Node, name: string): string | undefined {
  return node.attributes.find((attribute) => attribute.name === name)?.value
}

function set(node: Node, name: string, value: string): void {
  const held = node.attributes.find((attribute) => attribute.name === name)
  if (held === undefined) node.attributes.push({ name, value })
  else held.value = value
}

function drop(node: Node, name: string): void {
  node.attributes = node.attributes.filter((attribute) => attribute.name !== name)
}

function kid(node: Node, name: string): Node | undefined {
  for (const child of node.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

function has(node: Node, name: string): boolean {
  let found = false
  visit(node, undefined, (one) => {
    if (one.name === name) found = true
  })
  return found
}
