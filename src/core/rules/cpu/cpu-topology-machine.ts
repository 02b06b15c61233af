import { isArm, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.topology-machine',
  title: 'A level of topology that the machine does not have',
  severity: 'error',
  source:
    'QEMU 10.0 at the start: "clusters > 1 not supported by this machine\'s CPU topology" (PC), "dies > 1 not supported by this machine\'s CPU topology" (ARM)',
  *check(context) {
    const topology = context.domain.cpu?.topology
    const key = isX86(context) ? 'clusters' : isArm(context) ? 'dies' : undefined
    if (topology === undefined || key === undefined || (topology[key] ?? 1) <= 1) return
    const { sockets = 1, cores = 1 } = topology
    const count = topology[key] ?? 1
    yield {
      at: ['cpu', 'topology', key],
      message: `The machine ${context.domain.os?.machine} knows no ${key}; it has sockets (${sockets}) and cores (${cores}). Multiply them into the cores.`,
      fix: {
        title: `Set ${key} to 1 and cores to ${cores * count}`,
        all: [
          { at: ['cpu', 'topology', key], value: 1 },
          { at: ['cpu', 'topology', 'cores'], value: cores * count },
        ],
      },
    }
  },
}
