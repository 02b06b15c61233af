/** Reads a HostFacts file; every problem is a finding with its path and its line. */

import { z } from 'zod/mini'
import { type Finding, formatPath, hasErrors, type Path } from '../finding.ts'
import { nearest, readJson } from '../text/index.ts'
import { checkHostFacts, pathOfIssue } from './check-facts.ts'
import { type HostFacts, hostFactsSchema } from './facts.ts'

/**
 * Reads HostFacts from JSON text.
 * @returns the facts, or no facts and findings (errors): those of `readJson`, `host.facts.unknown-key` (with the
 *   nearest known key), `host.facts.invalid`; each with its path and position. A text that is not of its form is left out
 *   of the facts with a warning, `host.facts.form`.
 */
export function readHostFacts(text: string): {
  readonly facts?: HostFacts
  readonly findings: readonly Finding[]
} {
  const json = readJson(text)
  if (hasErrors(json.findings)) return { findings: json.findings }
  const { facts, issues } = checkHostFacts(json.value)
  const findings = issues.flatMap((issue): Finding[] => {
    const path = pathOfIssue(issue)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        code: 'host.facts.unknown-key',
        severity: 'error',
        path: [...path, key],
        position: json.positionOf([...path, key], 'key'),
        message: unknownKey(key, path),
      }))
    }
    const message = `${path.length === 0 ? 'HostFacts' : formatPath(path)} ${expectation(issue)}`
    const base = { path, position: json.positionOf(path) }
    return facts === undefined
      ? [{ ...base, code: 'host.facts.invalid', severity: 'error', message: `${message}.` }]
      : [{ ...base, code: 'host.facts.form', severity: 'warning', message: `${message}; it is left out.` }]
  })
  return facts === undefined ? { findings } : { facts, findings }
}

function unknownKey(key: string, path: Path): string {
  const known = keysAt(path)
  const near = nearest(key, known)
  const where = path.length === 0 ? 'HostFacts' : formatPath(path)
  const hint = near === undefined ? `known are ${known.join(', ')}` : `did you mean ${JSON.stringify(near)}?`
  return `${where} knows no key ${JSON.stringify(key)}: ${hint}${near === undefined ? '.' : ''}`
}

/** Made once: there may be as many findings as keys. */
let jsonSchema: unknown

/** The keys that the schema knows at `path`; read from its JSON Schema, which zod keeps public and stable. */
function keysAt(path: Path): string[] {
  jsonSchema ??= z.toJSONSchema(hostFactsSchema, { io: 'input' })
  let node: unknown = jsonSchema
  for (const segment of path) {
    node =
      typeof segment === 'number' ? property(node, 'items') : property(property(node, 'properties'), segment)
  }
  const properties = property(node, 'properties')
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

function property(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined
  return new Map<string, unknown>(Object.entries(node)).get(key)
}

/** What was wanted, as the rest of a sentence that begins with the path. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_small':
      return typeof issue.minimum === 'number' && issue.origin !== 'string'
        ? `must be at least ${issue.minimum}`
        : issue.message
    case 'too_big':
      return `must be at most ${issue.maximum}`
    case 'invalid_union':
      return 'must be a PCI address like "0000:01:00.0"'
    default:
      return issue.message
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map in { }',
  array: 'a list in [ ]',
}
