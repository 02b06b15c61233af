/** Changes to a text as an accident, a careless person or one who wishes harm would make them. */
import { vmSpec } from '../../src/core/spec/index.ts'
import { type WalkedField, walkFields } from '../../src/core/table/index.ts'
import type { Random } from './random.ts'

/** What a text never grows beyond. */
const longest = 64 * 1024

const languageWords = [
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  'length',
]

const numbers = [
  '0',
  '-1',
  '1',
  '255',
  '256',
  '65535',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '4294967296',
  '9007199254740991',
  '18446744073709551615',
  '18446744073709551616',
  '1e308',
  '1e999',
  `1${'0'.repeat(306)}`,
  '0x7fffffff',
  '0xffffffffffffffff',
  '0.1',
  '00',
  'NaN',
  'Infinity',
  '0-4294967295',
  '0-9007199254740991',
  '^0-65535',
]

const oddTexts = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udfff',
  'é',
  '🖥',
  '-',
  ',',
  '=',
  ':',
  '#',
  '"',
  "'",
  '`',
  '\\',
  '$',
  '$(x)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's expansion is meant.
  '${a[@]}',
  '{{.VmName}}',
  '{{.VmStateDir}}/../..',
  '%s',
  '../',
  '/dev/null',
  '&amp;',
  '&#x110000;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '<a>',
  '</a>',
  '&a',
  '*a',
  '<<: *a',
  '!!map',
  '!!binary',
  '!!timestamp 2020-01-01',
  '? ',
  '- ',
  '|\n',
  '{toString: 1}',
  '[]',
  '{}',
  'null',
  '~',
  'true',
  'yes',
  '2020-01-01',
  '-device ',
  '-drive ',
  '-object ',
  '-netdev ',
  ' \\\n',
  'a=a=',
  'server.0.host=',
  '$ ',
  '# ',
]

/** Runs of these are what readers take too long over. */
const runs = [
  '0',
  ' ',
  '\t',
  '\n',
  '[',
  '{',
  '(',
  '"',
  "'",
  '\\',
  'a=',
  '-',
  '#',
  ':',
  '.',
  '&',
  '*',
  '{{',
  '_',
  'CMD[',
  'é',
]
/** Each of these may become an item of its own, and a design has no twenty thousand. */
const items = ['$ ', ',', '<a>', '9,', 'a,', 'x ', '-x ', '- a\n', '<a/>', 'a: 1\n', '; ']

function longRun(random: Random): string {
  return random.once(2)
    ? random.pick(runs).repeat(random.pick([10, 300, 3000, 20_000]))
    : random.pick(items).repeat(random.pick([10, 100, 1000]))
}

const brackets: readonly (readonly [open: string, close: string])[] = [
  ['[', ']'],
  ['{a: ', '}'],
  ['<a>', '</a>'],
  ['"', '"'],
  ["'", "'"],
  ['$(', ')'],
  ['(', ')'],
  ['${a:-', '}'],
  ['{"a":', '}'],
  ['- ', ''],
  ['<backingStore type="file">', '</backingStore>'],
]

/** Words and keys of the tables, so that what is changed is still looked at. */
const known: readonly string[] = [
  ...new Set(
    walkFields(vmSpec).flatMap(({ key, field }: WalkedField) => [
      key,
      ...('scalar' in field ? (field.scalar.choices ?? []) : []),
    ]),
  ),
]

type Mutation = (text: string, random: Random, other: () => string) => string

function place(text: string, random: Random): number {
  return random.below(text.length + 1)
}

function range(text: string, random: Random): readonly [start: number, end: number] {
  const start = place(text, random)
  const most = random.pick([4, 40, 400, 4000])
  return [start, Math.min(text.length, start + 1 + random.below(most))]
}

/** Puts a text into the place of the nth match, at random. */
function replaceOne(text: string, pattern: RegExp, random: Random, by: string): string {
  const start = place(text, random)
  pattern.lastIndex = start
  const match = pattern.exec(text)
  if (match === null) return text.slice(0, start) + by + text.slice(start)
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length)
}

