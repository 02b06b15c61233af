/** Domain to libvirt domain XML. */
import type { Path } from '../finding.ts'
import { writeXml } from '../table/index.ts'
import { type Domain, domain as shape } from './domain.ts'
import { withNamespace } from './namespace.ts'

/** Domain XML, and for each of its lines the path of the value that it was written from. */
export interface RenderedXml {
  /** Two-space indent, libvirt's element order, single quotes; ends with a newline. */
  readonly text: string
  /** `lines[0]` belongs to the first line. */
  readonly lines: readonly Path[]
}

/** Writes the domain XML together with where each line comes from. */
export function renderXml(domain: Domain): RenderedXml {
  const lines: Path[] = []
  return { text: writeXml('domain', shape, withNamespace(domain), { lines }), lines }
}

/** The same text without the lines' paths; faster. */
export function renderXmlText(domain: Domain): string {
  return writeXml('domain', shape, withNamespace(domain))
}
