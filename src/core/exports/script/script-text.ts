/** A shell script in the making: its text, and for each line the place of the Domain that it is from. */
import type { Path } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'
import { formatShellCommand, shellWord } from '../../text/index.ts'

export class ScriptText {
  text = ''
  readonly lines: Path[] = []
  private readonly homePaths: readonly string[]

  /** A host path that begins with `~/` is one of `paths`, below them, or the author's own. */
  constructor({ paths, domain: { os, devices } }: Resolved) {
    const all = [paths.stateDir, paths.disk, paths.seed, paths.nvram, os?.kernel, os?.initrd, os?.dtb]
    for (const { source } of devices?.disks ?? []) all.push(source?.file)
    for (const { source } of devices?.filesystems ?? []) all.push(source?.dir)
    this.homePaths = all.filter((path) => path !== undefined).filter((path) => path.startsWith('~/'))
  }

  /** Whole lines that belong to one place; `[]` for those of the VM as a whole. */
  add(text: string, path: Path = []): void {
    this.text += text
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lines.push(path)
  }

  /** A word as the shell reads it back; a `~` of ours is written so that the shell fills the home in. */
  word(word: string): string {
    let at = -1
    for (const path of this.homePaths) {
      const found = word.indexOf(path)
      if (found >= 0 && (at < 0 || found < at)) at = found
    }
    if (at < 0) return quoted(word)
    const before = at === 0 ? '' : quoted(word.slice(0, at))
    return `${before}"$HOME"${this.word(word.slice(at + 1))}`
  }

  /** A path whose `~/` is the home of whoever runs the script. */
  path(path: string): string {
    return path.startsWith('~/') ? `"$HOME"/${quoted(path.slice(2))}` : quoted(path)
  }

  words(words: readonly string[]): string {
    return words.map((word) => this.word(word)).join(' ')
  }

  /** The first word of a command, which may be no assignment and no keyword. */
  program(program: string): string {
    const word = this.word(program)
    return word === program ? formatShellCommand([program]) : word
  }
}

/** The command line has a finding for a text that no shell can hold: here it only must not break the script. */
export function quoted(word: string): string {
  return shellWord(word)
}
