/** Nothing of a Domain is dropped in silence: whatever is taken away changes the command line or what is found. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Domain, domain as domainShape } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { without } from '../resolve/index.ts'
import { isRecord, readXml } from '../table/index.ts'
import { parseXml } from '../xml/index.ts'
import { domainDecisions } from './domain-decisions.ts'
import { argvOf, renderArgv } from './index.ts'
import { resolvedOf } from './written-lines.test-helper.ts'

/** The paths of all single values. */
function leaves(held: unknown, here: Path = []): Path[] {
  if (Array.isArray(held)) return held.flatMap((item, index) => leaves(item, [...here, index]))
  if (!isRecord(held)) return [here]
  return Object.entries(held).flatMap(([key, item]) => leaves(item, [...here, key]))
}

/** True where a family promises to write the value or to complain by itself. */
function isSaid(at: Path): boolean {
  let table: unknown = domainDecisions
  for (const segment of at) {
    if (typeof segment === 'number') continue
    table = isRecord(table) ? table[segment] : undefined
    if (table === 'written') return true
  }
  return false
}

function outcome(held: unknown): string {
  const domain: Domain = isRecord(held) ? held : {}
  const command = renderArgv({ ...resolvedOf({}), domain })
  const { helpers, copies, secrets, environment, findings } = command
  return JSON.stringify([argvOf(command), helpers, copies, secrets, environment, findings])
}

function valueAt(held: unknown, at: Path): unknown {
  return at.reduce<unknown>((value, segment) => {
    if (Array.isArray(value) && typeof segment === 'number') return value[segment]
    return isRecord(value) ? value[segment] : undefined
  }, held)
}

const xml = readFileSync(path.join(import.meta.dirname, 'expected/everything.xml'), 'utf8')
const { root } = parseXml(xml)

describe('a Domain with something of everything', () => {
  const domain = root === undefined ? {} : readXml(domainShape, root, xml)

  it('is read whole', () => {
    expect(root).toBeDefined()
    expect(leaves(domain).length).toBeGreaterThan(400)
  })

  it('changes the outcome with each of its values, but for those that say what would be so anyway', async () => {
    const all = outcome(domain)
    const silent = leaves(domain).filter((at) => isSaid(at) && outcome(without(domain, at)) === all)
    const lines = silent.map((at) => `${at.join('.')} = ${String(valueAt(domain, at))}\n`)
    await expect(lines.join('')).toMatchFileSnapshot('expected/makes-no-difference.txt')
  })

  it('says what it can', async () => {
    const command = renderArgv({ ...resolvedOf({}), domain })
    await expect(`${argvOf(command).join('\n')}\n`).toMatchFileSnapshot('expected/everything.txt')
    const findings = command.findings.map((one) => `${one.code} ${one.path.join('.')}\n  ${one.message}\n`)
    await expect(findings.join('')).toMatchFileSnapshot('expected/everything.findings.txt')
  })
})
