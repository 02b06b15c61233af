/** The words that a person chose for the options of a target. */
import { ownValue } from '../text/index.ts'
import type { Choices, TargetOptions } from './target.ts'

/**
 * The usual words but for those that were said.
 *
 * @param said by the name of the option; a word that an option has not is passed over
 */
export function chosenFrom(
  options: TargetOptions,
  said: Readonly<Record<string, string>>,
): Choices<TargetOptions> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { words }]) => {
      const word = ownValue(said, name)
      const [usual = ''] = Object.keys(words)
      return [name, word !== undefined && Object.hasOwn(words, word) ? word : usual]
    }),
  )
}
