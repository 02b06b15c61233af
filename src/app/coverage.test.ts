import { expect, test } from 'vitest'
import promisedPaths from '../core/spec/field-paths.txt?raw'
import { vmSpec } from '../core/spec/index.ts'
import { type WalkedField, walkFields } from '../core/table/index.ts'
import { type Path, parsePath, startsWith } from './core.ts'
import { partOf, parts } from './parts.ts'

const promised = new Set(promisedPaths.trimEnd().split('\n'))
const all = walkFields(vmSpec).filter((field) => field.shortFor === undefined)
/** They have the fields of the list that their device stands in. */
const additions = all.flatMap(({ field, path }) =>
  field.kind === 'child' && field.isAddition === true ? [`${path}.`] : [],
)
const fields = all.filter(({ path }) => !additions.some((start) => path.startsWith(start)))

/** The way to the field, in the first item of each list. */
function pathOf(field: WalkedField): Path {
  return parsePath(field.path.replaceAll('[]', '[0]')) ?? []
}

const ways = parts.flatMap((part) => part.paths)

/** The title of the part that has the field; for a map whose fields are in several parts, that. */
function placeOnPage(field: WalkedField): string | undefined {
  const path = pathOf(field)
  if (ways.some((way) => startsWith(path, way))) return partOf(path)?.title
  return ways.some((way) => startsWith(way, path)) ? 'several' : undefined
}

test('each field has its place in a part of the page', () => {
  const lost = fields.filter((field) => placeOnPage(field) === undefined)
  expect(lost.map((field) => field.path)).toEqual([])
})

test('docs/coverage.md says where each field is (npm run coverage:docs writes it anew)', async () => {
  const inVocabulary = fields.filter((field) => promised.has(field.path))
  const beyond = fields.filter((field) => !promised.has(field.path))
  await expect(`# Coverage: where each field is

Made from the tables by \`npm run coverage:docs\`; a test keeps it true. "Field" is the path in vm.yml, as it is
written; \`[]\` stands for the items of a list. "XML" is the place below \`<domain>\`, or what becomes of a field that has
none of its own. "Form" is the part of the page.

## The fields of vm.yml

${inVocabulary.length} fields.

${table(inVocabulary)}
## The other fields

What \`source\` holds for each kind, and what libvirt has beyond the vocabulary.
${beyond.length} fields.

${table(beyond)}`).toMatchFileSnapshot('../../docs/coverage.md')
})

function table(rows: readonly WalkedField[]): string {
  const lines = rows.map(
    (row) => `| \`${row.path}\`${alsoReadAs(row)} | ${xmlCell(row)} | ${placeOnPage(row) ?? ''} |\n`,
  )
  return `| Field | XML | Form |\n|---|---|---|\n${lines.join('')}`
}

function alsoReadAs({ field }: WalkedField): string {
  const names = field.meta.alsoReadAs ?? []
  return names.length === 0 ? '' : `, read as ${names.map((name) => `\`${name}\``).join(', ')} too`
}

/** XML stands in code; a sentence does not. */
function xmlCell({ xmlPlace, becomes = '' }: WalkedField): string {
  const escaped = (xmlPlace ?? becomes).replaceAll('|', '\\|')
  return escaped.replace(/(?:<[^<>]+>…?)+/g, (xml) => `\`${xml}\``)
}
