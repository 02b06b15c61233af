/** The design of domain XML: the one that is stored in it, with what the XML says since. */
import { type Domain, renderXmlText, type SpecElement, specVersion } from '../domain/index.ts'
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { lift, type ReadDomain, readDomainXml } from '../lift/index.ts'
import { put, withoutLibvirtsOwn } from '../put/index.ts'
import { resolve } from '../resolve/index.ts'
import { type Design, readSpecs, writeSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { storedHeading } from './write.ts'

/** Larger ones are not read: no design is, and anyone may have written it. */
const mostCharacters = 512 * 1024

/** What domain XML means. */
export interface DesignOfXml {
  readonly design: Design
  /** `stored.*` about what is stored, and those of `put` about what the XML says otherwise. */
  readonly findings: readonly Finding[]
  /** The vm.yml that was stored, with its comments; undefined when none was, or none that can be used. */
  readonly stored: string | undefined
}

/**
 * The design of a domain that was read. One that is stored in it is taken, and where the XML says something else the XML
 * is right, so that the design resolves to what the XML says. Without a stored one, or with one that can't be used, it
 * is what `lift` makes of the XML alone.
 *
 * @param host the host that resolve will be given too
 */
export function designOfXml({ domain, spec }: ReadDomain, host: HostFacts | undefined): DesignOfXml {
  if (spec === undefined) return { design: lift(domain, host), findings: [], stored: undefined }
  const read = readStored(spec)
  if (read.design === undefined)
    return { design: lift(domain, host), findings: read.findings, stored: undefined }
  const shown = readDomainXml(renderXmlText(resolve(read.design, host, 'libvirt').domain)).domains[0]?.domain
  const own =
    shown === undefined ? { domain, findings: [] } : withoutLibvirtsOwn(atHome(domain, shown), shown)
  const after = put(read.design, own.domain, host, { shown })
  return {
    design: after.design,
    findings: [...missing(spec), ...own.findings, ...after.findings],
    stored: read.text,
  }
}

/** Whether domain XML alone brings a design back, so that there is no need to store it: as one that came as XML. */
export function saysAll(xml: string, design: Design, host: HostFacts | undefined): boolean {
  const [read, another] = readDomainXml(xml).domains
  if (read === undefined || another !== undefined) return false
  return writeSpec(designOfXml(read, host).design) === writeSpec(design)
}

/** create.sh writes out whose home `~` is: a path of the design is the same there. */
function atHome(domain: Domain, shown: Domain): Domain {
  const known = new Set<string>()
  const collect = (held: unknown): void => {
    if (typeof held === 'string' && held.startsWith('~/')) known.add(held)
    else if (Array.isArray(held)) held.forEach(collect)
    else if (isRecord(held)) Object.values(held).forEach(collect)
  }
  collect(shown)
  if (known.size === 0) return domain
  const shortened = (held: unknown): unknown => {
    if (typeof held === 'string') {
      const short = held.replace(/^\/(?:home\/[^/]+|var\/home\/[^/]+|root|@HOME@)\//, '~/')
      return known.has(short) ? short : held
    }
    if (Array.isArray(held)) return held.map(shortened)
    if (!isRecord(held)) return held
    return Object.fromEntries(Object.entries(held).map(([key, value]) => [key, shortened(value)]))
  }
  const changed = shortened(domain)
  return isRecord(changed) ? changed : domain
}

interface ReadStored {
  readonly design?: Design
  readonly text?: string
  readonly findings: readonly Finding[]
}

function readStored({ version, text, position }: SpecElement): ReadStored {
  const refuse = (code: Finding['code'], why: string): ReadStored => {
    const message = `The design that is stored in this XML is not read: ${why} What the XML itself says is read.`
    return { findings: [{ code, severity: 'warning', path: [], position, message }] }
  }
  if (version !== specVersion)
    return refuse('stored.version', `it is of version ${JSON.stringify(version)}, and not ${specVersion}.`)
  if (text.length > mostCharacters)
    return refuse('stored.too-long', `it has more than ${mostCharacters / 1024} Ki characters.`)
  const own = text.startsWith(storedHeading) ? text.slice(storedHeading.length) : text
  const { designs, findings } = readSpecs(own)
  // A design that is only begun lacks something: that is for its own findings.
  const wrong = findings.find(({ code, severity }) => severity === 'error' && code !== 'spec.required')
  if (wrong !== undefined) return refuse('stored.wrong', wrong.message)
  const [design, another] = designs
  if (design === undefined || another !== undefined)
    return refuse('stored.wrong', `it has ${designs.length} VMs.`)
  return { design, text: own, findings: [] }
}

function missing({ without, position }: SpecElement): Finding[] {
  if (without === '') return []
  const message = `The design was stored without its secrets. Say them again where they are missing: ${without.slice(0, mostNamed)}`
  return [{ code: 'stored.without', severity: 'advice', path: [], position, message }]
}

/** Characters: the list is anyone's. */
const mostNamed = 400
