/** A domain that went over and came back is the same but for what was said not to go over. */
import { expect, test } from 'vitest'
import { type Domain, domain as elements, renderXmlText } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { forLibvirt, readDomainXml } from '../../lift/index.ts'
import { resolve } from '../../resolve/index.ts'
import { elementTree, isRecord } from '../../table/index.ts'
import { presetDesigns, sharedDesigns } from './designs.test-helper.ts'
import { domainValue } from './domain-value.ts'
import { writeHcl } from './hcl.ts'
import { invertedXml } from './invert.test-helper.ts'
import { keptDomain } from './kept-domain.ts'
import { resourcesOf } from './oracle.test-helper.ts'
import { domain as words } from './tables/domain.ts'

const designs = [...presetDesigns, ...sharedDesigns]

function asRead(xml: string): Domain {
  const [read] = readDomainXml(xml).domains
  if (read === undefined) throw new Error('no domain')
  return read.domain
}

/** The kinds that are meant where none is said. */
function isUsual(held: unknown, path: Path): boolean {
  return path.at(-1) === 'type' && (held === 'pty' || held === 'file')
}

/** HCL has no other numbers. */
function inDecimal(held: unknown): unknown {
  return typeof held === 'string' && /^(0x[0-9a-f]{1,8}|\d{1,8})$/i.test(held) ? Number(held) : held
}

/** Its values by their places, items of lists that hold nothing left out. */
function valuesOf(held: unknown, path: Path, without: ReadonlySet<string>): [string, unknown][] {
  if (without.has(path.join('.'))) return []
  if (Array.isArray(held)) {
    const kept = held.filter((_, index) => !without.has([...path, index].join('.')))
    return kept.flatMap((item, index) => valuesOf(item, [...path, index], without))
  }
  if (!isRecord(held))
    return held === undefined || isUsual(held, path) ? [] : [[path.join('.'), inDecimal(held)]]
  return Object.entries(held).flatMap(([key, inner]) =>
    key === '$rest' ? [] : valuesOf(inner, [...path, key], without),
  )
}

test.each(designs.map(({ title, design }) => [title, design] as const))('%s', async (_, design) => {
  const { domain } = resolve(forLibvirt(design), undefined, 'libvirt')
  const kept = asRead(renderXmlText(keptDomain(domain).domain))
  const { fields, unsaid } = domainValue(elementTree('domain', elements, kept), words)
  const { text } = writeHcl([{ head: 'resource "libvirt_domain" "vm"', body: fields, path: [] }])
  const body = (await resourcesOf(text))['libvirt_domain']?.['vm']?.[0]
  const back = asRead(invertedXml(words, body ?? {}))
  const without = new Set(unsaid.map(({ path }) => path.join('.')))
  expect(Object.fromEntries(valuesOf(back, [], new Set()))).toEqual(
    Object.fromEntries(valuesOf(kept, [], without)),
  )
})
