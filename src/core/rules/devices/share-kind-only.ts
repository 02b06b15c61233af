import { devicesOf } from '../support/devices.ts'
import { heldAt } from '../support/kind-limits.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.kind-only',
  title: 'A key of a share that its driver does not know',
  severity: 'error',
  source:
    'libvirt 11.3: "fmode and dmode must be used with accessmode=mapped", "virtiofs does not support multidevs", "filesystem usage limits are not supported with QEMU", "boot order is only supported for virtiofs"; its schema for wrpolicy',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'filesystems')) {
      const isVirtiofs = item.driver?.type === 'virtiofs'
      for (const [key, isFine] of [
        ['fmode', item.accessmode === 'mapped' && !isVirtiofs],
        ['dmode', item.accessmode === 'mapped' && !isVirtiofs],
        ['multidevs', !isVirtiofs],
        ['driver.wrpolicy', !isVirtiofs],
        ['boot', isVirtiofs],
        ['space_hard_limit', false],
        ['space_soft_limit', false],
      ] as const) {
        const steps = key.split('.')
        if (isFine || heldAt(item, steps) === undefined) continue
        yield {
          path: at(context, ...path, ...steps),
          message: `${key} is not for a share of the driver ${item.driver?.type ?? 'path'}${key.endsWith('mode') ? ' with this accessmode: mapped knows it' : ''}. Leave it out.`,
          fix: removeFix(context, `Leave ${key} out`, [...path, ...steps]),
        }
      }
    }
  },
}
