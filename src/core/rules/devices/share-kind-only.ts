import { valueAt } from '../../path.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('filesystems', {
  id: 'share.kind-only',
  title: 'A key of a share that its driver does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "fmode and dmode must be used with accessmode=mapped", "virtiofs does not support multidevs", "filesystem usage limits are not supported with QEMU", "boot order is only supported for virtiofs"; its schema for wrpolicy',
  *check(share) {
    const isVirtiofs = share.driver?.type === 'virtiofs'
    const isMapped = share.accessmode === 'mapped' && !isVirtiofs
    for (const [key, isFine] of [
      ['fmode', isMapped],
      ['dmode', isMapped],
      ['multidevs', !isVirtiofs],
      ['driver.wrpolicy', !isVirtiofs],
      ['boot', isVirtiofs],
      ['space_hard_limit', false],
      ['space_soft_limit', false],
    ] as const) {
      const at = key.split('.')
      if (isFine || valueAt(share, at) === undefined) continue
      yield {
        at,
        message: `${key} is not for a share of the driver ${share.driver?.type ?? 'path'}${key.endsWith('mode') ? ' with this accessmode: mapped knows it' : ''}. Leave it out.`,
        fix: { title: `Leave ${key} out` },
      }
    }
  },
})
