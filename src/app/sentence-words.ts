/** How the rail puts words together. */
import { t } from './words/index.ts'

/** What is said where there is nothing. */
export const none = t`none`

/** The parts of a sentence that there are, with commas; `none` when there is none. */
export function words(parts: readonly (string | false | undefined)[], none: string): string {
  const there = parts.filter((part) => part !== undefined && part !== false && part !== '')
  return there.length === 0 ? none : there.join(', ')
}
