/**
 * A stylesheet (XSLT 1.0) that puts our domain in the place of the provider's, but for the sources of the disks that the
 * provider knows, as the template of a file: `templatefile` fills in the home of whoever runs Terraform.
 */
import type { Path } from '../../finding.ts'
import type { TreeElement, TreeText } from '../../table/index.ts'
import { hclTemplate } from '../../text/index.ts'
import { escapeAttribute, escapeText } from '../../xml/index.ts'
import { isBelowHome } from './host-path.ts'

export interface Stylesheet {
  readonly text: string
  /** The place of the Domain that each line is from; `[]` for one that has none. */
  readonly lines: readonly Path[]
  /** Places of the Domain that can't be said. */
  readonly unsaid: readonly Path[]
}

interface Line {
  readonly text: string
  readonly path: Path
}

interface Writing {
  /** The way in the provider's domain to the disk that has a file, by the file. */
  readonly disks: ReadonlyMap<string, string>
  readonly unsaid: Path[]
}

const namespace = 'http://www.w3.org/1999/XSL/Transform'

/**
 * @param root the element `<domain>`
 * @param disks the way in the provider's domain to the disk that has a file, by the file: `/domain/devices/disk[1]`
 */
export function stylesheet(root: TreeElement, disks: ReadonlyMap<string, string>): Stylesheet {
  const writing: Writing = { disks, unsaid: [] }
  const around = (text: string): Line => ({ text, path: [] })
  const lines = [
    around(`<xsl:stylesheet version='1.0' xmlns:xsl='${namespace}'>`),
    around("  <xsl:output omit-xml-declaration='yes'/>"),
    // What stands between two tags is the guest's as well: a description of blanks.
    around("  <xsl:template match='/' xml:space='preserve'>"),
    ...elementLines(writing, root, '    '),
    around('  </xsl:template>'),
    around('</xsl:stylesheet>'),
  ]
  return {
    text: lines.map(({ text }) => `${text}\n`).join(''),
    lines: lines.flatMap(({ text, path }) => text.split('\n').map(() => path)),
    unsaid: writing.unsaid,
  }
}

function elementLines(writing: Writing, element: TreeElement, indent: string): Line[] {
  const { name, path, raw, text, children } = element
  if (raw !== undefined) return [{ text: `${indent}${asIs(writing, raw, path)}`, path }]
  const disk = diskOf(writing, element)
  const attributes = [...element.attributes].map(([key, held]) => {
    if (key.startsWith('xsl:') || held.text === namespace) {
      writing.unsaid.push(held.path)
      return ''
    }
    if (disk !== undefined && key === 'type') return ` type="{${disk}/@type}"`
    return ` ${key}='${said(writing, held, escapeBraces)}'`
  })
  const opens = `${indent}<${name}${attributes.join('')}`
  const inside = text === undefined ? '' : said(writing, text, escapeText)
  if (children.length === 0)
    return [{ text: inside === '' ? `${opens}/>` : `${opens}>${inside}</${name}>`, path }]
  const deeper = `${indent}  `
  const lines = children.flatMap((child) =>
    disk !== undefined && child.name === 'source'
      ? sourceLines(writing, child, disk, deeper)
      : elementLines(writing, child, deeper),
  )
  return [{ text: `${opens}>${inside}`, path }, ...lines, { text: `${indent}</${name}>`, path }]
}

/** The source of a disk as the provider has it, with what we say of it beside. */
function sourceLines(writing: Writing, source: TreeElement, disk: string, indent: string): Line[] {
  const { attributes, children, path } = source
  const others = [...attributes].filter(([key]) => key !== 'file')
  const kept = others.map(([key, held]) => ` ${key}='${said(writing, held, escapeBraces)}'`).join('')
  const copied = `<xsl:copy-of select="${disk}/source/@*"/>`
  const inside = children.flatMap((child) => elementLines(writing, child, `${indent}  `))
  if (inside.length === 0) return [{ text: `${indent}<source${kept}>${copied}</source>`, path }]
  return [
    { text: `${indent}<source${kept}>${copied}`, path },
    ...inside,
    { text: `${indent}</source>`, path },
  ]
}

/** The way to the disk in the provider's domain, of one that the provider makes. */
function diskOf({ disks }: Writing, { name, children }: TreeElement): string | undefined {
  if (name !== 'disk') return undefined
  const file = children.find((child) => child.name === 'source')?.attributes.get('file')
  return file && disks.get(file.text)
}

/** An element that no table knows, which may even be one of a stylesheet. */
function asIs(writing: Writing, raw: string, path: Path): string {
  const text = said(writing, { text: raw, path }, escapeText)
  return `<xsl:text disable-output-escaping='yes'>${text}</xsl:text>`
}

/** In an attribute a brace begins an expression, unless there are two. */
function escapeBraces(text: string): string {
  return escapeAttribute(text).replace(/[{}]/g, '$&$&')
}

/** What `templatefile` fills in: the home of whoever runs Terraform. */
export const homeName = 'home'

function said(writing: Writing, held: TreeText, asXml: (text: string) => string): string {
  const isBelow = isBelowHome(held)
  const text = hclTemplate(asXml(isBelow ? held.text.slice('~'.length) : held.text))
  if (text === undefined) writing.unsaid.push(held.path)
  return `${isBelow ? `$\{${homeName}}` : ''}${text ?? ''}`
}
