import { expect, test } from 'vitest'
import type { Tracked } from '../document/vm-document.ts'
import { historyOf, mostSteps, readStep } from './stored-history.ts'

function step(id: string, ram: string, text?: string): Tracked {
  return {
    id,
    design: { name: 'vm', spec: { ram } },
    table: undefined,
    specDocument: text === undefined ? undefined : { text, vm: 'vm' },
    xmlDocument: undefined,
    drafts: {},
    step: `change memory to ${ram}`,
    at: 5,
  }
}

const rams = ({ steps }: ReturnType<typeof historyOf>) => steps.map(({ design }) => design.spec.ram)

test('the steps of a design are stored, those that were undone after the present one', () => {
  const stored = historyOf(step('a', '3G'), {
    past: [step('a', '1G'), step('a', '2G')],
    future: [step('a', '5G'), step('a', '4G')],
  })
  expect(rams(stored)).toEqual(['1G', '2G', '3G', '4G', '5G'])
  expect(stored.present).toBe(2)
})

test('what lies beyond another design is not among them', () => {
  const stored = historyOf(step('b', '3G'), {
    past: [step('b', '0G'), step('a', '1G'), step('b', '2G')],
    future: [step('b', '9G'), step('c', '5G'), step('b', '4G')],
  })
  expect(rams(stored)).toEqual(['2G', '3G', '4G'])
})

test('the table of a step comes back with it', () => {
  const table = { columns: ['name'], rows: [['web-{1..3}']] }
  const stored = historyOf({ ...step('a', '1G'), table }, { past: [step('a', '1G')], future: [] })
  expect(stored.steps.map((one) => readStep('a', { ...one })?.table)).toEqual([undefined, table])
  expect(readStep('a', { ...step('a', '1G'), table: { columns: 'name', rows: [] } })).toBeUndefined()
})

test('the oldest go where there are too many, or their texts are too long', () => {
  const past = Array.from({ length: 300 }, (_, index) => step('a', `${index}G`))
  const stored = historyOf(step('a', 'now'), { past, future: [] })
  expect(stored.steps).toHaveLength(mostSteps)
  expect(stored.steps[stored.present]?.design.spec.ram).toBe('now')
  const long = ['a', 'b', 'c'].map((letter) => step('a', letter, letter.repeat(900_000)))
  expect(rams(historyOf(step('a', 'now'), { past: long, future: [] }))).toEqual(['b', 'c', 'now'])
})

test('a step that another version of the page stored is not taken as it is', () => {
  expect(readStep('a', { ...step('x', '2G') })).toMatchObject({ id: 'a', design: { spec: { ram: '2G' } } })
  expect(
    readStep('a', { design: { name: 'vm', spec: { firmware: 'none such' } }, drafts: {} }),
  ).toBeUndefined()
  expect(readStep('a', { design: { name: 'vm', spec: {} }, drafts: 7 })).toBeUndefined()
})
