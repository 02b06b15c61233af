/** A design stored in the XML that was made of it. */
import { withSpecElement } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import { isSecret, sensitiveThings } from '../link/index.ts'
import { applyChanges, type Design, readSpecs, updateSpecText, writeSpec } from '../spec/index.ts'
import { invalidXmlCharacter } from '../xml/index.ts'

/** XML with its design in it. */
export interface StoredSpec {
  readonly text: string
  /** The paths, below the spec, of the secrets that are not stored. */
  readonly without: readonly string[]
}

/** The first line of what is stored: whoever meets it in `virsh edit` should know what it is. */
export const storedHeading =
  '# The design that this XML was made from, for vmwright. Where the two differ, the XML is right.\n'

/**
 * Puts a design into domain XML as its vm.yml, in place of one that is there. Passwords, keys and other secrets stay
 * out; so do comments that hold one. What is stored is read by `designOfXml`.
 *
 * @param xml one domain; XML that can't be read comes back as it is
 * @param own the author's vm.yml, for its comments; without it the canonical one is stored
 */
export function withStoredSpec(xml: string, design: Design, own?: string): StoredSpec {
  const paths = new Map(
    sensitiveThings(design.spec)
      .filter(isSecret)
      .map(({ path }) => [formatPath(path), path]),
  )
  const spec = applyChanges(
    design.spec,
    [...paths.values()].map((path) => ({ path, value: undefined })),
  )
  const without = [...paths.keys()]
  const text = textOf({ ...design, spec }, own)
  const stored = withSpecElement(xml, storedHeading + text, without.join(', '))
  return stored === undefined ? { text: xml, without: [] } : { text: stored, without }
}

function textOf(design: Design, own: string | undefined): string {
  return (own === undefined ? undefined : ownTextOf(design, own)) ?? writeSpec(design)
}

/** The author's own text, where it is about this VM alone, holds no secret beside it, and XML has all its characters. */
function ownTextOf(design: Design, own: string): string | undefined {
  const document = readSpecs(own, { defaultName: design.name })
  const isAlone = document.designs.length === 1 && document.source.passedOver.length === 0
  if (!isAlone || document.source.vms[0]?.place.shape === 'bare') return undefined
  const text = updateSpecText(document, design)
  const isFit = invalidXmlCharacter(text) < 0 && !text.includes('\r')
  return isFit && !sensitiveThings(text).some(isSecret) ? text : undefined
}
