/**
 * Reading takes time as the text is long, whatever it is made of: of a text twice as long, twice the time. Each reader
 * gets runs of what makes expressions go back and forth.
 */
import { expect, test } from 'vitest'
import { kindOfText } from '../src/app/open/kind-of-text.ts'
import { isLink } from '../src/cli/input-formats.ts'
import { busyMilliseconds } from '../src/core/busy-time.test-helper.ts'
import {
  beginsQemuCommand,
  decodeDesignLink,
  parseXml,
  readArgv,
  readHostFacts,
  readHostText,
  readPublicKeys,
  readSpecs,
  renderCloudInit,
  writeSpec,
} from '../src/core/index.ts'

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  kindOfText,
  isLink,
  beginsQemuCommand,
  xml: (text) => parseXml(`<domain><name>${text}`),
  yaml: (text) => readSpecs(text),
  argv: (text) => readArgv(text),
  command: (text) => readArgv(`qemu-system-x86_64 -append "${text}`),
  link: (text) => decodeDesignLink(text),
  host: (text) => readHostText(text),
  json: (text) => readHostFacts(`{"arch": "${text}`),
  keys: (text) => readPublicKeys(text),
  extra: (text) => renderCloudInit({ name: 'a', spec: { cloud_init: { extra: text } } }, undefined),
  written: (text) => writeSpec({ name: 'a', spec: { libvirt: { title: text } } }),
}

/** What expressions and readers go back and forth over. */
const pieces: Readonly<Record<string, string>> = {
  zeros: '0',
  blanks: ' ',
  brackets: '[',
  braces: '{',
  quotes: '"',
  backslashes: '\\',
  'escaped quotes': '\\"',
  assignments: 'a=a=',
  newlines: '\n',
  dashes: '-',
  prompts: '$ ',
  'prompts with a host': 'a@b:~$ ',
  'fragments of links': '#v0.:',
  'lists of containers': 'CMD[',
  'list items': '- a\n',
  'a colon': 'a:',
  tags: '<a>',
  comments: '<!--',
  ampersands: '&',
  templates: '{{.VmName}}',
  'processes of a list': '1 qemu ',
}

/** Processor time of the best of some tries, in milliseconds. */
function milliseconds(work: () => unknown, tries: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let count = 0; count < tries; count += 1) best = Math.min(best, busyMilliseconds(work))
  return best
}

const small = 8 * 1024

test.each(Object.keys(readers))(
  '%s takes time as the text is long',
  (name) => {
    const read = readers[name] ?? (() => undefined)
    for (const [what, piece] of Object.entries(pieces)) {
      const text = (size: number) => piece.repeat(Math.ceil(size / piece.length))
      const first = milliseconds(() => read(text(small)), 1)
      const longer = milliseconds(() => read(text(4 * small)), 1)
      // A first look tells; whoever seems to take the square is measured again. A few milliseconds tell nothing.
      if (longer < 100 || longer / first < 10) continue
      const ratio =
        milliseconds(() => read(text(8 * small)), 2) /
        Math.max(
          milliseconds(() => read(text(2 * small)), 3),
          10,
        )
      expect(ratio, `${what}: of four times the text`).toBeLessThan(10)
    }
  },
  300_000,
)

test.each(Object.keys(readers))(
  '%s answers to 8 MiB, or refuses them',
  (name) => {
    const read = readers[name] ?? (() => undefined)
    // 2 s and some more for a machine that is busy: a square of such a text takes days.
    for (const piece of ['0', '[', '"', 'a\n'])
      expect(
        milliseconds(() => read(piece.repeat((8 * 1024 * 1024 - 64) / piece.length)), 1),
        piece,
      ).toBeLessThan(20_000)
  },
  600_000,
)
