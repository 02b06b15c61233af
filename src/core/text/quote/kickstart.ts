/** Words of a kickstart, which pykickstart cuts into lines, and each line as a POSIX shell would (shlex). */
import { fitsOnALine } from './control.ts'
import { quoteForShell } from './shell.ts'

/** A word; undefined for one with a line break, which ends the command whatever quotes are around it. */
export function kickstartWord(text: string): string | undefined {
  return fitsOnALine(text) && !/[\u0085\u2028\u2029]/.test(text) ? quoteForShell(text) : undefined
}
