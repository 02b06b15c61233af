import { distroFamily } from '../../host/index.ts'
import { ownValue } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.program-missing',
  title: 'A program that the guest needs and the host does not have',
  severity: 'error',
  source:
    'libvirt 11.3: "TPM emulation requires swtpm", "Unable to find a satisfying virtiofsd", "Cannot find \'passt\' in path"',
  *check(context) {
    const { host } = context
    if (host?.programs === undefined) return
    for (const { name, what, path } of needed(context)) {
      if (ownValue(host.programs, name) !== null) continue
      const family = host.distro === undefined ? undefined : distroFamily(host.distro)
      yield {
        at: path,
        message: `${what} needs ${name}, which is not installed on the host.${family === undefined ? '' : ` Install the package ${name}${name === 'swtpm' && family === 'debian' ? ' (and swtpm-tools)' : ''}.`}`,
      }
    }
  },
}

interface Need {
  readonly name: string
  readonly what: string
  readonly path: readonly (string | number)[]
}

function needed(context: RuleContext): Need[] {
  return [
    ...devicesOf(context, 'tpm').flatMap(({ item, path }) =>
      item.backend?.type === 'emulator' ? [{ name: 'swtpm', what: 'The emulated TPM', path }] : [],
    ),
    ...devicesOf(context, 'filesystems').flatMap(({ item, path }) =>
      item.driver?.type === 'virtiofs' && item.source?.socket === undefined
        ? [{ name: 'virtiofsd', what: 'A virtiofs share', path }]
        : [],
    ),
    ...devicesOf(context, 'interfaces').flatMap(({ item, path }) =>
      item.backend?.type === 'passt' ? [{ name: 'passt', what: 'The backend passt', path }] : [],
    ),
  ]
}
