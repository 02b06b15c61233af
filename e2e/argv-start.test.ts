/** What people's command lines become is accepted by a real QEMU of their architecture. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

/** Lines that libvirt would not start either, and why. */
const refused: Readonly<Record<string, string>> = {
  'usb-devices.sh': 'libvirt fills the ports of all USB controllers in turn, whatever speed they have',
}

describe.each(commandLines(path.join(import.meta.dirname, 'fixtures/argv')))('$name', ({ name, text }) => {
  test('starts QEMU when it is written out', (context) => {
    context.skip(name in refused, refused[name])
    const [program = ''] = rewriteArgv(text).words
    const version = versionOf(program)
    needs(context, version !== undefined, `${program} is not installed`)
    const { words } = rewriteArgv(text, { qemu: version ?? '' })
    expect(refusalsAtStart(words, folder)).toEqual([])
  }, 60_000)
})
