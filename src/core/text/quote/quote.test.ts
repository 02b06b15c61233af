/** Each format's function: what it writes, and what it says that it can't. */
import { describe, expect, it } from 'vitest'
import {
  bridgeConfWord,
  configurationWord,
  fstabField,
  markdownBlock,
  markdownCode,
  markdownCodeCell,
  markdownText,
  sarifMessage,
  sarifUri,
  shellComment,
  shellWord,
  sshFile,
  sshHostName,
  sshUser,
  udevValue,
  unitValue,
  unitWord,
  userName,
} from '../index.ts'

it('a comment of a script is one line, and a word has what a process can be given', () => {
  expect(shellComment('a\nrm -rf /\r\u0085\u2028b')).toBe('a rm -rf / b')
  expect(shellWord('a\0\ud800b')).toBe("'a\ufffdb'")
})

describe('units of systemd', () => {
  it.each([
    ['a%n', 'a%%n'],
    ['a\nExecStart=x', undefined],
    ['a\\', undefined],
    [' a', undefined],
    ['a\0', undefined],
    ['$HOME;"', '$HOME;"'],
  ])('the value %j is %j', (text, expected) => expect(unitValue(text)).toBe(expected))

  it.each([
    ['a b', '"a b"'],
    ['%n', '"%%n"'],
    ['$HOME', '"$$HOME"'],
    ['a"\\', '"a\\"\\\\"'],
    ['a\nb', '"a\\x0ab"'],
    ['\u0085', '"\u0085"'],
    [';', '";"'],
    ['\ud800', undefined],
  ])('the word %j is %j', (text, expected) => expect(unitWord(text)).toBe(expected))
})

describe('configuration files', () => {
  it.each(['a b', 'a\nb', '#a', 'a#b', "a'", '', '-a', 'a\\', 'é', 'a$b', '*'])('have no word %j', (text) =>
    expect(configurationWord(text)).toBe(undefined),
  )
  it.each(['all', 'br0\nallow all', 'a/b', 'a'.repeat(16)])('%j is no bridge', (text) =>
    expect(bridgeConfWord(text)).toBe(undefined),
  )
  it.each(['*', '@wheel', '%wheel', 'a:b', '', 'a"b'])('%j is no user', (text) =>
    expect(userName(text)).toBe(undefined),
  )
  it('have names that are names', () => {
    expect([configurationWord('snd_hda_intel'), bridgeConfWord('br-lan.1'), userName('me@corp')]).toEqual([
      'snd_hda_intel',
      'br-lan.1',
      'me@corp',
    ])
    expect([udevValue('me'), udevValue('a$b%c'), udevValue('a"'), udevValue('a\nb')]).toEqual([
      '"me"',
      '"a$$b%%c"',
      undefined,
      undefined,
    ])
    expect(fstabField('a b#\\\u0085\n')).toBe('a\\040b\\043\\134\\302\\205\\012')
  })
})

describe('ssh.config', () => {
  it('says an address, a user and a file', () => {
    expect([sshHostName('127.0.0.1'), sshHostName('::1'), sshUser('dev'), sshFile('/k %h')]).toEqual([
      '127.0.0.1',
      '::1',
      '"dev"',
      '"/k %%h"',
    ])
  })
  it.each(['a\nProxyCommand x', '-oProxyCommand=x', '%h', '$(x)', 'a b', '', '\0'])(
    '%j is neither host nor user',
    (text) => expect([sshHostName(text), sshUser(text)]).toEqual([undefined, undefined]),
  )
  // biome-ignore lint/suspicious/noTemplateCurlyInString: ssh would fill it in
  it.each(['/a\nb', '/${HOME}/x', '/\ud800'])('%j is no file', (text) =>
    expect(sshFile(text)).toBe(undefined),
  )
})

describe('Markdown', () => {
  it('has texts that are texts', () => {
    expect(markdownText('<img src=x> a_b _c_ &lt; [x](y)\n# z | `')).toBe(
      '\\<img src=x\\> a_b \\_c\\_ \\&lt; \\[x\\](y) \\# z \\| \\`',
    )
    expect(markdownCode('a`b``c')).toBe('``` a`b``c ```')
    expect([markdownCodeCell('a'), markdownCodeCell('a|b')]).toEqual(['`a`', 'a\\|b'])
    expect(markdownBlock('sh', 'a\n```\n<b>')).toBe('````sh\na\n```\n<b>\n````\n')
  })
})

describe('SARIF', () => {
  it('has no link of a message’s', () => {
    expect(sarifMessage('[a](http://b) \\')).toBe('\\[a\\](http://b) \\\\')
    expect(sarifMessage('disks[0] is \ud800')).toBe('disks[0] is \ufffd')
  })
  it('has addresses of paths', () => {
    expect(sarifUri('./a b/c:d#e?%.yml')).toBe('a%20b/c%3Ad%23e%3F%25.yml')
    expect(sarifUri('/a\n\ud800')).toBe('file:///a%0A%EF%BF%BD')
  })
})
