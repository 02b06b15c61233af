import { expect, test } from 'vitest'
import { vmSpec } from '../core/spec/index.ts'
import { walkFields } from '../core/table/index.ts'
import { type TargetId, targetIds, targets, targetTitles } from '../core/targets/index.ts'
import { parsePath } from './core.ts'
import { partOf } from './parts.ts'

const answers = import.meta.glob<string>('../core/targets/expected/*.fields.tsv', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Fields with a value of their own; those of additions are those of the list that their device stands in. */
const all = walkFields(vmSpec).filter(
  ({ field, shortFor }) => shortFor === undefined && field.kind !== 'child',
)
const additions = walkFields(vmSpec).flatMap(({ field, memoryPath }) =>
  field.kind === 'child' && field.isAddition === true ? [`${memoryPath}.`] : [],
)
const fields = all.filter(
  ({ field, memoryPath }) =>
    field.kind !== 'list' && !additions.some((addition) => memoryPath.startsWith(addition)),
)

function partNamed(field: string): string {
  return partOf(parsePath(field.replaceAll('[]', '[0]')) ?? [])?.title ?? 'Other'
}

const parts = [...new Set(fields.map(({ memoryPath }) => partNamed(memoryPath)))]

/** The most said of what does not go over, and how many others there are. */
function reasonsOf(rows: readonly string[][]): string {
  const counts = new Map<string, number>()
  for (const [, , messages = ''] of rows)
    for (const message of messages.split(' / ')) counts.set(message, (counts.get(message) ?? 0) + 1)
  const sorted = [...counts].sort(([, one], [, other]) => other - one).map(([message]) => message)
  const others = sorted.length - 3
  return sorted.slice(0, 3).join(' ') + (others > 0 ? ` ${others} other reasons.` : '')
}

function table(id: TargetId): string {
  const rows = (answers[`../core/targets/expected/${id}.fields.tsv`] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const lines = parts.map((part) => {
    const total = fields.filter(({ memoryPath }) => partNamed(memoryPath) === part).length
    const ofPart = rows.filter(([field = '']) => partNamed(field) === part)
    const not = ofPart.filter(([, word]) => word === 'not').length
    const inPart = ofPart.length - not
    const word = ofPart.length === 0 ? 'whole' : not >= total ? 'not' : 'in part'
    const figures = [`${Math.max(0, total - ofPart.length)} whole`, `${inPart} in part`, `${not} not`].join(
      ', ',
    )
    const reasons = reasonsOf(ofPart).replaceAll('|', '\\|')
    return `| ${part} | ${word} | ${figures} | ${reasons} |\n`
  })
  return `## ${targetTitles[id]}

${targets[id].about}

| Part | Goes over | Fields | What does not |
|---|---|---|---|
${lines.join('')}`
}

test('docs/targets.md says what goes over to each format of others (npm run coverage:docs writes it anew)', async () => {
  const written = targetIds.filter((id) => targets[id].writer !== undefined)
  const isReadOnly = (id: TargetId) => targets[id].reader !== undefined && targets[id].writer === undefined
  const read = written.filter((id) => targets[id].reader !== undefined).map((id) => targetTitles[id])
  const readOnly = targetIds.filter(isReadOnly).map((id) => `- ${targetTitles[id]}: ${targets[id].about}\n`)
  await expect(`# Formats of others: what goes over

Made by \`npm run coverage:docs\` from what the test of each field found (\`src/core/targets/every-field.test.ts\`); a test keeps
it true. A field is in part when it goes over for some of its values, or beside some others, only. All fields by themselves
are in \`src/core/targets/expected\`. What does not go over is a finding with the way to do it by hand.

These are read, too: ${read.join('; ')}. And these are read only, with what does not come over as findings:

${readOnly.join('')}
${written.map(table).join('\n')}`).toMatchFileSnapshot('../../docs/targets.md')
})
