/** The domain XML of a design, and all that whoever wraps it has to know. */
import { homeToken, withHomeToken } from '../../bundle/index.ts'
import { renderXml } from '../../domain/index.ts'
import type { Finding, Path } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { forLibvirt } from '../../lift/index.ts'
import { type Resolved, resolve } from '../../resolve/index.ts'
import type { Design } from '../../spec/index.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import type { TargetText } from '../target.ts'
import { type FileBeside, filesBeside } from './files-beside.ts'
import { lacksBeside } from './lacks-beside.ts'

export interface WrappedDomain {
  readonly resolved: Resolved
  readonly uri: 'qemu:///session' | 'qemu:///system'
  /** Each line with the place of the design that it is from. A home in it is `homeToken`. */
  readonly xml: { readonly text: string; readonly lines: readonly Path[] }
  /** Whether the XML has paths below the home of whoever defines it. */
  readonly hasHome: boolean
  readonly files: readonly FileBeside[]
  readonly lacks: readonly Lack[]
  readonly findings: readonly Finding[]
}

/** @param change what the format wants of the domain otherwise than it was resolved */
export function wrappedDomain(
  design: Design,
  host: HostFacts | undefined,
  change: (resolved: Resolved) => Resolved = (resolved) => resolved,
): WrappedDomain {
  const resolved = change(resolve(forLibvirt(design), host, 'libvirt'))
  const { text, lines } = renderXml(withHomeToken(resolved.domain))
  const placeOf = designPlace(resolved)
  const { files, findings } = filesBeside(resolved, host)
  return {
    resolved,
    uri: resolved.host.connection === 'system' ? 'qemu:///system' : 'qemu:///session',
    xml: { text, lines: lines.map(placeOf) },
    hasHome: text.includes(`${homeToken}/`),
    files,
    lacks: lacksBeside({ ...resolved, design }, placeOf, 'libvirt'),
    findings: [...resolved.findings, ...findings],
  }
}

/** The XML as a file by itself. */
export function domainFile({ xml }: WrappedDomain): TargetText {
  return { name: 'domain.xml', about: 'the machine', language: 'xml', ...xml }
}
