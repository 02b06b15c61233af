/** A set in the fragment of a link: the design as any link has it, and the table beside it. */
import type { Finding } from '../finding.ts'
import { decodeLink, encodeLink } from '../link/index.ts'
import { designFromPlain, designToPlain, type ReadDesign } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { type SetTable, setTableSchema, type VmSet } from './set.ts'

/** A design, and its table when the link has one. */
export interface ReadSetLink extends ReadDesign {
  readonly table?: SetTable
}

/** As `encodeDesignLink`; who knows no sets reads the design, and says that there is more. */
export function encodeSetLink({ design, table }: VmSet): string {
  return encodeLink({ ...designToPlain(design), set: table })
}

/** The design of any link, as `decodeDesignLink` reads it, with its table. What is no table is a finding, `set.link`. */
export function decodeSetLink(text: string): ReadSetLink {
  const { value, findings } = decodeLink(text)
  if (findings.length > 0) return { findings }
  if (!isRecord(value) || !Object.hasOwn(value, 'set')) return designFromPlain(value)
  const { set, ...plain } = value
  const read = designFromPlain(plain)
  const table = setTableSchema.safeParse(set)
  if (table.success) return { ...read, table: table.data }
  const message = 'The link has a table of VMs that can’t be read; what it holds is one design.'
  const finding: Finding = { code: 'set.link', severity: 'error', path: ['set'], message }
  return { ...read, findings: [...read.findings, finding] }
}
