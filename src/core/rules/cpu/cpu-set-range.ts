import { domain as shape } from '../../domain/index.ts'
import type { Rule } from '../support/rule.ts'
import { saidTexts } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'cpu.set-range',
  title: 'A CPU of the host with a number that no host has',
  target: 'libvirt',
  source: 'libvirt 11.3: "Failed to parse bitmap \'70000\'"; VIR_DOMAIN_CPUMASK_LEN',
  *check(context) {
    for (const { path, key, text } of saidTexts(shape, context.domain)) {
      if (key !== 'cpuset') continue
      const beyond = text.match(/\d{1,9}/g)?.find((number) => Number(number) >= most)
      if (beyond !== undefined)
        yield { at: path, message: `There is no CPU ${beyond}: libvirt numbers them up to ${most - 1}.` }
    }
  },
}

const most = 16_384
