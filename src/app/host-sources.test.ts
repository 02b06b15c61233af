import { expect, test } from 'vitest'
import type { HostText } from './core.ts'
import { hostOf, hostSourcesOf, withSources } from './host-sources.ts'

const at = (line: number) => ({ line, column: 1 })

const read: HostText = {
  sources: [
    { kind: 'lspci', title: 'lspci -nnk', summary: '1 function', facts: { iommu: true }, position: at(1) },
    { kind: 'subuid', title: '/etc/subuid', summary: '1 range', facts: { arch: 'x86_64' }, position: at(10) },
  ],
  findings: [
    { code: 'host.text.too-long', severity: 'warning', path: [], position: at(3), message: 'third line' },
    { code: 'host.text.nothing', severity: 'warning', path: [], position: at(12), message: 'twelfth line' },
    { code: 'host.text.unfinished', severity: 'warning', path: [], message: 'no line' },
  ],
}

test('each finding goes to the source that it lies in', () => {
  const { sources, findings } = hostSourcesOf(read, 'all.txt', 5)
  expect(findings).toEqual([])
  expect(sources.map((source) => source.findings.map(({ message }) => message))).toEqual([
    ['third line', 'no line'],
    ['twelfth line'],
  ])
  expect(sources[0]).toMatchObject({ title: 'lspci -nnk', file: 'all.txt', readAt: 5 })
  expect(new Set(sources.map(({ id }) => id)).size).toBe(2)
})

test('without a source the findings say why', () => {
  const nothing = hostSourcesOf({ sources: [], findings: read.findings }, undefined, 5)
  expect(nothing.sources).toEqual([])
  expect(nothing.findings[0]).toEqual({ severity: 'warning', message: 'third line', line: 3 })
})

test('what says exactly the same takes the place of what said it before', () => {
  const first = hostSourcesOf(read, undefined, 1).sources
  const again = hostSourcesOf(read, undefined, 2).sources
  expect(withSources(first, again.slice(0, 1))).toEqual([first[1], again[0]])
})

test('the host is what all say together, typed facts last; nothing is no host', () => {
  const { sources } = hostSourcesOf(read, undefined, 1)
  expect(hostOf(sources, { arch: 'aarch64' }).host).toMatchObject({ arch: 'aarch64', iommu: true })
  expect(hostOf([], undefined).host).toBeUndefined()
  expect(hostOf([], { arch: 'x86_64' }).host).toEqual({ arch: 'x86_64' })
})
