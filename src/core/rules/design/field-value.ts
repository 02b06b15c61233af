import { formatPath, type Path } from '../../finding.ts'
import { vmSpec } from '../../spec/index.ts'
import { type Scalar, sizeInBytes } from '../../table/index.ts'
import type { Rule } from '../support/rule.ts'
import { pathOf, saidFields } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'field.value',
  title: 'A value that its field can’t take',
  anyHypervisor: true,
  source: 'the limits and forms that the tables have from libvirt’s manual and schema',
  *check({ spec }) {
    for (const said of saidFields(vmSpec, spec)) {
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
      const values: readonly (readonly [unknown, Path])[] = Array.isArray(said.value)
        ? said.value.map((item, index) => [item, [...pathOf(said), index]] as const)
        : [[said.value, pathOf(said)]]
      for (const [value, path] of values) {
        const wanted = wrongBecause(scalar, value)
        if (wanted !== undefined)
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
