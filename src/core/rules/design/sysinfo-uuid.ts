import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'sysinfo.uuid',
  title: 'Another UUID in the system information',
  target: 'libvirt',
  source: 'libvirt 11.3: "UUID mismatch between <uuid> and <sysinfo>", "malformed <sysinfo> uuid element"',
  *check(context) {
    const { uuid = '', sysinfo, more_sysinfo: more = [] } = context.domain
    const places = [
      { one: sysinfo, path: ['sysinfo'] },
      ...more.map((one, index) => ({ one, path: ['more_sysinfo', index] })),
    ]
    for (const { one, path } of places) {
      const said = one?.system?.['uuid']
      if (said === undefined) continue
      const isUuid = digitsOf(said).length === 32
      if (isUuid && (uuid === '' || digitsOf(said) === digitsOf(uuid))) continue
      yield {
        at: [...path, 'system', 'uuid'],
        message: isUuid
          ? `The system information names the UUID ${said}, and the VM has ${uuid}: libvirt wants one for both. Leave it out.`
          : `The UUID of the system information is ${JSON.stringify(said)}, which is none. Leave it out.`,
        fix: { title: 'Leave it out of the system information' },
      }
    }
  },
}

function digitsOf(uuid: string): string {
  return uuid.toLowerCase().replace(/[^0-9a-f]/g, '')
}
