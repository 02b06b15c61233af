import { type Fix, formatPath, type Path } from '../../finding.ts'
import { type Field, missingIn } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'required.missing',
  title: 'Something required is missing',
  anyHypervisor: true,
  source: 'libvirt’s schema and vm.yml, by the tables',
  *check(context) {
    for (const { path, field } of missingIn(context.said.all)) {
      const key = String(path.at(-1) ?? '')
      yield {
        path,
        message: `${formatPath(path)} is missing, and it has to be said${field.meta.help === undefined ? '' : `: ${field.meta.help}`}`,
        fix: alone(path, key, field),
      }
    }
  },
}

/** Where one word alone is possible it can be filled in. */
function alone(path: Path, key: string, field: Field): Fix | undefined {
  const choices = 'scalar' in field ? field.scalar.choices : undefined
  const [only, another] = choices ?? []
  if (only === undefined || another !== undefined) return undefined
  return { title: `Set ${key} to ${only}`, changes: [{ path, value: only }] }
}
