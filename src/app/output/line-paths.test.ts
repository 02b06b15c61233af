import { expect, test } from 'vitest'
import { renderXml } from '../../core/domain/index.ts'
import { resolve } from '../../core/resolve/index.ts'
import { type Design, specPathOf } from '../core.ts'
import { addedLines, linesOf } from './line-paths.ts'

const design: Design = {
  name: 'test',
  spec: {
    ram: '4G',
    libvirt: { devices: { disks: [{ source: { file: '/srv/data.qcow2' }, target: { dev: 'vdb' } }] } },
  },
}
const resolved = resolve(design, undefined, 'libvirt')
const { text, lines } = renderXml(resolved.domain)
const rows = text.split('\n')
const rowsOf = (path: readonly (string | number)[]) =>
  linesOf(path, lines, resolved.origins).map((line) => rows[line - 1]?.trim())

test('a field finds the lines that it is written on', () => {
  expect(rowsOf(['ram'])).toContain("<memory unit='MiB'>4096</memory>")
  expect(rowsOf(['libvirt', 'devices', 'disks', 0, 'source', 'file'])).toEqual([
    "<source file='/srv/data.qcow2'/>",
  ])
})

test('a line finds the field that it comes from', () => {
  const line = rows.findIndex((row) => row.includes('/srv/data.qcow2'))
  const path = lines[line]
  if (path === undefined) throw new Error('the line has no path')
  expect(specPathOf(path, resolved.origins)).toEqual(['libvirt', 'devices', 'disks', 0, 'source'])
})

test('what the author did not ask for is marked, and nothing else', () => {
  const added = addedLines(lines, rows, resolved).map(({ line }) => rows[line - 1]?.trim())
  expect(added).toContain('<on_crash>destroy</on_crash>')
  expect(added).not.toContain("<source file='/srv/data.qcow2'/>")
  expect(added).not.toContain("<memory unit='MiB'>4096</memory>")
})
