/** What rules are given of a design. */
import { type Completed, complete } from '../../complete/index.ts'
import type { HostFacts } from '../../host/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import type { Design } from '../../spec/index.ts'
import type { RuleContext } from './rule.ts'
import { SaidInSpec } from './said-in-spec.ts'

/** @param resolved what resolve gave for this design and host */
export function ruleContext(
  design: Design,
  host: HostFacts | undefined,
  resolved: Resolved,
  completed: Completed = complete(resolved),
): RuleContext {
  const { spec } = design
  return {
    design,
    spec,
    domain: resolved.domain,
    host,
    resolved,
    completed,
    said: new SaidInSpec(spec),
    placed: new Map(),
  }
}
