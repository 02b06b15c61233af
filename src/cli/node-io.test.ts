import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeIo } from './node-io.ts'

let folder = ''
const at = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('files', () => {
  test('a file is written with its directories, and nothing is left beside it', async () => {
    expect(nodeIo.write(at('a/b/web.xml'), '<domain/>\n', 0o644)).toEqual({})
    expect(nodeIo.write(at('a/b/web.xml'), '<domain>2</domain>\n', 0o644)).toEqual({})
    expect(readdirSync(at('a/b'))).toEqual(['web.xml'])
    expect(await nodeIo.read(at('a/b/web.xml'))).toEqual({ text: '<domain>2</domain>\n' })
  })

  test('a script can be run', () => {
    nodeIo.write(at('run.sh'), '#!/bin/sh\n', 0o700)
    nodeIo.write(at('web.xml'), '<domain/>\n', 0o644)
    expect(statSync(at('run.sh')).mode & 0o100).toBe(0o100)
    expect(statSync(at('web.xml')).mode & 0o100).toBe(0)
  })

  test('a link stays a link: the file behind it is written', () => {
    writeFileSync(at('real'), 'old')
    symlinkSync(at('real'), at('link'))
    nodeIo.write(at('link'), 'new', 0o644)
    expect(readFileSync(at('real'), 'utf8')).toBe('new')
  })

  test('what can’t be written or read says why', async () => {
    writeFileSync(at('file'), '')
    expect(nodeIo.write(at('file/web.xml'), 'x', 0o644).refused).toMatch(/no directory/)
    expect(nodeIo.write(folder, 'x', 0o644)).toHaveProperty('refused')
    expect(await nodeIo.read(at('gone'))).toEqual({ refused: 'there is no such file' })
    expect(await nodeIo.read(folder)).toEqual({ refused: 'it is a directory' })
    writeFileSync(at('latin1'), Uint8Array.of(0x66, 0xfc, 0x72))
    expect(await nodeIo.read(at('latin1'))).toEqual({ refused: 'it holds no UTF-8 text' })
  })
})

describe('the built command', () => {
  const built = path.join(import.meta.dirname, '../../dist/cli/vmwright.js')
  const spawn = (argv: readonly string[], input = '') =>
    spawnSync(process.execPath, [built, ...argv], { input, encoding: 'utf8' })

  test('reads standard input, writes standard output and gives the exit status', ({ skip }) => {
    skip(!existsSync(built), 'dist/cli/vmwright.js is not built')
    const good = spawn(['convert', '-', '--to', 'xml'], 'vms: {web: {ram: 2G}}')
    expect(good.stderr).toBe('')
    expect(good.stdout).toMatch(/^<domain type='kvm'>\n {2}<name>web<\/name>/)
    expect(good.status).toBe(0)
    expect(spawn(['check', '-'], 'vms: {web: {rams: 2G}}').status).toBe(1)
    expect(spawn(['convert']).status).toBe(2)
  })

  test('ends quietly when its reader has seen enough', ({ skip }) => {
    skip(!existsSync(built), 'dist/cli/vmwright.js is not built')
    const vms = Array.from({ length: 4000 }, (_, index) => `  vm${index}: {rams: 2G}`).join('\n')
    const script = 'set -o pipefail; "$0" "$1" check - --json | head -n 1; echo $?'
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, built], {
      input: `vms:\n${vms}\n`,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^\[\n[01]\n$/)
  })
})
