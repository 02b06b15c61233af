import { describe, expect, test } from 'vitest'
import { parseXml } from '../xml/index.ts'
import {
  at,
  attribute,
  child,
  element,
  entries,
  further,
  impliedAttribute,
  list,
  presence,
  present,
  recursive,
  type Shape,
  sized,
  sizedAttribute,
  text,
  type Value,
} from './field.ts'
import { type LineTrace, writeXml } from './index.ts'
import { readXml } from './read-xml.ts'
import type { UnknownRecord } from './record.ts'
import { anyText, oneOf, onOff, wholeNumber } from './scalar.ts'
import { xmlPaths } from './xml-paths.ts'

const box = {
  size: attribute('size', wholeNumber),
  name: element('name', anyText),
  hap: at('hap', impliedAttribute('state', onOff, true)),
  gic: at('gic', attribute('version', oneOf('2', '3'))),
  transient: at('transient', present()),
  share: at('transient', attribute('share', onOff)),
  memory: sized('memory'),
  readonly: presence('readonly'),
  source: child('source', { mode: attribute('mode', oneOf('bind', 'connect')) }),
  more_sources: further('source', { mode: attribute('mode', oneOf('bind', 'connect')) }),
  page: at('page', sizedAttribute('size')),
  more_pages: further('page', { size: sizedAttribute('size') }),
  entries: entries('entry', 'name'),
  items: list('item', { value: text(anyText) }),
} as const

const read = (xml: string, shape: Shape = box): UnknownRecord => {
  const { root } = parseXml(xml)
  if (!root) throw new Error(`not well-formed: ${xml}`)
  return readXml(shape, root, xml)
}
const write = (value: object, trace?: LineTrace): string => writeXml('box', box, value, trace)
/** Reads and writes, and gives the result without blanks between elements. */
const through = (xml: string): string => flat(write(read(xml)))
const flat = (xml: string): string => xml.replace(/\n\s*/g, '')

describe('elements after the first of a name', () => {
  test('are a list of their own', () => {
    const xml = `<box><source mode='bind'/><source mode='connect'/><source mode='bind'/></box>`
    expect(read(xml)).toEqual({
      source: { mode: 'bind' },
      more_sources: [{ mode: 'connect' }, { mode: 'bind' }],
    })
    expect(through(xml)).toBe(xml)
  })

  test('are read where the first one is spread over its parent', () => {
    const xml = `<box><page size='2' unit='MiB'/><page size='1' unit='GiB'/></box>`
    expect(read(xml)).toEqual({ page: '2 MiB', more_pages: [{ size: '1 GiB' }] })
    expect(through(xml)).toBe(xml)
  })

  test('need a field that holds the first', () => {
    const alone = { more: further('source', box) }
    expect(() => writeXml('box', alone, {})).toThrow('nothing holds the first')
  })
})

describe('an element that says something without its attribute', () => {
  test('is read as what it implies and written as it was', () => {
    expect(read('<box><hap/></box>')).toEqual({ hap: true, $rest: { lex: { hap: '' } } })
    expect(through('<box><hap/></box>')).toBe('<box><hap/></box>')
  })

  test('says its attribute once it is edited', () => {
    expect(flat(write({ ...read('<box><hap/></box>'), hap: false }))).toBe(`<box><hap state='off'/></box>`)
    expect(flat(write({ ...read('<box><hap/></box>'), hap: undefined }))).toBe('<box/>')
  })
})

test.each([
  ['an empty element of a field that stands inside it', '<box><gic/></box>'],
  ['a presence with a word beside it', `<box><transient share='on'/></box>`],
  ['a number as it was written', `<box size='0x10'/>`],
  ['a unit as it was written', `<box><memory unit='k'>07</memory></box>`],
  ['a unit without text', `<box><memory unit='KiB'/></box>`],
  ['a size that is none', `<box><memory unit='KiB'>much</memory></box>`],
  ['a word that is not known', `<box><source mode='both'/></box>`],
  ['attributes and elements that are not known', `<box colour='red'><lid open='yes'/></box>`],
  [
    'comments among entries',
    `<box><entry name='a'>1</entry><!-- b --><entry name='b'>2</entry><!-- c --></box>`,
  ],
  ['comments in front of and behind all', '<box><!-- a --><name>n</name><!-- z --></box>'],
  [
    'an order that is not the table’s, when comments are there',
    '<box><readonly/><!-- its name --><name>n</name></box>',
  ],
  ['items with others between them', '<box><item>1</item><!-- 2 --><name>n</name><item>2</item></box>'],
])('%s comes back', (_what, xml) => {
  expect(through(xml)).toBe(xml)
})

describe('what is kept', () => {
  test('stays when the element that it stood behind goes', () => {
    const value = read('<box><item>1</item><item>2</item><!-- of 2 --></box>')
    expect(flat(write({ ...value, items: [{ value: '1' }] }))).toBe('<box><item>1</item><!-- of 2 --></box>')
    expect(flat(write({ ...value, items: undefined }))).toBe('<box><!-- of 2 --></box>')
  })

  test('keeps its order beside elements that have come since', () => {
    const value = read('<box><readonly/><!-- a --><name>n</name></box>')
    expect(flat(write({ ...value, size: 1, items: [{ value: '1' }], memory: '1K' }))).toBe(
      `<box size='1'><memory unit='KiB'>1</memory><readonly/><!-- a --><name>n</name><item>1</item></box>`,
    )
  })
})

test('a number loses its spelling when it is edited', () => {
  expect(write({ ...read(`<box size='0x10'/>`), size: 17 })).toBe(`<box size='17'/>\n`)
})

test('each line knows its value, in the table’s order and in the one that was read', () => {
  const xml = '<box><items/><readonly/><!-- a --><name>n</name><source/><source/></box>'
  for (const rest of [{}, { $rest: read(xml)['$rest'] }]) {
    const trace: LineTrace = { lines: [] }
    const value = { name: 'n', readonly: true, source: {}, more_sources: [{ mode: 'bind' }], ...rest }
    const lines = write(value, trace).trimEnd().split('\n')
    expect(trace.lines).toHaveLength(lines.length)
    const pathOf = (line: string) => trace.lines[lines.findIndex((other) => other.trim() === line)]
    expect(pathOf('<name>n</name>')).toEqual(['name'])
    expect(pathOf('<readonly/>')).toEqual(['readonly'])
    expect(pathOf('<source/>')).toEqual(['source'])
    expect(pathOf(`<source mode='bind'/>`)).toEqual(['more_sources', 0])
  }
})

describe('a shape inside itself', () => {
  const plain = { type: attribute('type', anyText) } as const
  interface Layer extends Value<typeof plain> {
    readonly below?: Layer | undefined
  }
  const layer = { ...plain, below: recursive<Layer>('layer', (): Shape => layer) } as const

  test('is read and written', () => {
    const xml = `<layer type='a'><layer type='b'><layer/></layer></layer>`
    expect(read(xml, layer)).toEqual({ type: 'a', below: { type: 'b', below: {} } })
    expect(flat(writeXml('layer', layer, read(xml, layer)))).toBe(xml)
  })

  test('is listed twice', () => {
    expect([...xmlPaths('layer', layer).keys()]).toEqual([
      'layer',
      'layer@type',
      'layer/layer',
      'layer/layer@type',
      'layer/layer/layer',
    ])
  })
})
