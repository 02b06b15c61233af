/** Every text that the modules of the page say through `t`, found in their source; and what they say past it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

const page = path.join(import.meta.dirname, '..')

export interface SaidText {
  /** The module, from src/app on. */
  readonly file: string
  /** The key of a catalogue: 'Copy {1}'. */
  readonly text: string
}

interface Texts {
  readonly said: readonly SaidText[]
  /** The words for one and for many of what `counted` counts. */
  readonly counted: readonly string[]
  /** Words between tags or in an attribute for people that do not go through `t`. */
  readonly bare: readonly SaidText[]
}

/** The attributes that a person reads or hears. */
const readAttributes = new Set(
  'about aria-label cancel heading help item label moreTitle nameLabel note summary title tooltip what'.split(
    ' ',
  ),
)

export function textsOfPage(): Texts {
  const files = readdirSync(page, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|test-|^words\//.test(file),
  )
  const said: SaidText[] = []
  const counted: string[] = []
  const bare: SaidText[] = []
  for (const file of files) {
    const { program } = parseSync(file, readFileSync(path.join(page, file), 'utf8'))
    visit(program, (node) => {
      const { type } = node
      if (type === 'TaggedTemplateExpression' && nameOf(node['tag']) === 't')
        said.push({ file, text: keyOf(node['quasi']) })
      if (type === 'CallExpression' && /^counted/.test(nameOf(node['callee']) ?? ''))
        counted.push(...countedWords(node['arguments']))
      if (type === 'JSXText' && isProse(node['value']))
        bare.push({ file, text: String(node['value']).trim() })
      if (
        type === 'JSXAttribute' &&
        readAttributes.has(nameOf(node['name']) ?? '') &&
        isNode(node['value'])
      ) {
        const { type: kind, value } = node['value']
        if (kind === 'Literal' && isProse(value)) bare.push({ file, text: String(value) })
      }
    })
  }
  return { said, counted, bare }
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function visit(value: unknown, each: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) each(value)
    for (const inner of Object.values(value)) visit(inner, each)
  }
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node['name'] === 'string' ? node['name'] : undefined
}

function countedWords(given: unknown): readonly string[] {
  const [, one, many] = Array.isArray(given) ? given : []
  const textOf = (node: unknown) =>
    isNode(node) && typeof node['value'] === 'string' ? node['value'] : undefined
  const word = textOf(one)
  return word === undefined ? [] : [word, textOf(many) ?? `${word}s`]
}

function keyOf(template: unknown): string {
  const quasis = isNode(template) && Array.isArray(template['quasis']) ? template['quasis'] : []
  return quasis
    .map((quasi: { readonly value: { readonly cooked: string } }, index) =>
      index === 0 ? quasi.value.cooked : `{${index}}${quasi.value.cooked}`,
    )
    .join('')
}

/** Names of formats and programs, and what is typed, are the same in every language. */
function isProse(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /\p{L}{2}/u.test(value) &&
    !/^(?:vmwright|[a-z]+ [a-z]+ --|[-/<]).*/.test(value.trim())
  )
}
