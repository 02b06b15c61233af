/** Where a command stands: in an `if`, in a loop, in a `case`. POSIX shell, 2.9.4 Compound Commands. */
import type { Word } from './word.ts'

/** Blocks that are open; what stands in one is done on a condition. */
export class Blocks {
  private depth = 0
  /** Of each `case` whether the text is at a pattern, or at what is done for one. */
  private readonly cases: ('pattern' | 'body')[] = []

  get isInside(): boolean {
    return this.depth > 0
  }

  /** The words of a command without the words of the shell that stand before it; none for what is no command. */
  commandOf(words: readonly Word[]): readonly Word[] {
    let rest = words
    if (this.cases.at(-1) === 'pattern' && rest[0]?.text !== 'esac') return []
    for (;;) {
      const first = rest[0]?.text ?? ''
      if (/^(?:if|while|until)$/.test(first)) this.depth += 1
      else if (/^(?:for|case|select)$/.test(first)) {
        this.depth += 1
        if (first === 'case') this.cases.push('pattern')
        return []
      } else if (/^(?:fi|done|esac)$/.test(first)) {
        this.depth = Math.max(0, this.depth - 1)
        if (first === 'esac') this.cases.pop()
      } else if (!/^(?:then|else|elif|do|\{|\}|!|time)$/.test(first)) return rest
      rest = rest.slice(1)
    }
  }

  /** Behind the `)` of a pattern. */
  endPattern(): void {
    if (this.cases.at(-1) === 'pattern') this.cases[this.cases.length - 1] = 'body'
  }

  /** Behind `;;`: the next pattern. */
  endCaseItem(): void {
    if (this.cases.at(-1) === 'body') this.cases[this.cases.length - 1] = 'pattern'
  }
}
