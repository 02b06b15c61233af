import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { renderXmlText } from '../domain/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { resolve } from '../resolve/index.ts'
import { type Design, readSpecs, writeSpec } from '../spec/index.ts'
import { designOfXml, ownWords, saysAll, withStoredSpec } from './index.ts'

const own = `vms:
  # Mine & nobody's <else>.
  web:
    source: { kind: cloud_image, url: "https://example.org/a.qcow2?a=1&b=2", base_user: debian }
    ram: 2G # enough
    ssh: { port: 2222 }
    network: { port_forwards: ["8080:80"] }
    cloud_init: { package: [nginx], runcmd: ["echo ']]>' > /a"] }
`
const [design = { name: '', spec: {} }] = readSpecs(own).designs

const xmlOf = (one: Design) => renderXmlText(resolve(one, undefined, 'libvirt').domain)

function read(xml: string) {
  const [found] = readDomainXml(xml).domains
  if (found === undefined) throw new Error(`no domain in ${xml}`)
  return designOfXml(found, undefined)
}

test('XML that brings a design back by itself needs no other telling of it', () => {
  expect(saysAll(xmlOf(design), design, undefined)).toBe(false)
  const alone = read(xmlOf(design)).design
  expect(saysAll(xmlOf(alone), alone, undefined)).toBe(true)
  expect(saysAll('<domain>', alone, undefined)).toBe(false)
})

const codes = ({ findings }: ReturnType<typeof read>) => findings.map(({ code }) => code)

describe('a design in its XML', () => {
  const { text, without } = withStoredSpec(xmlOf(design), design, ownWords(own))

  it('stands there to be read, at the end', async () => {
    expect(without).toEqual([])
    await expect(text).toMatchFileSnapshot('expected/web.xml')
  })

  it('comes back whole, with the comments of its vm.yml', () => {
    expect(read(text)).toEqual({ design, findings: [], stored: own })
  })

  it('is no part of the Domain', () => {
    expect(readDomainXml(text).domains[0]?.domain).toEqual(readDomainXml(xmlOf(design)).domains[0]?.domain)
  })

  it('stands there once, however often it is put in', () => {
    const other = { ...design, spec: { ...design.spec, ram: '3G' } }
    const again = withStoredSpec(withStoredSpec(text, other).text, design, ownWords(own))
    expect(again.text).toBe(text)
  })

  it('gives way to an edit of the XML, and what XML does not say stays', () => {
    const { design: after } = read(
      text.replaceAll('>2048<', '>3072<').replace(/<vcpu([^>]*)>\d+</, '<vcpu$1>6<'),
    )
    expect(after).toEqual({ ...design, spec: { ...design.spec, ram: '3G', cpu: 6 } })
  })

  it('is not believed where it was edited itself: the XML is right', () => {
    expect(read(text.replace('ram: 2G', 'ram: 9G')).design.spec).toEqual(design.spec)
  })

  it('goes into XML that a person wrote, beside what others keep there', () => {
    const foreign = "<metadata>\n    <a:b xmlns:a='urn:a'><spec/></a:b>\n  </metadata>"
    const written = xmlOf(design).replace('<name>', `<!-- mine -->\n  ${foreign}\n  <name>`)
    const stored = withStoredSpec(written, design).text
    expect(stored).toContain("<a:b xmlns:a='urn:a'><spec/></a:b>\n    <vmwright:spec xmlns")
    const [found] = readDomainXml(stored).domains
    expect(found?.domain.$rest).toEqual(readDomainXml(written).domains[0]?.domain.$rest)
    for (const metadata of ['<metadata/>', '<metadata></metadata>']) {
      const empty = withStoredSpec(xmlOf(design).replace('<name>', `${metadata}<name>`), design).text
      expect(read(empty).design).toEqual(design)
    }
  })

  it('is found by its namespace, whatever the prefix and wherever it is declared', () => {
    const moved = text
      .replaceAll('vmwright:spec', 'v:spec')
      .replace(" xmlns:vmwright='urn:vmwright:spec'", '')
      .replace('<domain ', "<domain xmlns:v='urn:vmwright:spec' ")
    expect(read(moved).stored).toBe(own)
    expect(read(text.replace('urn:vmwright:spec', 'urn:other')).stored).toBeUndefined()
  })

  it('knows its files again in the home of whoever ran create.sh', () => {
    for (const home of ['/home/me', '/root', '/@HOME@'])
      expect(read(text.replaceAll("file='~/", `file='${home}/`)).design).toEqual(design)
  })

  it('leaves XML alone that is none', () => {
    for (const xml of ['', '<domain', '<domain/>', '<network></network>'])
      expect(withStoredSpec(xml, design)).toEqual({ text: xml, without: [] })
  })
})

