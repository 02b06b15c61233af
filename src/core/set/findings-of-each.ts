/** What is found about the VMs of a set, each by itself. */
import type { Finding } from '../finding.ts'
import { placedInRow } from './check-set.ts'
import type { SetFinding } from './set.ts'
import type { SetVm } from './vms-of-set.ts'

/**
 * Gathers findings about each VM: what holds for all of them alike is about the design, and said once without a row; all
 * else is said at its row, and at the cell that said it.
 *
 * @param findings those of each VM, in the order of the VMs
 */
export function findingsOfEach(
  vms: readonly SetVm[],
  findings: readonly (readonly Finding[])[],
): readonly SetFinding[] {
  const all = vms.map((vm, index) => ({ vm, findings: findings[index] ?? [] }))
  const counts = new Map<string, number>()
  for (const said of findings)
    for (const mark of new Set(said.map(markOf))) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const isOfAll = (vm: SetVm, finding: Finding) =>
    counts.get(markOf(finding)) === vms.length && vm.columnOf(finding.path) === undefined
  const [first] = all
  const ofDesign = first?.findings.filter((finding) => isOfAll(first.vm, finding)) ?? []
  const ofRows = all.flatMap(({ vm, findings }) =>
    findings
      .filter((finding) => !isOfAll(vm, finding))
      .map((finding) => ({
        ...placedInRow(vm, finding),
        message: `\`${vm.design.name}\`: ${finding.message}`,
      })),
  )
  return [...ofDesign, ...ofRows]
}

function markOf({ code, path, message, target }: Finding): string {
  return JSON.stringify([code, path, message, target])
}
