import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'firmware.nvram-without-loader',
  title: 'Firmware variables without a firmware',
  severity: 'error',
  target: 'libvirt',
  source: 'libvirt 11.3: "no loader path specified and firmware auto selection disabled"',
  *check(context) {
    const { firmware, loader, nvram } = context.domain.os ?? {}
    if (firmware !== undefined || (loader?.value ?? '') !== '') return
    const key = loader !== undefined ? 'loader' : nvram !== undefined ? 'nvram' : undefined
    if (key === undefined) return
    yield {
      at: ['os', key],
      message: `${key} belongs to a firmware, and none is named. Say firmware: uefi, or the path of the loader.`,
      fix: { title: `Leave ${key} out` },
    }
  },
}
