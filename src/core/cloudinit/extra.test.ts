import { expect, it } from 'vitest'
import { Document, parse } from 'yaml'
import { mergeExtra } from './extra.ts'
import { yaml11, yamlText } from './yaml-1-1.ts'

const base = {
  packages: ['openssh'],
  apt: { primary: [{ uri: 'a' }], keep: 1 },
  locale: 'C',
  users: ['default'],
}

function merged(extra: string) {
  const document = new Document(base, yaml11)
  const findings = mergeExtra(document, extra)
  const text = yamlText(document)
  const data: unknown = parse(text, { version: '1.1' })
  return { data, text, findings: findings.map(({ code, message }) => `${code}: ${message}`) }
}

it.each([
  ['nothing', '', base],
  ['a comment', '# nothing yet\n', base],
  ['lists, one after the other', 'packages: [vim]', { ...base, packages: ['openssh', 'vim'] }],
  [
    'maps, deeply',
    'apt: {primary: [{uri: b}], conf: x}',
    { ...base, apt: { primary: [{ uri: 'a' }, { uri: 'b' }], keep: 1, conf: 'x' } },
  ],
  [
    'scalars, the author’s',
    'locale: de_AT\napt: {keep: no}',
    { ...base, locale: 'de_AT', apt: { ...base.apt, keep: false } },
  ],
  ['keys of its own', 'swap: {size: 0644}', { ...base, swap: { size: 0o644 } }],
  [
    'aliases, wherever they end up',
    'x: &u {name: a}\nusers: [*u]',
    { ...base, users: ['default', { name: 'a' }], x: { name: 'a' } },
  ],
  ['merge keys', 'x:\n  <<: {a: 1}\n  b: 2', { ...base, x: { a: 1, b: 2 } }],
])('merges %s', (_name, extra, expected) => {
  expect(merged(extra)).toMatchObject({ data: expected, findings: [] })
})

it('keeps comments and the way that things were written', () => {
  const { text } = merged(
    '#cloud-config\n# Why.\nswap: {size: 0644} # big\nscript: |\n  a\n  b\nexpires: 2030-01-01\n',
  )
  expect(text).toContain('# Why.\nswap: { size: 0644 } # big\nscript: |\n  a\n  b\nexpires: 2030-01-01\n')
  expect(text).not.toContain('#cloud-config')
})

it.each([
  ['packages: [', 'cloud-init.extra-syntax', 'line 1'],
  ['a: 1\na: 2', 'cloud-init.extra-syntax', 'line 2, column 1'],
  ['a: *nowhere', 'cloud-init.extra-syntax', 'nowhere'],
  ['- packages', 'cloud-init.extra-not-a-map', 'keys of user-data'],
  ['just text', 'cloud-init.extra-not-a-map', 'keys of user-data'],
])('refuses %j and goes on without it', (extra, code, says) => {
  const { data, findings } = merged(extra)
  expect(data).toEqual(base)
  expect(findings).toEqual([expect.stringMatching(new RegExp(`^${code}: .*${says}`))])
})

it('stops an alias bomb', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let n = 1; n < 9; n++)
    lines.push(
      `a${n}: &a${n} [${Array(10)
        .fill(`*a${n - 1}`)
        .join(', ')}]`,
    )
  expect(merged(lines.join('\n')).findings).toEqual([expect.stringContaining('cloud-init.extra-syntax')])
})

it('says when a list or map is replaced', () => {
  expect(merged('packages: vim\napt: {primary: ~}').findings).toEqual([
    expect.stringContaining(
      'cloud-init.extra-replaces: cloud_init.extra says something else than a list or map for packages',
    ),
    expect.stringContaining('for apt.primary'),
  ])
})
