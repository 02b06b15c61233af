/** Where a key that is about to be written would stand: what an editor may offer at a place of a vm.yml. */
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml'
import type { Path } from '../finding.ts'
import { innerShape } from '../table/index.ts'
import { yamlRefusal } from '../text/index.ts'
import { checkSpec } from './check-spec.ts'
import { layoutOf } from './layout.ts'
import { type VmSpec, vmSpec } from './vm-spec.ts'
import { type Anchors, anchorsOf, keyText, plainValue } from './yaml-tree.ts'

export interface KeyPlace {
  /** The map around the key, from the spec of its VM. */
  readonly around: Path
  /** The keys that are in that map already. */
  readonly siblings: ReadonlySet<string>
  /** What the VM says beside the key, as the design has it. */
  readonly spec: VmSpec
}

/** Longer texts are not completed: each key of the table is tried in all of the text. */
const mostTokens = 200_000

/** No key of a person's. */
const probe = 'vmwright_probe'

/**
 * Tries a key at a place of the text.
 *
 * @param line from 1; what is on it gives way to the key
 * @param lead what stands before the key on its line: blanks, and dashes of the list items that begin there
 * @param tail what stands after the key and its colon
 * @returns undefined where a key would break the file, take lines away from another, or be outside of every VM
 */
export function keyPlace(text: string, line: number, lead: string, tail = ''): KeyPlace | undefined {
  const lines = text.split('\n')
  const withLine = (written: string) => lines.with(line - 1, written).join('\n')
  const probed = withLine(`${lead}${probe}:${tail}`)
  if (yamlRefusal(probed, mostTokens) !== undefined) return undefined
  const documents = parsed(probed)
  if (errorsOf(documents) > errorsOf(parsed(withLine('')))) return undefined
  for (const { contents } of documents) {
    const found = find(contents, [])
    if (found === undefined) continue
    // Lines below it would become its own, unless it had them before.
    if (tail === '' && !(isScalar(found.pair.value) && found.pair.value.value === null)) return undefined
    const anchors = anchorsOf(contents)
    const siblings = new Set(
      found.map.items.flatMap(({ key }) => (key === found.pair.key ? [] : (keyText(key, anchors) ?? []))),
    )
    // What kind of file it is, is told by what is in it already.
    found.map.items = found.map.items.filter(({ key }) => key !== found.pair.key)
    const place = placeInSpec(contents, anchors, found.steps)
    return place && { ...place, siblings }
  }
  return undefined
}

function parsed(text: string): readonly Document.Parsed[] {
  const read = parseAllDocuments(text, { prettyErrors: false, strict: true, uniqueKeys: false })
  return Array.isArray(read) ? read : []
}

function errorsOf(documents: readonly Document.Parsed[]): number {
  return documents.reduce((sum, { errors }) => sum + errors.length, 0)
}

interface Step {
  /** The map or the list that the step is in. */
  readonly node: unknown
  readonly key: string | number
}

interface Found {
  readonly pair: Pair
  readonly map: YAMLMap
  /** From the root to the probe. */
  readonly steps: readonly Step[]
}

/** The probe in a block; inside of braces a suggestion of several lines would not be YAML. */
function find(node: unknown, steps: readonly Step[]): Found | undefined {
  if (isMap(node) && node.flow !== true) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      const here = [...steps, { node, key }]
      if (key === probe) return { pair, map: node, steps: here }
      const found = find(pair.value, here)
      if (found !== undefined) return found
    }
  } else if (isSeq(node) && node.flow !== true) {
    for (const [index, item] of node.items.entries()) {
      const found = find(isPair(item) ? item.value : item, [...steps, { node, key: index }])
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** The steps from the spec that they are in, without the probe itself, and that spec. */
function placeInSpec(
  contents: unknown,
  anchors: Anchors,
  steps: readonly Step[],
): Pick<KeyPlace, 'around' | 'spec'> | undefined {
  const { vms, libvirts } = layoutOf(contents, anchors, 'vm')
  const below = (node: unknown, path: Path): Path | undefined => {
    const start = steps.findIndex((step) => step.node === node)
    return start === -1 ? undefined : [...path, ...steps.slice(start, -1).map(({ key }) => key)]
  }
  for (const { spec } of vms) {
    const around = below(spec, [])
    if (around !== undefined) return { around, spec: checkSpec(plainValue(spec, anchors, vmSpec, [])).spec }
  }
  for (const { libvirt } of libvirts) {
    const around = below(libvirt, ['libvirt'])
    const said = { libvirt: plainValue(libvirt, anchors, innerShape(vmSpec.libvirt), []) }
    if (around !== undefined) return { around, spec: checkSpec(said).spec }
  }
  return undefined
}
