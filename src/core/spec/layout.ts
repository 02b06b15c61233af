/** Which VMs a document holds, and where: the shapes that a vm.yml may have. */
import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml'
import type { Path } from '../finding.ts'
import { canonicalKey } from '../table/index.ts'
import { vmSpec } from './vm-spec.ts'
import { type Anchors, isMergeKey, isYamlNode, keyText, meantBy, type YamlNode } from './yaml-tree.ts'

/**
 * `vms`: `vms: {NAME: spec}`. `vm`: `vm: {NAME: spec}`. `named`: `NAME: {vm: spec}`. `bare`: the spec itself.
 * `plain`: `{name: NAME, spec: spec}`, as JSON output has it.
 */
export type SpecShape = 'vms' | 'vm' | 'named' | 'bare' | 'plain'

/** One VM of a document. */
export interface PlacedVm {
  readonly name: string
  /** The node that says the name; none for a bare spec. */
  readonly nameNode: YamlNode
  /** The pair whose value is the spec; none for a bare one, which is the document itself. */
  readonly specPair: Pair | undefined
  /** The map that this entry stands in. */
  readonly holder: YAMLMap | undefined
  readonly spec: YamlNode
  readonly shape: SpecShape
}

/** `NAME-libvirt: {libvirt: …}` beside or below `NAME`, which belongs to the VM of that name. */
export interface PlacedLibvirt {
  readonly of: string
  readonly keyNode: YamlNode
  readonly libvirt: YamlNode
}

/** Something at the top of the file that is no VM. */
export interface LayoutProblem {
  readonly code: 'spec.shape' | 'spec.unknown-key' | 'spec.passed-over' | 'yaml.key' | 'yaml.duplicate-key'
  readonly message: string
  readonly path: Path
  readonly node: unknown
}

/** Something of another kind than VMs. It says nothing here, and stays in the file. */
export interface PassedOver {
  readonly path: readonly string[]
  readonly node: YamlNode
}

export interface Layout {
  readonly vms: PlacedVm[]
  readonly passedOver: PassedOver[]
  readonly libvirts: PlacedLibvirt[]
  readonly problems: LayoutProblem[]
}

const wanted = 'vms: {NAME: …}, vm: {NAME: …}, NAME: {vm: …}, or the keys of one VM'

interface Entry {
  readonly key: string
  readonly pair: Pair
  readonly node: YamlNode
}

/**
 * Finds the VMs of one document.
 *
 * @param defaultName what a bare spec is called
 */
export function layoutOf(root: unknown, anchors: Anchors, defaultName: string): Layout {
  const layout: Layout = { vms: [], libvirts: [], passedOver: [], problems: [] }
  const node = meantBy(root, anchors)
  if (!isMap(node)) {
    const message = `A description of a VM is a map: ${wanted}.`
    layout.problems.push({ code: 'spec.shape', message, path: [], node })
    return layout
  }
  const entries = entriesOf(node, anchors)
  const find = (key: string) => entries.find((entry) => entry.key === key)
  const name = find('name')
  const spec = find('spec')
  if (name && spec && isScalar(name.node) && entries.length === 2) {
    layout.vms.push({
      name: keyText(name.node, anchors) ?? defaultName,
      nameNode: name.node,
      specPair: spec.pair,
      holder: node,
      spec: spec.node,
      shape: 'plain',
    })
  } else if (entries.some((entry) => isVmEntry(entry, anchors) || isGroup(entry))) {
    refuseKeys(node, [], anchors, layout)
    for (const entry of entries) addTop(entry, anchors, layout)
  } else {
    addBare(node, entries, defaultName, anchors, layout)
  }
  return layout
}

function entriesOf(map: YAMLMap, anchors: Anchors): Entry[] {
  const entries = new Map<string, Entry>()
  for (const pair of map.items) {
    const key = keyText(pair.key, anchors)
    if (key === undefined || isMergeKey(pair.key) || entries.has(key)) continue
    entries.set(key, { key, pair, node: meantBy(pair.value, anchors) })
  }
  return [...entries.values()]
}

/** What `entriesOf` leaves out of a map that holds VMs. */
function refuseKeys(map: YAMLMap, path: Path, anchors: Anchors, layout: Layout): void {
  const seen = new Set<string>()
  for (const { key: node } of map.items) {
    const key = keyText(node, anchors)
    if (key === undefined || isMergeKey(node)) {
      const message = 'This can’t be a key here: write the name of a VM and a colon.'
      layout.problems.push({ code: 'yaml.key', message, path, node })
    } else if (seen.has(key)) {
      const message = `\`${key}\` is there twice; keep one.`
      layout.problems.push({ code: 'yaml.duplicate-key', message, path: [...path, key], node })
    } else seen.add(key)
  }
}

/** `vms:` or `vm:` at the top; neither is a key of a spec. */
function isGroup({ key }: Entry): boolean {
  return key === 'vms' || key === 'vm'
}

/** `NAME: {vm: …}` or `NAME-libvirt: {libvirt: …}`. */
function isVmEntry(entry: Entry, anchors: Anchors): boolean {
  if (!isMap(entry.node)) return false
  const keys = entriesOf(entry.node, anchors).map(({ key }) => key)
  return keys.includes('vm') || (libvirtOf(entry.key) !== undefined && keys.includes('libvirt'))
}

function libvirtOf(key: string): string | undefined {
  return /^(.+)-libvirt$/s.exec(key)?.[1]
}

