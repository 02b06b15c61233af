/** The design beside another VM. It brings along all tables, so it is only done in its worker: import this file there only. */

import { type Comparison, compare, type Difference } from '../../core/compare/index.ts'
import type { Finding, Path } from '../../core/finding.ts'
import { readDomainXml } from '../../core/lift/index.ts'
import { resolve, specPathOf } from '../../core/resolve/index.ts'
import { readSpecs } from '../../core/spec/index.ts'
import { withStoredSpec } from '../../core/stored-spec/index.ts'
import { xmlInText } from '../../core/text/index.ts'
import type { Design, HostFacts } from '../core.ts'
import type { DoJobs } from '../workers/index.ts'

/** What came of the text of the other one. */
export interface Compared {
  /** What the other VM is called; undefined when the text has none. */
  readonly name: string | undefined
  /** How many there are in the text. */
  readonly count: number
  readonly findings: readonly Finding[]
  readonly comparison: Omit<Comparison, 'leftAside' | 'differences'> & {
    readonly leftAside: number
    /** Each with the field of the design that it is about. */
    readonly differences: readonly (Difference & { readonly field: Path })[]
  }
}

export interface CompareJobs {
  readonly compare: {
    readonly ask: { readonly text: string; readonly design: Design; readonly host: HostFacts | undefined }
    readonly answer: Compared
  }
}

const nothing = { differences: [], leftAside: 0, xml: { before: '', after: '' }, script: '' }

export const compareJobs: DoJobs<CompareJobs> = {
  compare: ({ text, design, host }) => {
    const { others, findings } = readOthers(text, host)
    const other = others.find(({ name }) => name === design.name) ?? others[0]
    if (other === undefined) return { name: undefined, count: 0, findings, comparison: nothing }
    const { domain, host: where, origins } = resolve(design, host, 'libvirt')
    const { leftAside, differences, ...comparison } = compare(other.domain(), domain, {
      host,
      uri: where.connection && `qemu:///${where.connection}`,
      wanted: `${design.name}.yml`,
      storing: other.holdsSpec ? (xml) => withStoredSpec(xml, design).text : undefined,
    })
    return {
      name: other.name,
      count: others.length,
      findings: [],
      comparison: {
        ...comparison,
        leftAside: leftAside.length,
        differences: differences.map((one) => ({ ...one, field: specPathOf(placeInDesign(one), origins) })),
      },
    }
  },
}

/** Of a device that the design has not, the list that it would be in. */
function placeInDesign({ path, places }: Difference): Path {
  return places.some(({ to }) => to !== undefined) || path[0] !== 'devices' ? path : path.slice(0, 2)
}

/** The VMs of domain XML, with a prompt around it or not, or of a vm.yml. */
function readOthers(text: string, host: HostFacts | undefined) {
  if (/^\s*</.test(text) || xmlInText(text) !== undefined) {
    const { domains, findings } = readDomainXml(text)
    return {
      others: domains.map(({ name, domain, spec }) => ({
        name,
        domain: () => domain,
        holdsSpec: spec !== undefined,
      })),
      findings,
    }
  }
  const { designs, findings } = readSpecs(text, { defaultName: 'other' })
  const others = designs.map((design) => ({
    name: design.name,
    domain: () => resolve(design, host, 'libvirt').domain,
    holdsSpec: false,
  }))
  return { others, findings }
}
