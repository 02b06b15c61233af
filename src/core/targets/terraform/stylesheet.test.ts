/** What provider 0.8 defines, after its stylesheet, is our domain but for the disks that the provider makes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Domain, domain as elements, renderXmlText } from '../../domain/index.ts'
import { forLibvirt, readDomainXml } from '../../lift/index.ts'
import { resolve } from '../../resolve/index.ts'
import type { Design } from '../../spec/index.ts'
import { designOfXml } from '../../stored-spec/index.ts'
import { elementTree, type TreeElement } from '../../table/index.ts'
import { escapeText } from '../../xml/index.ts'
import { writeTarget } from '../index.ts'
import { presetDesigns, sharedDesigns } from './designs.test-helper.ts'
import { resourcesOf } from './oracle.test-helper.ts'

const hasXsltproc = spawnSync('xsltproc', ['--version']).status === 0
const designs = [...presetDesigns, ...sharedDesigns]

let folder = ''
beforeAll(() => {
  if (process.env['CI']) expect(hasXsltproc, 'the package xsltproc is there').toBe(true)
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-stylesheet-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the provider has made of its own fields: libvirt/domain.go of v0.8. */
function providersDomain(disks: number): string {
  const volumes = Array.from(
    { length: disks },
    (_, index) =>
      `<disk type="volume" device="disk"><source pool="default" volume="made-${index}"></source></disk>`,
  )
  const seed =
    '<disk type="file" device="cdrom"><source file="/pool/seed.iso"></source><serial>cloudinit</serial></disk>'
  return `<domain type="kvm"><name>vm</name><devices>${volumes.join('')}${seed}<rng model="virtio"/></devices></domain>`
}

/** What `templatefile` makes of the template. */
function filledIn(template: string): string {
  return template.replace(/\$\{"([$%])"\}|\$\{home\}|([$%])\2\{/g, (found, alone, sign) =>
    found === '$' + '{home}' ? '/home/anna' : (alone ?? `${sign}{`),
  )
}

interface Defined {
  readonly domain: Domain
  readonly main: string
}

function defined(design: Design, seed: string): Defined {
  const { files } = writeTarget('terraform', design, undefined, { provider: '0.8', seed })
  const text = (name: string) => {
    const file = files.find((one) => one.name === name)
    return file !== undefined && 'text' in file ? file.text : ''
  }
  const main = text('main.tf')
  const stylesheet = path.join(folder, 'domain.xslt')
  const before = path.join(folder, 'before.xml')
  writeFileSync(stylesheet, filledIn(text('domain.xslt.tftpl')))
  writeFileSync(before, providersDomain(main.split('volume_id').length - 1))
  const { stdout, stderr } = spawnSync(
    'xsltproc',
    ['--nomkdir', '--nonet', '--nowrite', stylesheet, before],
    {
      encoding: 'utf8',
    },
  )
  expect(stderr).toBe('')
  const [read] = readDomainXml(stdout).domains
  if (read === undefined) throw new Error(`no domain: ${stdout}`)
  return { domain: read.domain, main }
}

/** As the test expects it: which disks the provider makes is read from what it was told. */
function expected(design: Design, { main, domain: made }: Defined): Domain {
  const { domain } = resolve(forLibvirt(design), undefined, 'libvirt')
  const [read] = readDomainXml(
    renderXmlText(domain).replaceAll("'~/", "'/home/anna/").replaceAll('>~/', '>/home/anna/'),
  ).domains
  if (read === undefined) throw new Error('no domain')
  const disks = read.domain.devices?.disks?.map((disk, index) => {
    const { source } = made.devices?.disks?.[index] ?? {}
    if (!isMade(source, main)) return disk
    const { file: _, ...others } = disk.source ?? {}
    const type = source?.volume === undefined ? ('file' as const) : ('volume' as const)
    return { ...disk, type, source: { ...others, ...source } }
  })
  return disks === undefined ? read.domain : { ...read.domain, devices: { ...read.domain.devices, disks } }
}

/** What a domain says, without comments and places. */
function meant(domain: Domain): unknown {
  const said = ({ name, attributes, text, children }: TreeElement): unknown => [
    name,
    [...attributes].map(([key, held]) => [key, held.text]),
    text?.text.trim(),
    children.map(said),
  ]
  return said(elementTree('domain', elements, domain))
}

function isMade(
  source: { readonly volume?: unknown; readonly file?: unknown } | undefined,
  main: string,
): boolean {
  return (
    String(source?.volume).startsWith('made-') ||
    (source?.file === '/pool/seed.iso' && main.includes('cloudinit ='))
  )
}

test.skipIf(!hasXsltproc).each(designs.map(({ title, design }) => [title, design] as const))(
  '%s',
  async (_, design) => {
    for (const seed of ['own', 'provider']) {
      const made = defined(design, seed)
      expect(meant(made.domain)).toEqual(meant(expected(design, made)))
      const resources = await resourcesOf(made.main)
      expect(Object.keys(resources)).toContain('libvirt_domain')
    }
  },
)

test.skipIf(!hasXsltproc)('braces, templates and elements of stylesheets are texts', () => {
  const hostile = '{//name} $' + '{home} %{if} $$' + '{x} a & <b>'
  const xml = `<domain type="kvm"><name>vm</name><metadata><x:a xmlns:x="urn:x" b="{c}">
    <xsl:value-of xmlns:xsl="http://www.w3.org/1999/XSL/Transform" select="1"/></x:a></metadata>
    <title>${escapeText(hostile)}</title><memory>1048576</memory><os><type>hvm</type></os>
    <devices><disk><source file="/a{b}$\{c}"/><target dev="vda"/><serial>${escapeText(hostile)}</serial></disk></devices></domain>`
  const [read] = readDomainXml(xml).domains
  if (read === undefined) throw new Error('no domain')
  const { design } = designOfXml(read, undefined)
  const { domain } = defined(design, 'own')
  expect(domain.title).toBe(hostile)
  expect(domain.devices?.disks?.[0]).toMatchObject({ source: { file: '/a{b}$' + '{c}' }, serial: hostile })
  expect(renderXmlText(domain)).toContain('xsl:value-of')
})
