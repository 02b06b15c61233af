import { formatPath } from '../../finding.ts'
import { pathOf, type Scalar, sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'field.value',
  title: 'A value that its field can’t take',
  anyHypervisor: true,
  source: 'the limits and forms that the tables have from libvirt’s manual and schema',
  *check(context) {
    for (const said of context.said.fields) {
      if (!('scalar' in said.field)) continue
      const { scalar, kind } = said.field
      if ((kind === 'sized' || kind === 'sizedAttribute') && typeof said.value === 'string') {
        if (sizeInBytes(said.value) === undefined)
          yield {
            path: pathOf(said),
            message: `${formatPath(pathOf(said))} is ${JSON.stringify(said.value)}; it should be a size such as 512M.`,
          }
        continue
      }
      const isBound =
        scalar.pattern !== undefined || scalar.minimum !== undefined || scalar.maximum !== undefined
      if (!isBound) continue
      const values: readonly unknown[] = Array.isArray(said.value) ? said.value : [said.value]
      for (const [index, value] of values.entries()) {
        const wanted = wrongBecause(scalar, value)
        if (wanted === undefined) continue
        const path = values === said.value ? [...pathOf(said), index] : pathOf(said)
        yield { path, message: `${formatPath(path)} is ${JSON.stringify(value)}; it should be ${wanted}.` }
      }
    }
  },
}

/** What the value should be, when it is not. */
function wrongBecause({ minimum, maximum, pattern }: Scalar<unknown>, value: unknown): string | undefined {
  if (typeof value === 'string') return pattern && !pattern.test.test(value) ? pattern.says : undefined
  if (typeof value !== 'number') return undefined
  if (minimum !== undefined && value < minimum) return `${minimum} or more`
  if (maximum !== undefined && value > maximum) return `${maximum} or less`
  return undefined
}
