import { partRule } from '../support/part-rule.ts'

export const rule = partRule('os', {
  id: 'firmware.nvram-without-loader',
  title: 'Firmware variables without a firmware',
  target: 'libvirt',
  source: 'libvirt 11.3: "no loader path specified and firmware auto selection disabled"',
  *check({ firmware, loader, nvram }) {
    if (firmware !== undefined || (loader?.value ?? '') !== '') return
    const key = loader !== undefined ? 'loader' : nvram !== undefined ? 'nvram' : undefined
    if (key === undefined) return
    yield {
      at: [key],
      message: `${key} belongs to a firmware, and none is named. Say firmware: uefi, or the path of the loader.`,
      fix: { title: `Leave ${key} out` },
    }
  },
})
