/** `--option`: what a format of others leaves to choose. */
import { isTargetId, nearest, ownValue, targetIds, targets } from '../core/index.ts'
import type { OutputFormat } from './output-formats.ts'

/** The options of all formats with their words, for the usage. */
export function optionWords(indent: string): string {
  const options = targetIds.flatMap((id) =>
    Object.entries(targets[id].writer?.options ?? {}).map(
      ([name, { words }]) => `${name}=${Object.keys(words).join('|')} (${id})`,
    ),
  )
  return options.join(`,\n${indent}`)
}

/** @returns the words by their options, or what is wrong as a sentence */
export function readChoices(
  to: OutputFormat,
  said: string | undefined,
): { readonly choices: Readonly<Record<string, string>> } | { readonly message: string } {
  if (said === undefined) return { choices: {} }
  const options = isTargetId(to) ? (targets[to].writer?.options ?? {}) : {}
  const names = Object.keys(options)
  if (names.length === 0)
    return { message: `--option is for a format that leaves something to choose, not ${to}.` }
  const choices = new Map<string, string>()
  for (const one of said.split(',')) {
    const [name = '', word = ''] = one.split('=', 2)
    const option = Object.hasOwn(options, name) ? ownValue(options, name) : undefined
    if (option === undefined) return { message: unknown(`--option of ${to}`, name, names) }
    const words = Object.keys(option.words)
    if (!words.includes(word)) return { message: unknown(`--option ${name}`, word, words) }
    choices.set(name, word)
  }
  return { choices: Object.fromEntries(choices) }
}

function unknown(where: string, said: string, known: readonly string[]): string {
  const near = nearest(said, known)
  const meant = near === undefined ? '' : ` Did you mean ${near}?`
  return `${where} knows no ${JSON.stringify(said)}.${meant} It is one of ${known.join(', ')}.`
}
