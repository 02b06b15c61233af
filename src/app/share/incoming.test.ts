import { expect, test } from 'vitest'
import type { Design } from '../core.ts'
import { readIncoming } from './incoming.ts'
import { encodeDesignLink, encodeSetLink } from './link.ts'
import { sameDesign } from './same-design.ts'

const mine: Design = { name: 'mine', spec: { ram: '4G', cpu: 2 } }
const theirs: Design = { name: 'theirs', spec: { ram: '8G' } }
const link = `#${encodeDesignLink(theirs)}`

test('a link is asked about, and its design is known to be from somebody else', () => {
  expect(readIncoming(link, { design: mine })).toEqual({
    kind: 'ask',
    design: { ...theirs, cameBy: 'link' },
    findings: [],
    reach: [],
  })
})

test('what it would touch of the host is said', () => {
  const reaching: Design = {
    name: 'theirs',
    spec: { libvirt: { devices: { filesystems: [{ source: { dir: '/home/me' } }] } } },
  }
  expect(readIncoming(`#${encodeDesignLink(reaching)}`, { design: mine })).toMatchObject({
    kind: 'ask',
    design: reaching,
    reach: [{ kind: 'folder', path: ['libvirt', 'devices', 'filesystems', 0, 'source', 'dir'] }],
  })
})

test('a link to what is open already does nothing', () => {
  const same: Design = { name: 'mine', spec: { cpu: 2, ram: '4G' } }
  expect(readIncoming(`#${encodeDesignLink(same)}`, { design: mine })).toEqual({ kind: 'nothing' })
})

test('an address without a link does nothing', () => {
  expect(readIncoming('', { design: mine })).toEqual({ kind: 'nothing' })
  expect(readIncoming('#part', { design: mine })).toEqual({ kind: 'nothing' })
})

test.each([
  ['cut off', link.slice(0, -6)],
  ['of a later version', link.replace('#v1', '#v9')],
  ['nonsense', '#v1.00000000.AAAA'],
  ['enormous', `#v1.00000000.${'A'.repeat(40_000)}`],
])('a link that is %s is refused with a reason', (_, fragment) => {
  const incoming = readIncoming(fragment, { design: mine })
  expect(incoming.kind).toBe('refused')
  if (incoming.kind === 'refused') expect(incoming.findings.length).toBeGreaterThan(0)
})

test('designs are the same whatever the order of their keys', () => {
  expect(
    sameDesign({ name: 'a', spec: { ram: '1G', cpu: 1 } }, { name: 'a', spec: { cpu: 1, ram: '1G' } }),
  ).toBe(true)
  expect(sameDesign({ name: 'a', spec: { ram: '1G' } }, { name: 'b', spec: { ram: '1G' } })).toBe(false)
})

test('a table comes along, and the same design with another table is another one', () => {
  const table = { columns: ['name'], rows: [['web-{1..3}']] }
  const fragment = `#${encodeSetLink({ design: theirs, table })}`
  expect(readIncoming(fragment, { design: theirs })).toMatchObject({ kind: 'ask', table })
  expect(readIncoming(fragment, { design: theirs, table })).toEqual({ kind: 'nothing' })
  expect(readIncoming(link, { design: theirs, table })).toMatchObject({ kind: 'ask' })
})
