/** The options of a command, and the sub-options of one: as Python's argparse and shlex divide them. */
import { ownValue } from '../../text/index.ts'
import { flags, otherOptions } from './shorthands.ts'

export interface Option {
  /** Without dashes: `disk`. */
  readonly name: string
  readonly value: string
}

/** @param words those behind the program */
export function optionsOf(words: readonly string[]): readonly Option[] {
  const options: Option[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (!word.startsWith('-')) continue
    const sign = word.startsWith('--') ? word.indexOf('=') : -1
    const said = sign < 0 ? word : word.slice(0, sign)
    const name = ownValue(otherOptions, said)
    const own = name ?? said.replace(/^--?/, '')
    if (sign >= 0) options.push({ name: own, value: word.slice(sign + 1) })
    else if (flags.has(own)) options.push({ name: own, value: '' })
    else {
      index += 1
      options.push({ name: own, value: words[index] ?? '' })
    }
  }
  return options
}

/** `path=/x,size=20`: the pairs in their order; a word without a sign has no value. */
export function pairsOf(
  text: string,
): readonly { readonly name: string; readonly value: string | undefined }[] {
  return dividedAt(text, /,/)
    .filter((word) => word !== '')
    .map((word) => {
      const sign = word.indexOf('=')
      return sign < 0
        ? { name: word, value: undefined }
        : { name: word.slice(0, sign), value: word.slice(sign + 1) }
    })
}

/** The words of `--qemu-commandline`, blanks between them. */
export function shellWords(text: string): readonly string[] {
  return dividedAt(text, /\s/).filter((word) => word !== '')
}

/** What divides does so outside of quotes; a backslash takes what follows as it is. */
function dividedAt(text: string, divider: RegExp): string[] {
  const words: string[] = []
  let word = ''
  let quote = ''
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index)
    if (quote !== '') {
      const next = text.charAt(index + 1)
      if (sign === quote) quote = ''
      else if (sign === '\\' && quote === '"' && (next === '"' || next === '\\')) {
        word += next
        index += 1
      } else word += sign
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '\\') {
      index += 1
      word += text.charAt(index)
    } else if (divider.test(sign)) {
      words.push(word)
      word = ''
    } else word += sign
  }
  return [...words, word]
}
