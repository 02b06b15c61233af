import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeAShellWord, formatShellCommand, quoteForShell } from './shell.ts'

/** What each word became after a real shell read it. */
function readByShell(shell: string, words: readonly string[]): string[] {
  const script = words.map((word) => `printf '%s\\0' ${quoteForShell(word)}`).join('\n')
  const printed = execFileSync(shell, { input: script, encoding: 'utf8', env: { PATH: process.env['PATH'] } })
  return printed.split('\0').slice(0, -1)
}

const shellWord = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'\'"\\$`!*?[]{}()<>|&;#~=%-\n\t\r aé日😀'), maxLength: 20 }),
    fc.constantFrom(
      '',
      '-',
      '--',
      '-n',
      '~',
      '~root',
      '=ls',
      'a=b',
      "'",
      "''",
      '\\',
      '\n',
      '$(id)',
      '`id`',
      '!!',
    ),
  )
  .filter(canBeAShellWord)

describe('quoteForShell', () => {
  it('leaves plain words bare and quotes the others', () => {
    expect(quoteForShell('q35,accel=kvm')).toBe('q35,accel=kvm')
    expect(quoteForShell('/srv/disk-1.qcow2')).toBe('/srv/disk-1.qcow2')
    expect(quoteForShell('')).toBe("''")
    expect(quoteForShell('two words')).toBe("'two words'")
    expect(quoteForShell("it's")).toBe("'it'\\''s'")
    expect(quoteForShell('~')).toBe("'~'")
    expect(quoteForShell('=ls')).toBe("'=ls'")
    expect(quoteForShell('plain\n')).toBe("'plain\n'")
  })

  it.each(['sh', 'bash'])('comes back unchanged from a real %s', (shell) => {
    fc.assert(
      fc.property(fc.array(shellWord, { minLength: 1, maxLength: 200, size: 'max' }), (words) => {
        expect(readByShell(shell, words)).toEqual(words)
      }),
      { numRuns: 20 },
    )
  })

  it('refuses what no shell can hold', () => {
    expect(canBeAShellWord('a\0b')).toBe(false)
    expect(canBeAShellWord('\ud800')).toBe(false)
    expect(canBeAShellWord('😀')).toBe(true)
    expect(() => quoteForShell('a\0b')).toThrow(RangeError)
  })
})

describe('formatShellCommand', () => {
  it('writes one line by default', () => {
    expect(formatShellCommand(['virsh', 'define', 'my vm.xml'])).toBe("virsh define 'my vm.xml'")
    expect(formatShellCommand([])).toBe('')
  })

  it('writes one option with its values per line', () => {
    const words = ['qemu-system-x86_64', '-name', 'a b', '-nodefaults', '-m', '2048', 'more']
    expect(formatShellCommand(words, { optionPerLine: true })).toBe(
      "qemu-system-x86_64 \\\n  -name 'a b' \\\n  -nodefaults \\\n  -m 2048 more",
    )
  })

  it('never lets the first word become an assignment or a keyword', () => {
    expect(formatShellCommand(['a=b', 'c=d'])).toBe("'a=b' c=d")
    expect(formatShellCommand(['if'])).toBe("'if'")
  })

  it('keeps every word on its way through a shell', () => {
    fc.assert(
      fc.property(fc.array(shellWord, { maxLength: 60, size: 'max' }), (words) => {
        const script = formatShellCommand(['printf', '%s\\0', ':', ...words], { optionPerLine: true })
        const printed = execFileSync('sh', { input: script, encoding: 'utf8' })
        expect(printed.split('\0').slice(0, -1)).toEqual([':', ...words])
      }),
      { numRuns: 20 },
    )
  })
})
