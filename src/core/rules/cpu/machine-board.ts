import { sizeInBytes } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { isArm, machineOf } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.board',
  title: 'More memory than a board of old can have, or another processor',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "versatilepb: memory size must not exceed 256MB", "Cortex-A9MPCore peripheral can only use Cortex-A9 CPU"',
  *check(context) {
    const machine = machineOf(context)
    const board = isArm(context) ? ownValue(boards, machine) : undefined
    if (board === undefined) return
    const memory = sizeInBytes(context.domain.memory?.value ?? '', 1024) ?? 0
    if (board.megabytes !== undefined && memory > board.megabytes * 1024 ** 2)
      yield {
        at: ['memory', 'value'],
        message: `The board ${machine} has ${board.megabytes} MiB of memory at most.`,
      }
    const { mode, model } = context.domain.cpu ?? {}
    if (board.cpu !== undefined && mode !== undefined && model?.value !== board.cpu)
      yield {
        at: ['cpu', 'mode'],
        message: `The board ${machine} has a ${board.cpu} and no other processor. Leave cpu out.`,
      }
  },
}

interface Board {
  readonly megabytes?: number
  readonly cpu?: string
}

const boards: Readonly<Record<string, Board>> = {
  'realview-pbx-a9': { cpu: 'cortex-a9' },
  'vexpress-a9': { megabytes: 1024, cpu: 'cortex-a9' },
  versatileab: { megabytes: 256 },
  versatilepb: { megabytes: 256 },
}
