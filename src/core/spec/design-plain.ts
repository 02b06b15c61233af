/** Reads a design from plain JSON: what a link, a program or JSON output holds. */
import type { Finding } from '../finding.ts'
import { isRecord } from '../table/index.ts'
import { checkSpec } from './check-spec.ts'
import { nameProblem } from './name.ts'
import type { Design } from './vm-spec.ts'

/** A design, when there is one at all, and what is wrong with it. */
export interface ReadDesign {
  readonly design?: Design
  readonly findings: readonly Finding[]
}

/**
 * The design that `{name, spec}` says. Values that are wrong are findings and left out of the design, as in
 * `readSpecs`; without a name or a spec there is no design.
 */
export function designFromPlain(value: unknown): ReadDesign {
  if (!isRecord(value)) return refused('A design is a map of a name and a spec.')
  const { name, spec, ...others } = value
  if (typeof name !== 'string') return refused('The design has no name.')
  if (!isRecord(spec)) return refused('The design has no spec.')
  const problem = nameProblem(name)
  const named: readonly Finding[] =
    problem === undefined ? [] : [{ code: 'spec.name', severity: 'error', path: [], message: problem }]
  const unknown = Object.keys(others).map((key): Finding => {
    const message = `\`${key}\` is not a key of a design: it has name and spec.`
    return { code: 'spec.unknown-key', severity: 'error', path: [key], message }
  })
  const checked = checkSpec(spec)
  const said = checked.findings.map(({ part: _, ...finding }): Finding => finding)
  return { design: { name, spec: checked.spec }, findings: [...named, ...unknown, ...said] }
}

function refused(message: string): ReadDesign {
  return { findings: [{ code: 'spec.shape', severity: 'error', path: [], message }] }
}
