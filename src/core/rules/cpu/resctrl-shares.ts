import { cpusOf } from '../../text/index.ts'
import { leftOut } from '../support/left-out.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'resctrl.shares',
  title: 'Shares of caches or memory bandwidth that overlap',
  target: 'libvirt',
  source:
    'libvirt 11.3: "Overlapping vcpus in resctrls", "Colliding cache allocations for cache level \'3\' id \'0\', type \'code\'", "Memory Bandwidth already defined for node 0", "cachetune is only supported for KVM domains"',
  *check(context) {
    for (const key of ['cachetune', 'memorytune'] as const) {
      const shares = context.domain.cputune?.[key] ?? []
      const count = context.domain.vcpu?.value ?? 1
      const isUsed = shares.some(({ vcpus }) => (cpusOf(vcpus ?? '')?.lowest ?? count) < count)
      if (isUsed && context.domain.type === 'qemu')
        yield leftOut(['cputune', key], `${key} needs KVM, and this domain is emulated.`)
      const seen: { readonly vcpus: string; readonly numbers: ReadonlySet<number> }[] = []
      for (const [index, { vcpus }] of shares.entries()) {
        const numbers = new Set(cpusOf(vcpus ?? '') ?? [])
        const other = seen.find(
          (one) => one.vcpus !== vcpus && [...numbers].some((number) => one.numbers.has(number)),
        )
        if (other !== undefined)
          yield leftOut(
            ['cputune', key, index],
            `The vCPUs ${vcpus} are partly those of another share, ${other.vcpus}.`,
          )
        seen.push({ vcpus: vcpus ?? '', numbers })
      }
    }
    for (const [index, { caches = [] }] of (context.domain.cputune?.cachetune ?? []).entries())
      for (const [place, { id, level, type }] of caches.entries()) {
        const isTaken = caches
          .slice(0, place)
          .some(
            (one) =>
              one.id === id &&
              one.level === level &&
              (one.type === type || one.type === 'both' || type === 'both'),
          )
        if (isTaken)
          yield leftOut(
            ['cputune', 'cachetune', index, 'caches', place],
            `The cache ${id ?? 0} of level ${level ?? 0} has a share here already.`,
          )
      }
    for (const [index, { nodes = [] }] of (context.domain.cputune?.memorytune ?? []).entries())
      for (const { item } of repeated(
        nodes.map(({ id }, place) => ({ id, place })),
        ({ id }) => String(id),
      ))
        yield leftOut(
          ['cputune', 'memorytune', index, 'nodes', item.place],
          `Node ${item.id ?? 0} has its bandwidth here already.`,
        )
  },
}
