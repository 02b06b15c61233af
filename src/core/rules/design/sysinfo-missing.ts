import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'sysinfo.missing',
  title: 'SMBIOS data of the design, and none said',
  source: 'libvirt 11.3 at the start: "Domain \'…\' sysinfo are not available"',
  *check(context) {
    const { os, sysinfo, more_sysinfo: more = [] } = context.domain
    if (
      os?.smbios !== 'sysinfo' ||
      [sysinfo, ...more].some((one) => one !== undefined && one.type !== 'fwcfg')
    )
      return
    yield {
      at: ['os', 'smbios'],
      message: 'The guest’s SMBIOS is to name what sysinfo says, and it says nothing.',
      fix: { title: 'Leave it to QEMU' },
    }
  },
}
