import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.scsi-only',
  title: 'A key that is for SCSI devices alone',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "rawio is only supported for scsi host device", "sgio is only supported for scsi host device"',
  *check(hostdev) {
    for (const key of ['rawio', 'sgio'] as const)
      if (hostdev[key] !== undefined && hostdev.type !== 'scsi')
        yield {
          at: [key],
          message: `${key} is for devices of type scsi, this one is ${hostdev.type}.`,
          fix: { title: `Leave ${key} out` },
        }
  },
})
