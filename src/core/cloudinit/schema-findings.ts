/** What of the author's own cloud-init data differs from what cloud-init documents, before anything boots with it. */

import type { Document } from 'yaml'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Finding, Path } from '../finding.ts'
import { type Mismatch, mismatches } from './form.ts'
import { ethernetsForm } from './network-config-keys.ts'
import { userDataForm } from './user-data-modules.ts'
import { yaml11 } from './yaml-1-1.ts'

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
  const lineCounter = new LineCounter()
  const tree = parseDocument(text, { ...yaml11, lineCounter })
  if (tree.errors.length > 0 || !isMap(tree.contents)) return []
  return mismatches(userDataForm, plain(tree), []).map((mismatch) => {
    const line = lineOf(tree, lineCounter, mismatch)
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

/** The line of a value or of its key; undefined for what came out of an alias or a merge key. */
function lineOf(tree: Document, lineCounter: LineCounter, { path }: Mismatch): number | undefined {
  const key = path.at(-1)
  const parent = tree.getIn(path.slice(0, -1), true)
  const ofKey =
    isMap(parent) && parent.items.map((pair) => pair.key).find((one) => isScalar(one) && one.value === key)
  const node = ofKey || tree.getIn(path, true)
  if (!isNode(node) || !node.range) return undefined
  return lineCounter.linePos(node.range[0]).line
}
