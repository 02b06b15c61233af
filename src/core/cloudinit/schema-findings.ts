/** What of the author's own cloud-init data differs from what cloud-init documents, before anything boots with it. */

import type { Document, LineCounter, Pair, YAMLMap } from 'yaml'
import { isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Finding, Path } from '../finding.ts'
import { type Mismatch, mismatches } from './form.ts'
import { ethernetsForm } from './network-config-keys.ts'
import { readExtra } from './read-extra.ts'
import { userDataForm } from './user-data-modules.ts'

const kinds = {
  'wrong-value': ['cloud-init.wrong-value', 'error'],
  'unknown-key': ['cloud-init.unknown-key', 'warning'],
  'missing-key': ['cloud-init.missing-key', 'error'],
} as const satisfies Readonly<Record<Mismatch['kind'], readonly [string, Finding['severity']]>>

/**
 * Differences of `cloud_init.extra`, each with its line in that text; nothing for a text that is not YAML or no map,
 * which is left out as a whole.
 *
 * @param text YAML 1.1, as cloud-init reads it
 */
export function extraSchemaFindings(text: string): Finding[] {
  const extra = readExtra(text)
  if ('refused' in extra || !isMap(extra.tree.contents)) return []
  const { tree, lines } = extra
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>()
  return mismatches(userDataForm, plain(tree), []).map((mismatch) => {
    const line = lineOf(tree.contents, lines, mismatch, indexes)
    const where = line === undefined ? 'In cloud_init.extra' : `In line ${line} of cloud_init.extra`
    return findingOf(mismatch, ['cloud_init', 'extra'], `${where}: `)
  })
}

/** Differences of `cloud_init.network.ethernets`, each at its own path. */
export function ethernetsFindings(ethernets: unknown): Finding[] {
  return mismatches(ethernetsForm, ethernets, []).map((mismatch) =>
    findingOf(mismatch, ['cloud_init', 'network', 'ethernets', ...mismatch.path], 'network-config: '),
  )
}

function findingOf({ kind, message }: Mismatch, path: Path, where: string): Finding {
  const [code, severity] = kinds[kind]
  return { code, severity, path, message: where + message }
}

/** An alias that means more than it may is found where the text is merged. */
function plain(tree: Document): unknown {
  try {
    return tree.toJS({ maxAliasCount: 100 })
  } catch {
    return {}
  }
}

/** The entries of each map by their keys: there may be as many differences as entries. */
type Indexes = WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>

/** The line of a value or of its key; undefined for what came out of an alias or a merge key. */
function lineOf(root: unknown, lines: LineCounter, { path }: Mismatch, indexes: Indexes): number | undefined {
  let node = root
  let found: unknown
  for (const segment of path) {
    if (isSeq(node)) {
      node = node.items[Number(segment)]
      found = node
    } else if (isMap(node)) {
      const pair = indexOf(node, indexes).get(segment)
      node = pair?.value
      found = pair?.key
    } else return undefined
  }
  if (path.length === 0) found = root
  return isNode(found) && found.range ? lines.linePos(found.range[0]).line : undefined
}

function indexOf(map: YAMLMap, indexes: Indexes): ReadonlyMap<unknown, Pair> {
  const known = indexes.get(map)
  if (known !== undefined) return known
  const made = new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : undefined, pair]))
  indexes.set(map, made)
  return made
}
