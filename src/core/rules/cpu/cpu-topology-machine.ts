import { isArm, isX86 } from '../support/machine.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.topology-machine',
  title: 'A level of topology that the machine does not have',
  source:
    'QEMU 10.0 at the start: "clusters > 1 not supported by this machine\'s CPU topology" (PC), "dies > 1 not supported by this machine\'s CPU topology" (ARM)',
  *check({ topology }, context) {
    const key = isX86(context) ? 'clusters' : isArm(context) ? 'dies' : undefined
    if (topology === undefined || key === undefined || (topology[key] ?? 1) <= 1) return
    const { sockets = 1, cores = 1 } = topology
    const count = topology[key] ?? 1
    yield {
      at: ['topology', key],
      message: `The machine ${context.domain.os?.machine} knows no ${key}; it has sockets (${sockets}) and cores (${cores}). Multiply them into the cores.`,
      fix: {
        title: `Set ${key} to 1 and cores to ${cores * count}`,
        all: [
          { at: ['topology', key], value: 1 },
          { at: ['topology', 'cores'], value: cores * count },
        ],
      },
    }
  },
})
