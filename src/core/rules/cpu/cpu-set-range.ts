import { matching } from '../support/matching.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.set-range',
  title: 'A CPU of the host with a number that no host has',
  target: 'libvirt',
  source: 'libvirt 11.3: "Failed to parse bitmap \'70000\'"; VIR_DOMAIN_CPUMASK_LEN',
  *check(context) {
    for (const { held, path } of pinned.flatMap((pattern) => matching(context, pattern))) {
      const { cpuset } = held
      if (typeof cpuset !== 'string') continue
      const beyond = cpuset.match(/\d{5,9}/g)?.find((number) => Number(number) >= most)
      if (beyond !== undefined)
        yield {
          at: [...path, 'cpuset'],
          message: `There is no CPU ${beyond}: libvirt numbers them up to ${most - 1}.`,
        }
    }
  },
}

const most = 16_384

/** What runs on CPUs of the host. */
const pinned = ['vcpu', 'cputune.vcpupin.*', 'cputune.emulatorpin', 'cputune.iothreadpin.*'] as const
