/** What `$rest` holds is written to the XML as it is: a file or a link must not bring anything that is no XML. */
import { formatPath, type Path } from '../finding.ts'
import { isRecord, wordOf } from '../table/index.ts'
import { parseXml } from '../xml/index.ts'
import type { SpecFinding } from './issue-findings.ts'

/**
 * Looks at everything that is kept in a spec, and takes away what is no XML.
 *
 * @returns the value without it, and a finding `spec.kept-xml` for each piece
 */
export function checkKept(
  value: unknown,
  path: Path = [],
): { readonly value: unknown; readonly findings: readonly SpecFinding[] } {
  const findings: SpecFinding[] = []
  const visit = (held: unknown, here: Path): unknown => {
    if (Array.isArray(held)) return held.map((item: unknown, index) => visit(item, [...here, index]))
    if (!isRecord(held)) return held
    const entries = Object.entries(held).map(([key, inner]) => {
      const at = [...here, key]
      return [key, key === '$rest' ? wellFormed(inner, at, findings) : visit(inner, at)] as const
    })
    return Object.fromEntries(entries)
  }
  return { value: visit(value, path), findings }
}

function wellFormed(rest: unknown, path: Path, findings: SpecFinding[]): unknown {
  if (!isRecord(rest)) return rest
  const { children, inside } = rest
  const checked: Record<string, unknown> = { ...rest }
  if (Array.isArray(children)) {
    const good = children.filter((child: unknown) => isRecord(child) && isXmlContent(wordOf(child['xml'])))
    if (good.length < children.length) {
      checked['children'] = good
      findings.push({
        code: 'spec.kept-xml',
        severity: 'error',
        path: [...path, 'children'],
        message: `\`${formatPath(path)}\` keeps XML as it was read, and some of it is not well-formed. Remove it, or write it anew.`,
        part: 'value',
      })
    }
  }
  if (isRecord(inside))
    checked['inside'] = Object.fromEntries(
      Object.entries(inside).map(([key, inner]) => [
        key,
        wellFormed(inner, [...path, 'inside', key], findings),
      ]),
    )
  return checked
}

function isXmlContent(xml: string): boolean {
  const prefixes = new Set(
    [...xml.matchAll(/[<\s/]([A-Za-z_][\w.-]*):[\w.-]/g)].map(([, prefix]) => prefix ?? ''),
  )
  const declared = [...prefixes]
    .filter((prefix) => !/^xml/i.test(prefix))
    .map((prefix) => ` xmlns:${prefix}='any'`)
  return parseXml(`<content${declared.join('')}>${xml}</content>`).root !== undefined
}
