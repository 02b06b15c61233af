import { CpuSet, cpusOf } from '../../text/index.ts'
import { coresOf } from '../support/host-cores.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.emulator-core',
  title: 'The emulator on the core of a vCPU',
  severity: 'advice',
  source:
    'Two threads of a core share its units, so that the emulator’s work shows as latency of the vCPU (rules.md, pinning); not measured in the lab',
  *check(context) {
    const cores = coresOf(context.host)
    const { vcpupin = [], emulatorpin, iothreadpin = [] } = context.domain.cputune ?? {}
    if (cores === undefined) return
    const known = CpuSet.of(cores.keys())
    const taken = new Map<string | undefined, number | undefined>()
    for (const { vcpu, cpuset } of vcpupin)
      for (const cpu of cpusOf(cpuset ?? '')?.and(known) ?? []) taken.set(cores.get(cpu), vcpu)
    const helpers = [
      { what: 'The emulator', cpuset: emulatorpin?.cpuset, path: ['cputune', 'emulatorpin', 'cpuset'] },
      ...iothreadpin.map(({ iothread, cpuset }, index) => ({
        what: `I/O thread ${iothread}`,
        cpuset,
        path: ['cputune', 'iothreadpin', index, 'cpuset'],
      })),
    ]
    for (const { what, cpuset, path } of helpers) {
      const cpus = cpusOf(cpuset ?? '')
      const first = cpus?.lowest
      if (cpus === undefined || first === undefined || !cpus.without(known).isEmpty) continue
      if ([...cpus].some((cpu) => !taken.has(cores.get(cpu)))) continue
      yield {
        at: path,
        message: `${what} runs on CPU ${first}, on the core of vCPU ${taken.get(cores.get(first))}. Give it a core that no vCPU has.`,
      }
    }
  },
}
