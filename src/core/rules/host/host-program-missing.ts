import { distroFamily } from '../../host/index.ts'
import { neededHelpers } from '../../needs.ts'
import { ownValue } from '../../text/index.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.program-missing',
  title: 'A program that the guest needs and the host does not have',
  source:
    'libvirt 11.3: "TPM emulation requires swtpm", "Unable to find a satisfying virtiofsd", "Cannot find \'passt\' in path"',
  *check(context) {
    const { host } = context
    if (host?.programs === undefined) return
    for (const { name, what, path } of neededHelpers(context.domain)) {
      if (ownValue(host.programs, name) !== null) continue
      const family = host.distro === undefined ? undefined : distroFamily(host.distro)
      yield {
        at: path,
        message: `${what} needs ${name}, which is not installed on the host.${family === undefined ? '' : ` Install the package ${name}${name === 'swtpm' && family === 'debian' ? ' (and swtpm-tools)' : ''}.`}`,
      }
    }
  },
}
