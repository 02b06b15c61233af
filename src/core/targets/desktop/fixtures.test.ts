/**
 * Files as the programs write them, which designs they become and what is said of the rest: all in `fixtures/` beside
 * each reader, with what comes of it in `expected/`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderXmlText } from '../../domain/index.ts'
import { resolve } from '../../resolve/index.ts'
import { checkDesign } from '../../rules/index.ts'
import { type Design, writeSpecs } from '../../spec/index.ts'
import { writtenTargetIds } from '../../target-ids.ts'
import { targetIds, targets } from '../index.ts'

const root = path.join(import.meta.dirname, '..')
const schema = path.join(root, '../../../../shared/reference/rng-11.3/domain.rng')
const hasJudge = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0

const readOnly = targetIds.filter((id) => targets[id].writer === undefined)

const fixtures = readOnly.flatMap((id) =>
  readdirSync(path.join(root, id, 'fixtures')).map((name) => ({ id, name })),
)

/** As the finding asks: a folder before each path that has none, and a path of Linux for one of Windows. */
function withWholePaths(xml: string): string {
  return xml
    .replace(/(?<=<source file=')(?![/a-z]+:|\/)(?=[^'])/gi, '/vms/')
    .replace(/(?<=<source file=')[a-z]:[\\/]/gi, '/vms/')
}

describe.each(fixtures)('$id: $name', ({ id, name }) => {
  const text = readFileSync(path.join(root, id, 'fixtures', name), 'utf8')
  const read = targets[id].reader?.read(text, 'vm', undefined) ?? { designs: [], findings: [] }
  const expected = (ending: string) => path.join(root, id, 'expected', `${path.parse(name).name}.${ending}`)

  test('is told by its look', () => {
    const fitting = targetIds.filter((one) => targets[one].reader?.fits(text) === true)
    expect(fitting).toEqual([id])
  })

  test('becomes a design', async () => {
    expect(read.designs.length).toBeGreaterThan(0)
    await expect(writeSpecs(read.designs)).toMatchFileSnapshot(expected('yml'))
  })

  test('with findings, each at its place', async () => {
    const lines = read.findings.map(
      ({ code, severity, position, message }) => `${position?.line ?? '-'} ${severity} ${code}: ${message}\n`,
    )
    await expect(lines.join('')).toMatchFileSnapshot(expected('findings.txt'))
  })

  test('that libvirt takes', async (context) => {
    await expect(read.designs.map(xmlOf).join('')).toMatchFileSnapshot(expected('xml'))
    context.skip(!hasJudge, '../shared or xmllint is not there')
    for (const design of read.designs) {
      const { stderr } = spawnSync('xmllint', ['--noout', '--relaxng', schema, '-'], {
        input: withWholePaths(xmlOf(design)),
        encoding: 'utf8',
      })
      expect(stderr).toBe('- validates\n')
    }
  })

  test('with nothing wrong but where files, bridges and devices are', () => {
    const wrong = read.designs.flatMap((design) =>
      checkDesign(design, undefined).filter(({ severity }) => severity === 'error'),
    )
    expect(wrong.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
  })

  test('whose disk is found in the text', () => {
    const [design] = read.designs
    const isMade = design?.spec.source?.disk_path !== undefined
    const path = isMade ? ['source', 'disk_path'] : ['libvirt', 'devices', 'disks', 0, 'source', 'file']
    const position = design && read.positionOf?.(design, path)
    expect(position?.line).toBeGreaterThan(1)
  })
})

function xmlOf(design: Design): string {
  return renderXmlText(resolve(design, undefined, 'libvirt').domain)
}

test('what is read only is what the list says', () => {
  expect(targetIds.filter((id) => targets[id].writer === undefined)).toEqual(
    targetIds.filter((id) => !writtenTargetIds.includes(id)),
  )
})
