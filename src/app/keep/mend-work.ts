/** Opens stored work without what is wrong in it. Brings the checks of a spec along: import this file lazily. */

import { checkSpec } from '../../core/spec/check-spec.ts'
import { formatPath, isRecord, type UnknownRecord } from '../core.ts'
import type { Drafts, OwnText, TextKind } from '../document/vm-document.ts'
import { t } from '../words/index.ts'
import type { AsideValue } from './aside-value.ts'
import { readDrafts, readOwnText, readSelection, readStoredTable, type Work } from './stored-work.ts'

/** The work as far as it is right, and each value that is not. */
export interface MendedWork {
  readonly work: Work
  readonly leftOut: readonly AsideValue[]
}

/** What a design without a name is called. */
const noName = 'vm'

/** @param held what was stored, of this version */
export function mendWork(held: UnknownRecord): MendedWork {
  const leftOut: AsideValue[] = []
  const stored = isRecord(held['design']) ? held['design'] : {}
  const { name } = stored
  if (typeof name !== 'string')
    leftOut.push({ path: 'name', value: name ?? null, why: t`The name should be a text.` })
  const text = (key: 'specDocument' | 'xmlDocument'): OwnText | undefined => {
    const own = readOwnText(held[key])
    if (own !== 'wrong') return own
    leftOut.push({ path: key, value: held[key], why: t`This should be a text and the name of its VM.` })
    return undefined
  }
  return {
    work: {
      design: {
        name: typeof name === 'string' ? name : noName,
        spec: mendSpec(stored['spec'], leftOut),
      },
      table: mendTable(held['table'], leftOut),
      specDocument: text('specDocument'),
      xmlDocument: text('xmlDocument'),
      drafts: mendDrafts(held['drafts'], leftOut),
      selection: readSelection(held['selection']),
    },
    leftOut,
  }
}

function mendTable(held: unknown, leftOut: AsideValue[]): Work['table'] {
  const table = readStoredTable(held)
  if (table !== 'wrong') return table
  leftOut.push({ path: 'table', value: held, why: t`This should be columns and rows of texts.` })
  return undefined
}

function mendSpec(spec: unknown, leftOut: AsideValue[]): Work['design']['spec'] {
  const checked = checkSpec(spec ?? {})
  for (const { path, value } of checked.leftOut) {
    const at = formatPath(path)
    const said = checked.findings.find((finding) => formatPath(finding.path) === at)
    leftOut.push({ path: at, value, why: said?.message ?? t`This page has no field for it.` })
  }
  return checked.spec
}

const kinds: readonly TextKind[] = ['xml', 'yaml']

function mendDrafts(held: unknown, leftOut: AsideValue[]): Drafts {
  const right = readDrafts(held)
  if (right !== undefined) return right
  const found = isRecord(held)
    ? kinds.flatMap((kind) => {
        const one = Object.hasOwn(held, kind) ? readDrafts({ [kind]: held[kind] }) : undefined
        return one === undefined ? [] : [one]
      })
    : []
  leftOut.push({ path: 'drafts', value: held, why: t`What was being typed should be texts of XML or YAML.` })
  return Object.assign({}, ...found)
}
