/** A design stored in the XML that was made of it. */
import { withSpecElement } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import { isSecret, sensitiveThings } from '../link/index.ts'
import { applyChanges, type Design, writeSpec } from '../spec/index.ts'

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
 * out. What is stored is read by `designOfXml`.
 *
 * @param xml one domain; XML that can't be read comes back as it is
 * @param write how the design is written; `ownWords` keeps the author's own vm.yml
 */
export function withStoredSpec(
  xml: string,
  design: Design,
  write: (design: Design) => string = writeSpec,
): StoredSpec {
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
  const stored = withSpecElement(xml, storedHeading + write({ ...design, spec }), without.join(', '))
  return stored === undefined ? { text: xml, without: [] } : { text: stored, without }
}
