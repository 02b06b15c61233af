/** Lines as they are found in scripts, logs and programs: each is one VM without an error, and what it becomes starts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkDesign, forLibvirt, liftForQemu, readArgv } from '../src/core/index.ts'
import { commandLines, rewriteArgv } from './argv-corpus.ts'
import { needs } from './shared.ts'
import { refusalsAtStart, versionOf } from './start-line.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const lines = commandLines(path.join(import.meta.dirname, 'fixtures/field-lines'))

test('there are at least 30', () => {
  expect(lines.length).toBeGreaterThanOrEqual(30)
})

describe.each(lines)('$name', ({ text }) => {
  test('is one VM, for libvirt without an error', () => {
    const { commands, findings } = readArgv(text)
    const found = commands.flatMap(({ domain }) =>
      checkDesign(forLibvirt(liftForQemu(domain, undefined)), undefined),
    )
    const errors = [...findings, ...found].filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
    expect(commands).toHaveLength(1)
  })

  test('starts QEMU when it is written out', { timeout: 60_000 }, (context) => {
    const [program = ''] = rewriteArgv(text).words
    const version = versionOf(program)
    needs(context, version !== undefined, `${program} is not installed`)
    expect(refusalsAtStart(rewriteArgv(text, { qemu: version ?? '' }).words, folder)).toEqual([])
  })
})
