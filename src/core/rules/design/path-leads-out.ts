import type { Path } from '../../finding.ts'
import { nameInStateDir } from '../../host/index.ts'
import { isRecord } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'path.leads-out',
  title: 'A path that leaves the directory of the VM',
  anyHypervisor: true,
  source:
    'path_resolution(7): “..” is the directory above, so that what begins in the directory of the VM may end anywhere',
  *check(context) {
    const { paths } = context.resolved
    if (!namesAbove(context.domain)) return
    for (const { path, text } of textsOf(context.domain, [])) {
      if (!text.split('/').includes('..') || !beginsIn(text, paths.stateDir)) continue
      if (nameInStateDir(paths, text) !== undefined) continue
      yield {
        at: path,
        message: `${text} begins in the directory of the VM and leaves it by “..”. The scripts of the bundle make and delete nothing there. Write the path itself.`,
      }
    }
  },
}

/** Not every field has the word filled in. */
function beginsIn(text: string, stateDir: string): boolean {
  return text.startsWith(`${stateDir}/`) || /^\{\{\s*\.VmStateDir\s*\}\}/.test(text)
}

/** The texts that may name a directory above. */
function* textsOf(held: unknown, path: Path): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof held === 'string') yield { path, text: held }
  else if (Array.isArray(held)) {
    for (const [index, item] of held.entries()) if (namesAbove(item)) yield* textsOf(item, [...path, index])
  } else if (isRecord(held)) {
    for (const [key, inner] of Object.entries(held))
      if (key !== '$rest' && namesAbove(inner)) yield* textsOf(inner, [...path, key])
  }
}

/** Whether any text in it has “..”: nearly no design has one, and then there is nothing to look for. */
function namesAbove(held: unknown): boolean {
  if (typeof held === 'string') return held.includes('..')
  if (Array.isArray(held)) return held.some(namesAbove)
  return isRecord(held) && Object.entries(held).some(([key, inner]) => key !== '$rest' && namesAbove(inner))
}