function addTop(entry: Entry, anchors: Anchors, layout: Layout): void {
  const { key, node, pair } = entry
  const inner = isMap(node) ? entriesOf(node, anchors) : []
  if (isMap(node) && (isGroup(entry) || isVmEntry(entry, anchors))) refuseKeys(node, [key], anchors, layout)
  const vm = inner.find((other) => other.key === 'vm')
  if (isGroup(entry)) {
    addGroup(entry, inner, layout)
  } else if (vm) {
    layout.vms.push({
      name: key,
      nameNode: nodeOf(pair.key),
      specPair: vm.pair,
      holder: isMap(node) ? node : undefined,
      spec: vm.node,
      shape: 'named',
    })
    for (const other of inner) if (other !== vm) addBelow(key, other, anchors, layout)
  } else if (isVmEntry(entry, anchors)) {
    addLibvirt(entry, anchors, layout)
    for (const other of inner) if (other.key !== 'libvirt') addOther([key], other, layout)
  } else if (isMap(node) && node.anchor === undefined && looksLikeSpec(node, anchors)) {
    // With an anchor it is what VMs have in common, for them to take over.
    const message = `\`${key}\` is no VM. Write ${wanted}.`
    layout.problems.push({ code: 'spec.unknown-key', message, path: [key], node: pair.key })
    layout.passedOver.push({ path: [key], node })
  } else addOther([], entry, layout)
}

/** What stands in `NAME` beside `vm`: more of the VM, or a child of another kind. */
function addBelow(name: string, entry: Entry, anchors: Anchors, layout: Layout): void {
  const isOfVm = libvirtOf(entry.key) === name && isVmEntry(entry, anchors)
  if (!isOfVm) addOther([name], entry, layout)
  else {
    addLibvirt(entry, anchors, layout)
    const inner = isMap(entry.node) ? entriesOf(entry.node, anchors) : []
    for (const other of inner) if (other.key !== 'libvirt') addOther([name, entry.key], other, layout)
  }
}

function addLibvirt({ key, node, pair }: Entry, anchors: Anchors, layout: Layout): void {
  const inner = isMap(node) ? entriesOf(node, anchors) : []
  layout.libvirts.push({
    of: libvirtOf(key) ?? '',
    keyNode: nodeOf(pair.key),
    libvirt: inner.find((other) => other.key === 'libvirt')?.node,
  })
}

/** A key of a VM that stands at the wrong place, or something that is no VM at all. */
function addOther(holder: readonly string[], { key, node, pair }: Entry, layout: Layout): void {
  const path = [...holder, key]
  const [name] = holder
  layout.passedOver.push({ path, node })
  if (!isSpecKey(key)) {
    const message = `\`${path.join('.')}\` is no VM; it is passed over, and stays in the file as it is.`
    layout.problems.push({ code: 'spec.passed-over', message, path, node: pair.key })
    return
  }
  const message =
    name === undefined
      ? `\`${key}\` is no VM. Write ${wanted}.`
      : `\`${key}\` can’t stand beside \`vm\` in \`${name}\`; move it into \`vm\` or remove it.`
  layout.problems.push({ code: 'spec.unknown-key', message, path, node: pair.key })
}

function addGroup({ key, node, pair }: Entry, inner: readonly Entry[], layout: Layout): void {
  const shape = key === 'vm' ? 'vm' : 'vms'
  if (!isMap(node)) {
    const message = `\`${key}\` holds the VMs by their names: ${key}: {NAME: …}.`
    layout.problems.push({ code: 'spec.shape', message, path: [key], node: pair.key })
    return
  }
  for (const entry of inner) {
    if (entry.node === undefined || isMap(entry.node) || isEmpty(entry.node)) {
      const { node: spec, pair: specPair } = entry
      layout.vms.push({
        name: entry.key,
        nameNode: nodeOf(specPair.key),
        specPair,
        holder: node,
        spec,
        shape,
      })
    } else {
      const message = isSpecKey(entry.key)
        ? `The name of the VM is missing between \`${key}\` and \`${entry.key}\`: ${key}: {NAME: {${entry.key}: …}}.`
        : `The VM \`${entry.key}\` is described by a map.`
      layout.problems.push({ code: 'spec.shape', message, path: [key, entry.key], node: entry.pair.key })
    }
  }
}

function addBare(
  node: YAMLMap,
  entries: readonly Entry[],
  defaultName: string,
  anchors: Anchors,
  layout: Layout,
): void {
  const holdsSpecs =
    entries.length > 0 &&
    entries.every((entry) => !isSpecKey(entry.key) && isMap(entry.node) && looksLikeSpec(entry.node, anchors))
  if (!holdsSpecs) {
    layout.vms.push({
      name: defaultName,
      nameNode: undefined,
      specPair: undefined,
      holder: undefined,
      spec: node,
      shape: 'bare',
    })
    return
  }
  for (const { key, pair, node: spec } of entries) {
    const message = `\`${key}\` looks like a VM: put it below \`vms:\`.`
    layout.problems.push({ code: 'spec.shape', message, path: [key], node: pair.key })
    layout.vms.push({
      name: key,
      nameNode: nodeOf(pair.key),
      specPair: pair,
      holder: node,
      spec,
      shape: 'vms',
    })
  }
}

function looksLikeSpec(map: YAMLMap, anchors: Anchors): boolean {
  return entriesOf(map, anchors).some(({ key }) => isSpecKey(key))
}

function isSpecKey(key: string): boolean {
  return Object.hasOwn(vmSpec, canonicalKey(vmSpec, key))
}

function isEmpty(node: YamlNode): boolean {
  return isScalar(node) && node.value === null
}

function nodeOf(node: unknown): YamlNode {
  return isYamlNode(node) ? node : undefined
}
