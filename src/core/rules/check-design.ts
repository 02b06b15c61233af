import { type Completed, complete } from '../complete/index.ts'
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { type Resolved, resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { allRules } from './all-rules.ts'
import { otherHypervisor } from './support/hypervisor.ts'
import { placedInSpec } from './support/place.ts'
import type { KnownRule, RuleContext } from './support/rule.ts'
import { ruleContext } from './support/rule-context.ts'

/**
 * Everything that is wrong with a design: what resolve found, then what each rule found, for every target; `concerns`
 * picks those of one. Their paths are into the spec.
 *
 * @param host the host that it is for; undefined when nobody said, and no rule about the host speaks then
 * @param resolved what `resolve(design, host)` gave, when it is there already
 * @param completed the same of `complete(resolved)`
 * @returns findings, each once; empty when all is well
 */
export function checkDesign(
  design: Design,
  host: HostFacts | undefined,
  resolved: Resolved = resolve(design, host),
  completed: Completed = complete(resolved),
): Finding[] {
  const context = ruleContext(design, host, resolved, completed)
  const findings = new Map<string, Finding>()
  const rules = otherHypervisor(context.domain) === undefined ? allRules : rulesOfAny
  for (const finding of [...resolved.findings, ...rules.flatMap((rule) => findingsOf(rule, context))]) {
    const key = JSON.stringify([finding.code, finding.path, finding.message])
    if (!findings.has(key)) findings.set(key, finding)
  }
  return [...findings.values()]
}

const rulesOfAny: readonly KnownRule[] = allRules.filter(({ anyHypervisor }) => anyHypervisor === true)

function findingsOf({ id, severity, target, check }: KnownRule, context: RuleContext): Finding[] {
  const findings: Finding[] = []
  for (const problem of check(context)) {
    const { path, message, fix } = placedInSpec(context, problem)
    findings.push({
      code: id,
      severity,
      path,
      message,
      ...(fix === undefined ? {} : { fix }),
      ...(target === undefined ? {} : { target }),
    })
  }
  return findings
}
