/** Names for disks that can’t keep theirs. */
import { devicesOf } from './devices.ts'
import type { DomainFix, RuleContext } from './rule.ts'

type Prefix = 'fd' | 'sd' | 'vd'

/** A name that no disk has yet. */
export function freeDiskName(context: RuleContext, prefix: Prefix): string {
  const taken = new Set(devicesOf(context, 'disks').map(({ item }) => item.target?.dev?.slice(2)))
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.has(letter))
  return `${prefix}${letters ?? 'aa'}`
}

/** Gives the disk such a name, for a problem at its `target.dev`. */
export function callDisk(context: RuleContext, prefix: Prefix): DomainFix {
  const name = freeDiskName(context, prefix)
  return { title: `Call it ${name}`, value: name }
}

/** Puts the disk on another bus, under such a name, for a problem of the disk. */
export function moveDisk(context: RuleContext, bus: string, prefix: Prefix): DomainFix {
  const name = freeDiskName(context, prefix)
  return {
    title: `Make it ${name} on ${bus}`,
    all: [
      { at: ['target', 'bus'], value: bus },
      { at: ['target', 'dev'], value: name },
    ],
  }
}
