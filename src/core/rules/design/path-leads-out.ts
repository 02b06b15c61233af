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
    for (const { path, text } of textsOf(context.domain, [])) {
      if (!beginsIn(text, paths.stateDir) || !text.split('/').includes('..')) continue
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

function textsOf(held: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  if (typeof held === 'string') return [{ path, text: held }]
  if (Array.isArray(held)) return held.flatMap((item: unknown, index) => textsOf(item, [...path, index]))
  if (!isRecord(held)) return []
  return Object.entries(held).flatMap(([key, value]) =>
    key === '$rest' ? [] : textsOf(value, [...path, key]),
  )
}
