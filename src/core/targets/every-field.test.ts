/** Nothing of a design goes over, or stays behind, in silence. */
import { expect, test } from 'vitest'
import { answersOf } from './every-field.test-helper.ts'
import { targetIds, targets } from './index.ts'

const writing = targetIds.filter((id) => targets[id].writer !== undefined)

test.each(writing)(
  '%s says each field, or says that it does not',
  async (id) => {
    const answers = answersOf(targets[id])
    expect(answers.length).toBeGreaterThan(1000)
    expect(answers.filter(({ silent }) => silent > 0).map(({ field }) => field)).toEqual([])
    const lines = answers
      .filter(({ not, inPart }) => not + inPart > 0)
      .map(({ field, whole, not, messages }) => {
        const word = not > 0 && whole === 0 ? 'not' : 'in part'
        return `${field}\t${word}\t${[...messages].join(' / ')}\n`
      })
    await expect(lines.join('')).toMatchFileSnapshot(`expected/${id}.fields.tsv`)
  },
  300_000,
)
