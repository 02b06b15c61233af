/** Lines of a preseed, as debconf-set-selections(1) reads them: a value is all that follows the blank behind its type. */
import { fitsOnALine } from './control.ts'

/** A value; undefined for one with a line break, with blanks at its ends, or whose backslash would join the next line. */
export function preseedValue(text: string): string | undefined {
  return fitsOnALine(text) && text.trim() === text && !text.endsWith('\\') ? text : undefined
}
