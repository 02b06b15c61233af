/** The author's own user-data, merged in: maps become one, lists follow each other, anything else is the author's. */
import { Document, isCollection, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml'
import type { Finding, Path } from '../finding.ts'
import { isPrivateKey } from './public-keys.ts'
import { readExtra } from './read-extra.ts'
import { yaml11 } from './yaml-1-1.ts'

const path: Path = ['cloud_init', 'extra']

/**
 * Merges into `tree`, whose root is a map.
 *
 * @param text YAML 1.1, as cloud-init reads it; its comments are kept
 * @returns what could not be merged, with line and column of `text` in the message
 */
export function mergeExtra(tree: Document, text: string): Finding[] {
  const extra = read(text)
  if ('code' in extra) return [extra]
  const { contents } = extra
  if (contents === null || (isScalar(contents) && contents.value === null)) return []
  if (!isMap(contents)) return [notAMap()]
  const findings = privateKeys(contents)
  if (isMap(tree.contents)) mergeMaps(tree.contents, contents, [], findings)
  return findings
}

function read(text: string): Document | Finding {
  // It belongs on the first line of user-data alone; its line stays, so that lines count as the author counts.
  const extra = readExtra(text.replace(/^#cloud-config.*/, ''))
  if ('refused' in extra) return syntax(extra.refused)
  // Merging moves things: an alias could come to stand before its anchor.
  if (!extra.hasAliases) return extra.tree
  try {
    return new Document(extra.tree.toJS({ maxAliasCount: 100 }), yaml11)
  } catch (error) {
    return syntax(error instanceof Error ? error.message : String(error))
  }
}

function mergeMaps(base: YAMLMap, more: YAMLMap, at: Path, findings: Finding[]): void {
  const byKey = new Map(base.items.map((pair) => [keyOf(pair.key), pair]))
  for (const pair of more.items) {
    const key = keyOf(pair.key)
    const held = key === undefined ? undefined : byKey.get(key)
    if (held === undefined) {
      base.items.push(pair)
      continue
    }
    const below = [...at, String(key)]
    if (isMap(held.value) && isMap(pair.value)) mergeMaps(held.value, pair.value, below, findings)
    else if (isSeq(held.value) && isSeq(pair.value))
      held.value.items = [...held.value.items, ...pair.value.items]
    else {
      if (isCollection(held.value)) findings.push(replaces(below))
      held.value = pair.value
    }
  }
}

function keyOf(key: unknown): unknown {
  return isScalar(key) ? key.value : undefined
}

/** Private keys have their place in user-data (ssh_keys), but never among those that may log in. */
function privateKeys(contents: YAMLMap): Finding[] {
  let found = false
  visit(contents, {
    Pair(_, pair) {
      if (!/^ssh[-_]authorized[-_]keys$/.test(String(keyOf(pair.key)))) return undefined
      if (isCollection(pair.value)) visit(pair.value, { Scalar: (_place, node) => look(node.value) })
      else if (isScalar(pair.value)) look(pair.value.value)
      return visit.SKIP
    },
  })
  function look(value: unknown): void {
    if (typeof value === 'string' && isPrivateKey(value)) found = true
  }
  if (!found) return []
  const message =
    'A private key stands in ssh_authorized_keys. Put the line of its .pub file there, and never give the private one away.'
  return [{ code: 'ssh.private-key', severity: 'error', path, message }]
}

function syntax(says: string): Finding {
  const firstLine = (says.split('\n')[0] ?? '').replace(/:$/, '')
  return {
    code: 'cloud-init.extra-syntax',
    severity: 'error',
    path,
    message: `cloud_init.extra is not YAML and is left out: ${firstLine}.`,
  }
}

function notAMap(): Finding {
  return {
    code: 'cloud-init.extra-not-a-map',
    severity: 'error',
    path,
    message:
      'cloud_init.extra is left out: on its first level it has to have keys of user-data, such as "packages:".',
  }
}

function replaces(at: Path): Finding {
  return {
    code: 'cloud-init.extra-replaces',
    severity: 'warning',
    path,
    message: `cloud_init.extra says something else than a list or map for ${at.join('.')}, which takes the place of what the other fields say. Write it in the same form so that both are kept.`,
  }
}
