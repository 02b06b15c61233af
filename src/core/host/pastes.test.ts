/**
 * Texts as people paste them, each in `pastes/NAME.txt`, with what is read of it in `NAME.read.txt` beside it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hostFactsSchema } from './facts.ts'
import { mergeHostFacts } from './merge-facts.ts'
import { readHostText } from './read-host-text.ts'

const folder = new URL('pastes/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.endsWith('.read.txt'))

/** Sources and findings a line each, then the facts, a line for each thing of a list. */
function inWords(text: string): string {
  const { sources, findings } = readHostText(text)
  const { facts, findings: merged } = mergeHostFacts(sources.map((source) => source.facts))
  expect(hostFactsSchema.safeParse(facts).error).toBeUndefined()
  return [
    ...sources.map(
      ({ kind, title, summary, position }) =>
        `${position.line}-${position.endLine} ${kind}: ${title}: ${summary}`,
    ),
    ...[...findings, ...merged].map(
      ({ severity, code, position, message }) => `${position?.line ?? '-'} ${severity} ${code}: ${message}`,
    ),
    '',
    ...Object.entries(facts).flatMap(([key, value]) =>
      Array.isArray(value)
        ? value.map((item) => `${key}[]: ${JSON.stringify(item)}`)
        : [`${key}: ${JSON.stringify(value)}`],
    ),
    '',
  ].join('\n')
}

test.each(names)('%s', async (name) => {
  const read = inWords(readFileSync(new URL(name, folder), 'utf8'))
  await expect(read).toMatchFileSnapshot(`pastes/${name.replace(/\.txt$/, '.read.txt')}`)
})
