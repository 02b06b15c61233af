import { devicesOf } from './devices.ts'
import type { RuleContext } from './rule.ts'

/** A name that no disk has yet. */
export function freeDiskName(context: RuleContext, prefix: 'fd' | 'sd' | 'vd'): string {
  const taken = new Set(devicesOf(context, 'disks').map(({ item }) => item.target?.dev?.slice(2)))
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.has(letter))
  return `${prefix}${letters ?? 'aa'}`
}
