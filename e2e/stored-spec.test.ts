/** A design goes through its XML whole, whatever it is, and an edit of that XML since then wins. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Design,
  type Domain,
  designOfXml,
  designToPlain,
  readDomainXml,
  renderXmlText,
  resolve,
  withStoredSpec,
} from '../src/core/index.ts'
import { sameValue } from '../src/core/lift/index.ts'
import { designOf, presets } from '../src/presets/index.ts'
import { edit, editKinds } from './domain-edits.ts'
import { generatedDesigns } from './generated-designs.ts'
import { sampleDesigns } from './sample-designs.ts'

/** `VMWRIGHT_CASES=10000` for the long run. */
const cases = Number(process.env['VMWRIGHT_CASES'] ?? 200)

const word = fc.stringMatching(/^[a-z][a-z0-9.&<]{0,8}$/)

/** What XML says nothing of. */
const unsaid = fc.record(
  {
    source: fc.constantFrom(
      { kind: 'cloud_image' as const, url: 'https://example.org/a&b.qcow2', base_user: 'me' },
      { kind: 'bootc' as const, box: 'quay.io/example/os', root_size: '20G' },
      { kind: 'clone' as const, from_vm: 'other' },
    ),
    disk_size: fc.constantFrom('20G', '40G'),
    autostart: fc.boolean(),
    cloud_init: fc.record(
      { package: fc.array(word), runcmd: fc.array(word), timezone: word },
      { requiredKeys: [] },
    ),
    ssh: fc.record({ user: fc.constant('me'), port: fc.integer({ min: 1025, max: 65_000 }) }),
    snapshot: fc.array(fc.record({ name: word }), { minLength: 1, maxLength: 2 }),
    plan: fc.array(word, { minLength: 1 }),
  },
  { requiredKeys: [] },
)

const generated: fc.Arbitrary<Design> = fc
  .tuple(
    generatedDesigns({ raw: '/a,b.img', directory: '/srv', firmware: '/fw.fd', variables: '/vars.fd' }),
    unsaid,
  )
  .map(([{ libvirt, vcpus }, more]) => ({ name: 'a', spec: { ...more, cpu: vcpus, libvirt } }))

const designs = fc.oneof(fc.constantFrom(...presets.map(designOf), ...sampleDesigns()), generated)

function read(xml: string) {
  const [found] = readDomainXml(xml).domains
  if (found === undefined) throw new Error(`no domain in ${xml}`)
  return { domain: found.domain, ...designOfXml(found, undefined) }
}

const xmlOf = (domain: Domain) => renderXmlText(domain)

test('a design comes back from its XML as it was', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const { text, without } = withStoredSpec(xmlOf(resolve(design, undefined).domain), design)
      const after = read(text)
      expect(without).toEqual([])
      expect(designToPlain(after.design)).toEqual(designToPlain(design))
      expect(after.findings).toEqual([])
    }),
    { numRuns: cases },
  )
})

const share = fc.double({ min: 0, max: 0.999999, noNaN: true })
const choice = fc.record({ what: fc.constantFrom(...editKinds), where: share, which: share })

test('an edit of the XML wins, and what XML says nothing of stays', () => {
  fc.assert(
    fc.property(designs, fc.array(choice, { minLength: 1, maxLength: 3 }), (design, choices) => {
      const wanted = choices.reduce(edit, resolve(design, undefined).domain)
      const { domain, design: after } = read(withStoredSpec(xmlOf(wanted), design).text)
      const said = readDomainXml(xmlOf(resolve(after, undefined).domain)).domains[0]?.domain
      if (!sameValue(said, domain)) expect(said).toEqual(domain)
      // As vm.yml says it, where an empty map is the same as none.
      const [saidNow, meant] = [after, design].map((one) => designToPlain(one).spec)
      for (const key of ['cloud_init', 'snapshot', 'plan'] as const)
        expect(saidNow?.[key]).toEqual(meant?.[key])
      expect(after.spec.source?.url).toEqual(design.spec.source?.url)
    }),
    { numRuns: cases },
  )
})
