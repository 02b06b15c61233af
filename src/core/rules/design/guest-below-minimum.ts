import type { Path } from '../../finding.ts'
import { systemOf } from '../../systems/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { at } from '../support/place.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'guest.below-minimum',
  title: 'Less than the system asks for',
  severity: 'advice',
  anyHypervisor: true,
  source: 'core/systems: the least that the publisher or osinfo-db says, each with its source there',
  *check(context) {
    const system = systemOf(context.spec)
    if (system === undefined) return
    for (const { what, has, needs, path } of amounts(context, system.minimum)) {
      if (has === undefined || has.count >= needs.count) continue
      yield {
        path,
        message: `${system.name} asks for ${needs.text} of ${what} at least, and here it gets ${has.text}. Its installer may refuse that, or fail.`,
        fix: { title: `Set it to ${needs.text}`, changes: [{ path, value: needs.value }] },
      }
    }
  },
}

interface Amount {
  /** Comparable: bytes, or vCPUs. */
  readonly count: number
  readonly text: string
}

interface Wanted {
  readonly what: string
  /** Undefined when nothing is said that can be read. */
  readonly has: Amount | undefined
  readonly needs: Amount & { readonly value: string | number }
  readonly path: Path
}

type Minimum = { readonly ram: string; readonly disk: string; readonly cpu?: number }

function amounts(context: RuleContext, { ram, disk, cpu = 1 }: Minimum): readonly Wanted[] {
  const { domain, spec } = context
  const vcpus = domain.vcpu?.value
  return [
    {
      what: 'memory',
      has: sizeOf(domain.memory?.value, 1024),
      needs: { ...whole(ram), value: ram },
      path: at(context, 'memory', 'value'),
    },
    {
      what: 'disk',
      has: sizeOf(spec.disk_size, 1),
      needs: { ...whole(disk), value: disk },
      path: ['disk_size'],
    },
    {
      what: 'the processor',
      has: vcpus === undefined ? undefined : vcpuCount(vcpus),
      needs: { ...vcpuCount(cpu), value: cpu },
      path: at(context, 'vcpu', 'value'),
    },
  ]
}

/** @param bare what a number without a unit counts */
function sizeOf(text: string | undefined, bare: number): Amount | undefined {
  const count = text === undefined ? undefined : sizeInBytes(text, bare)
  return text === undefined || count === undefined ? undefined : { count, text: text.trim() }
}

function whole(size: string): Amount {
  return { count: sizeInBytes(size) ?? 0, text: size }
}

function vcpuCount(count: number): Amount {
  return { count, text: count === 1 ? 'one vCPU' : `${count} vCPUs` }
}
