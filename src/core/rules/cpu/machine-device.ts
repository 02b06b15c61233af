import { busOfDisk } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { isArm, isQ35, isX86 } from '../support/machine.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'machine.device',
  title: 'A device of another mainboard',
  source:
    'libvirt 11.3: "itco model of watchdog is only part of q35 machine", "ib700 model of watchdog cannot be used with this machine type", "ps2 is not supported by this QEMU binary", "vmport is not available with this QEMU binary"; QEMU 10.0 for ARM: "\'floppy\' is not a valid device model name", "\'sb16\' is not a valid device model name", "\'isa-parallel\' is not a valid device model name"',
  *check(context) {
    for (const { what, path } of foreign(context))
      yield {
        at: path,
        message: `The machine ${context.domain.os?.machine} has no ${what}. Remove it.`,
        fix: { title: 'Remove it' },
      }
  },
}

function foreign(context: RuleContext) {
  const found: { readonly what: string; readonly path: Path }[] = []
  for (const { item, path } of devicesOf(context, 'watchdog')) {
    const isOfOther =
      (item.model === 'itco' && isX86(context) && !isQ35(context)) ||
      (item.model === 'ib700' && isQ35(context))
    if (isOfOther || (isArm(context) && (item.model === 'itco' || item.model === 'ib700')))
      found.push({ what: `watchdog ${item.model}`, path })
  }
  if (!isArm(context)) return found
  for (const { item, path } of devicesOf(context, 'inputs'))
    if (item.bus === 'ps2') found.push({ what: 'PS/2 port', path })
  for (const { item, path } of devicesOf(context, 'disks'))
    if (item.device === 'floppy' || busOfDisk(item) === 'fdc') found.push({ what: 'floppy drive', path })
  for (const { item, path } of devicesOf(context, 'sound'))
    if (item.model === 'sb16' || item.model === 'pcspk')
      found.push({ what: `sound card ${item.model}`, path })
  for (const { path } of devicesOf(context, 'parallel')) found.push({ what: 'parallel port', path })
  if (context.domain.features?.vmport !== undefined)
    found.push({ what: 'VMware port', path: ['features', 'vmport'] })
  return found
}