const mutations: readonly Mutation[] = [
  // One character is another one.
  (text, random) => {
    const at = place(text, random)
    return (
      text.slice(0, at) +
      String.fromCharCode(random.below(random.once(8) ? 65_536 : 128)) +
      text.slice(at + 1)
    )
  },
  (text, random) => {
    const at = place(text, random)
    return text.slice(0, at) + random.pick(oddTexts) + text.slice(at)
  },
  (text, random) => {
    const [start, end] = range(text, random)
    return text.slice(0, start) + text.slice(end)
  },
  (text, random) => {
    const [start, end] = range(text, random)
    return text.slice(0, start) + random.pick(oddTexts) + text.slice(end)
  },
  // A part is there many times.
  (text, random) => {
    const [start, end] = range(text, random)
    const times = 2 + random.below(random.once(4) ? 60 : 4)
    return text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end)
  },
  // A part of another text.
  (text, random, other) => {
    const from = other()
    const [start, end] = range(from, random)
    const at = place(text, random)
    return (
      text.slice(0, at) + from.slice(start, end) + text.slice(random.once(2) ? at : range(text, random)[1])
    )
  },
  // Nested.
  (text, random) => {
    const [start, end] = range(text, random)
    const [open, close] = random.pick(brackets)
    const depth = random.pick([1, 2, 10, 70, 200, 3000])
    return (
      text.slice(0, start) +
      open.repeat(depth) +
      text.slice(start, end) +
      close.repeat(depth) +
      text.slice(end)
    )
  },
  (text, random) => replaceOne(text, /\d+/g, random, random.pick(numbers)),
  (text, random) => replaceOne(text, /\d+/g, random, random.pick(numbers)),
  (text, random) => replaceOne(text, /\w+/g, random, random.pick(languageWords)),
  (text, random) => replaceOne(text, /[\w-]+/g, random, random.pick(known)),
  (text, random) => replaceOne(text, /(?<=['"=: ])[\w-]+/g, random, random.pick(known)),
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => {
    const at = place(text, random)
    return text.slice(0, at) + longRun(random) + text.slice(at)
  },
  // Lines in another order.
  (text, random) => {
    const lines = text.split('\n')
    const [from, to] = [random.below(lines.length), random.below(lines.length)]
    const [line = ''] = random.once(2) ? lines.splice(from, 1) : lines.slice(from, from + 1)
    lines.splice(to, 0, line)
    return lines.join('\n')
  },
]

/** A few changes at once. */
export function mutate(text: string, random: Random, other: () => string): string {
  let changed = text
  const steps = 1 + random.below(random.once(3) ? 10 : 3)
  for (let step = 0; step < steps; step += 1)
    changed = random.pick(mutations)(changed, random, other).slice(0, longest)
  return changed
}

const plainValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  4_294_967_296,
  9_007_199_254_740_991,
  '',
  'x',
  '0-4294967295',
  [],
  {},
  [null],
  { toString: 1 },
  JSON.parse('{"__proto__": {"a": 1}}'),
]

/** The same for a value of JSON: one place in it is something else. */
export function mutatePlain(text: string, random: Random): string {
  const value: unknown = JSON.parse(text)
  const steps = 1 + random.below(3)
  let changed = value
  for (let step = 0; step < steps; step += 1) changed = changedWithin(changed, random, 0)
  return JSON.stringify(changed)
}

function changedWithin(value: unknown, random: Random, depth: number): unknown {
  const isDeep = depth > 1 && random.once(4)
  if (Array.isArray(value) && value.length > 0 && !isDeep) {
    const at = random.below(value.length)
    if (random.once(6)) return [...value, ...Array.from({ length: random.pick([1, 3, 40]) }, () => value[at])]
    return value.map((item: unknown, index) => (index === at ? changedWithin(item, random, depth + 1) : item))
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isDeep) {
    const entries: [string, unknown][] = Object.entries(value)
    if (entries.length > 0 && !random.once(8)) {
      const at = random.below(entries.length)
      const changed = entries.map(([key, held], index): [string, unknown] =>
        index === at ? [key, changedWithin(held, random, depth + 1)] : [key, held],
      )
      return Object.fromEntries(changed)
    }
    return { ...value, [random.pick([...languageWords, ...known])]: random.pick(plainValues) }
  }
  switch (random.below(4)) {
    case 0:
      return random.pick(plainValues)
    case 1:
      return random.pick([...languageWords, ...oddTexts, ...known])
    case 2:
      return typeof value === 'string'
        ? mutate(value, random, () => value)
        : Number(random.pick(numbers)) || 0
    default:
      return random.pick(numbers)
  }
}