describe('secrets', () => {
  const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  const withSecrets: Design = {
    name: 'web',
    spec: {
      cloud_init: { runcmd: ['true', `curl -H "Authorization: token ${secret}" https://example.org`] },
      libvirt: { devices: { graphics: [{ type: 'vnc', passwd: 'hunter22' }] } },
    },
  }

  it('are left out, and said to be', () => {
    const { text, without } = withStoredSpec(xmlOf(withSecrets), withSecrets)
    expect(without).toEqual(['cloud_init.runcmd[1]', 'libvirt.devices.graphics[0].passwd'])
    expect(text).not.toContain(secret)
    expect(text.match(/hunter22/g)).toHaveLength(1)
    const after = read(text)
    expect(codes(after)).toEqual(['stored.without'])
    expect(after.findings[0]?.message).toContain('cloud_init.runcmd[1]')
    expect(after.design.spec.cloud_init?.runcmd).toEqual(['true'])
    // The XML says this one itself.
    expect(after.design.spec.libvirt?.devices?.graphics?.[0]?.passwd).toBe('hunter22')
  })

  it('in a comment take the comments along', () => {
    const commented = own.replace('# enough', `# ${secret}`)
    const { text } = withStoredSpec(xmlOf(design), design, ownWords(commented))
    expect(text).not.toContain(secret)
    expect(read(text)).toEqual({ design, findings: [], stored: writeSpec(design) })
  })

  it('and other VMs of the file stay out', () => {
    const { text } = withStoredSpec(xmlOf(design), design, ownWords(`${own}  db: { ram: 1G }\n`))
    expect(read(text).stored).toBe(writeSpec(design))
  })
})

describe('what anyone may have put there', () => {
  const { text } = withStoredSpec(xmlOf(design), design)
  const holding = (yaml: string) => text.replace(/vms:[^<]*/, () => yaml.replaceAll('&', '&amp;'))
  const plain = read(xmlOf(design)).design

  test.each([
    ['another version', text.replace("version='1'", "version='2'"), 'stored.version'],
    ['no version', text.replace(" version='1'", ''), 'stored.version'],
    ['nothing', holding(''), 'stored.wrong'],
    ['no map', holding('[]'), 'stored.wrong'],
    ['a wrong type', holding('vms: {web: {ram: [1, 2]}}'), 'stored.wrong'],
    ['two VMs', holding('vms: {web: {}, db: {}}'), 'stored.wrong'],
    ['no YAML', holding('vms: {web: ['), 'stored.wrong'],
    ['deep nesting', holding(`vms: {web: ${'['.repeat(100_000)}`), 'stored.wrong'],
    [
      'a bomb',
      holding(
        `a: &a [1]\n${Array.from({ length: 20 }, (_, at) => `b${at}: &b${at} [${`*${at === 0 ? 'a' : `b${at - 1}`}, `.repeat(9)}]`).join('\n')}\nvms: {web: {plan: *b19}}`,
      ),
      'stored.wrong',
    ],
    ['a very long text', holding(`# ${'x'.repeat(600_000)}`), 'stored.too-long'],
  ])('%s: it is said, and the XML read as if it was not there', (_what, xml, code) => {
    const after = read(xml)
    expect(after.design).toEqual(plain)
    expect(codes(after)).toEqual([code])
    expect(after.findings[0]?.position?.line).toBeGreaterThan(10)
  })

  it('never throws, and the design means what the XML says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(), (noise, at) => {
        const place = text.indexOf('<vmwright') + (at % (text.length - text.indexOf('<vmwright')))
        const changed = text.slice(0, place) + noise + text.slice(place + noise.length)
        const [found] = readDomainXml(changed).domains
        if (found === undefined) return
        const { design: after } = designOfXml(found, undefined)
        expect(resolve(after, undefined).domain).toEqual(found.domain)
      }),
      { numRuns: 100 },
    )
  })
})
