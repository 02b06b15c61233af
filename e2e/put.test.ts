/** The laws of `put`, on presets, samples and imported domains, with edits as a person makes them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Design,
  type Domain,
  lift,
  put,
  readDomainXml,
  readSpecs,
  renderXmlText,
  resolve,
  updateSpecText,
  writeSpec,
} from '../src/core/index.ts'
import { sameValue } from '../src/core/lift/index.ts'
import { designOf, presets } from '../src/presets/index.ts'
import { edit, editKinds } from './domain-edits.ts'
import { sampleDesigns } from './sample-designs.ts'
import { needs, shared } from './shared.ts'
import { changedLines, xmlEdits } from './xml-edits.ts'

/** `VMWRIGHT_CASES=10000` for the long run. */
const cases = Number(process.env['VMWRIGHT_CASES'] ?? 400)

const real = path.join(shared, 'corpus/real')

function importedThere(): Design[] {
  if (!existsSync(real)) return []
  return readdirSync(real).flatMap((file) => {
    const [read] = readDomainXml(readFileSync(path.join(real, file), 'utf8')).domains
    return read ? [lift(read.domain, undefined)] : []
  })
}

function readBack(domain: Domain): Domain | undefined {
  return readDomainXml(renderXmlText(domain)).domains[0]?.domain
}

const share = fc.double({ min: 0, max: 0.999999, noNaN: true })
const choice = fc.record({ what: fc.constantFrom(...editKinds), where: share, which: share })

/** What XML never shows of a design. */
function unshown({ spec }: Design) {
  const { port: _, key_injection: __, ...ssh } = spec.ssh ?? {}
  const { disk_path: ___, disk_format: ____, ...source } = spec.source ?? {}
  return { source, ssh, cloud_init: spec.cloud_init, snapshot: spec.snapshot, disk_size: spec.disk_size }
}

const families = {
  'the presets': presets.map(designOf),
  'the samples': sampleDesigns(),
  'domains as people have them': importedThere(),
}

test('a single edit of XML is one line of vm.yml', () => {
  const wrong: string[] = []
  for (const design of [...families['the presets'], ...families['the samples']]) {
    const document = readSpecs(writeSpec(design))
    const [own = design] = document.designs
    const shown = renderXmlText(resolve(own, undefined).domain)
    let tried = 0
    for (const { what, change, says } of xmlEdits) {
      const text = change(shown)
      const edited = text === undefined ? undefined : readDomainXml(text).domains[0]?.domain
      if (edited === undefined) continue
      tried += 1
      const after = put(own, edited, undefined, { shown: readDomainXml(shown).domains[0]?.domain }).design
      expect(renderXmlText(resolve(after, undefined).domain)).toBe(renderXmlText(edited))
      const lines = changedLines(document.source.text, updateSpecText(document, after))
      if (lines.taken.length > 1 || lines.values.length !== 1 || !says.test(lines.values.join()))
        wrong.push(`${own.name}, ${what}: ${JSON.stringify(lines)}`)
    }
    if (tried < 20) wrong.push(`${design.name}: ${tried} edits`)
  }
  expect(wrong).toEqual([])
})

test('an edit that only qemu:///system can run leaves the files where the XML has them', () => {
  const design: Design = {
    name: 'a',
    spec: { source: { kind: 'cloud_image', url: 'https://example.org/a.qcow2' } },
  }
  const { domain } = resolve(design, undefined)
  const edited = { ...domain, memtune: { hard_limit: '4 GiB' } }
  const after = put(design, edited, undefined).design
  expect(resolve(after, undefined).domain).toEqual(edited)
  expect(after.spec.libvirt).toMatchObject({ memtune: { hard_limit: '4 GiB' } })
  expect(after.spec.source).toEqual(design.spec.source)
})

describe.each(Object.entries(families))('put into %s', (name, designs) => {
  test('an edit of nothing changes nothing', (context) => {
    needs(context, designs.length > 0, `${name} are not there`)
    for (const design of designs) {
      const shown = readBack(resolve(design, undefined).domain)
      if (shown) expect(put(design, shown, undefined, { shown }).design).toBe(design)
    }
  })

  test('what was put resolves to what was edited, and what XML does not show stays', (context) => {
    needs(context, designs.length > 0, `${name} are not there`)
    fc.assert(
      fc.property(
        fc.constantFrom(...designs),
        fc.array(choice, { minLength: 1, maxLength: 3 }),
        (design, choices) => {
          let wanted = resolve(design, undefined).domain
          for (const one of choices) wanted = edit(wanted, one)
          const edited = readBack(wanted)
          if (edited === undefined) return
          const after = put(design, edited, undefined).design
          const domain = resolve(after, undefined).domain
          if (!sameValue(domain, edited)) expect(domain).toEqual(edited)
          expect(unshown(after)).toEqual(unshown(design))
        },
      ),
      { numRuns: cases },
    )
  })
})
