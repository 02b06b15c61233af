/** What the schema says about a value, as findings that a person can act on. */

import { type Finding, formatPath, type Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import {
  canonicalKey,
  innerShape,
  isRecord,
  type Shape,
  shapeAt,
  wordOf,
  writtenField,
} from '../table/index.ts'
import { nearest, ownValue } from '../text/index.ts'
import { vmSpec } from './vm-spec.ts'

/** A finding about a spec; `part` says whether it is about the key or the value at its path. */
export interface SpecFinding extends Finding {
  readonly part: 'key' | 'value'
}

/** An issue of zod, as far as it is used here. */
export interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly params?: Readonly<Record<string, unknown>> | undefined
}

const codes: Readonly<Record<string, Finding['code']>> = {
  invalid_type: 'spec.wrong-type',
  invalid_value: 'spec.not-allowed-value',
  invalid_format: 'spec.pattern',
  too_small: 'spec.too-small',
  too_big: 'spec.too-large',
}

/** Longer lists of keys help nobody. */
const mostKeysNamed = 20

/** The path of an issue; nothing but texts and numbers comes out of YAML or JSON. */
export function pathOf(issue: Issue): Path {
  return issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)))
}

/** The findings of one issue: one for each key that is not known. */
export function issueFindings(issue: Issue, spec: unknown): SpecFinding[] {
  const path = pathOf(issue)
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => unknownKey(key, path, valueAt(spec, path)))
  if (issue.params?.['otherKind'] === true) return [otherKind(issue, path, spec)]
  const held = valueAt(spec, path)
  const base = { severity: 'error', path, part: 'value' } as const
  const name = `\`${path.length === 0 ? 'The VM' : formatPath(path)}\``
  if (held === null) {
    return [{ ...base, code: 'spec.wrong-type', message: `${name} is empty: say a value or remove it.` }]
  }
  const code = ownValue(codes, issue.code) ?? 'spec.wrong-type'
  const said = typeof held === 'object' ? '' : ` is \`${shown(held)}\`, and`
  const message = `${name}${said} ${issue.message}`
  if (code !== 'spec.not-allowed-value') return [{ ...base, code, message: `${message}.` }]
  const isScalar = typeof held !== 'object'
  const word = isScalar ? nearestWord(String(held), (issue.values ?? []).map(String)) : undefined
  if (word === undefined) return [{ ...base, code, message: `${message}.` }]
  const fix = { title: `Set ${formatPath(path)} to ${word}`, changes: [{ path, value: word }] }
  return [{ ...base, code, message: `${message}: did you mean \`${word}\`?`, fix }]
}

function shown(held: unknown): string {
  const text = String(held)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function nearestWord(word: string, known: readonly string[]): string | undefined {
  const start = word.toLowerCase()
  return nearest(word, known) ?? (start === '' ? undefined : known.find((choice) => choice.startsWith(start)))
}

function otherKind(issue: Issue, path: Path, spec: unknown): SpecFinding {
  const parent = path.slice(0, -1)
  const key = String(path.at(-1))
  const map = valueAt(spec, parent)
  const by = String(issue.params?.['closedBy'])
  const kinds = issue.params?.['kinds']
  const kind = isRecord(map) ? wordOf(ownValue(map, by)) : ''
  const owners = Array.isArray(kinds) ? kinds.join(' or ') : ''
  const message = `\`${key}\` belongs to ${formatPath(parent)} ${by} ${owners}, this is ${kind}: remove it or change the ${by}.`
  return { code: 'spec.other-kind', severity: 'error', path, message, part: 'key' }
}

function unknownKey(key: string, path: Path, map: unknown): SpecFinding {
  const of = path.length === 0 ? 'a VM' : `\`${formatPath(path)}\``
  const message = `\`${key}\` is not a key of ${of}${advice(key, path, map)}`
  return { code: 'spec.unknown-key', severity: 'error', path: [...path, key], message, part: 'key' }
}

function advice(key: string, path: Path, map: unknown): string {
  const shape = shapeAt(vmSpec, path)
  if (!shape) return '.'
  const canonical = canonicalKey(shape, key)
  if (canonical !== key) return ` beside \`${canonical}\`, which it is another name for: keep one.`
  const place = placeBelow(shape, key)
  if (place !== undefined) return `: it belongs below \`${formatPath([...path, ...place])}\`.`
  const known = keysFor(shape, path, map)
  const near = nearest(key, known)
  if (near !== undefined) return `: did you mean \`${near}\`?`
  return known.length > mostKeysNamed ? '.' : `. It has ${known.join(', ')}.`
}

/** The keys that a map of this kind may have. */
function keysFor(shape: Shape, path: Path, map: unknown): string[] {
  const last = path.at(-1)
  const parent = typeof last === 'string' ? writtenField(shapeAt(vmSpec, path.slice(0, -1)), last) : undefined
  const by = parent?.kind === 'child' ? parent.closedBy : undefined
  const kind = by !== undefined && isRecord(map) ? ownValue(map, by) : undefined
  return Object.entries(shape)
    .filter(([, field]) => {
      const kinds = by === undefined ? undefined : ownValue(field.meta.only, by)
      return kind === undefined || kinds === undefined || kinds.includes(wordOf(kind))
    })
    .map(([key]) => key)
}

/** `memory` stands below `libvirt`, `disks` below `libvirt.devices`. */
function placeBelow(shape: Shape, key: string): Path | undefined {
  const below = ['libvirt', 'devices']
  const path: string[] = []
  let here: Shape | undefined = shape
  for (const step of below) {
    const field = writtenField(here, step)
    if (field?.kind !== 'child') continue
    path.push(step)
    here = innerShape(field)
    if (here && Object.hasOwn(here, key)) return path
  }
  return undefined
}
