/** The design beside another VM. It brings along all tables, so it is only done in its worker: import this file there only. */
import { type Comparison, compare } from '../../core/compare/index.ts'
import type { Finding } from '../../core/finding.ts'
import { readDomainXml } from '../../core/lift/index.ts'
import { resolve } from '../../core/resolve/index.ts'
import { readSpecs } from '../../core/spec/index.ts'
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
  readonly comparison: Omit<Comparison, 'leftAside'> & { readonly leftAside: number }
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
    const { domain, host: where } = resolve(design, host, 'libvirt')
    const { leftAside, ...comparison } = compare(other.domain(), domain, {
      host,
      uri: where.connection && `qemu:///${where.connection}`,
      wanted: `${design.name}.yml`,
    })
    return {
      name: other.name,
      count: others.length,
      findings: [],
      comparison: { ...comparison, leftAside: leftAside.length },
    }
  },
}

/** The VMs of domain XML, with a prompt around it or not, or of a vm.yml. */
function readOthers(text: string, host: HostFacts | undefined) {
  if (/^\s*</.test(text) || xmlInText(text) !== undefined) {
    const { domains, findings } = readDomainXml(text)
    return { others: domains.map(({ name, domain }) => ({ name, domain: () => domain })), findings }
  }
  const { designs, findings } = readSpecs(text, { defaultName: 'other' })
  const others = designs.map((design) => ({
    name: design.name,
    domain: () => resolve(design, host, 'libvirt').domain,
  }))
  return { others, findings }
}
