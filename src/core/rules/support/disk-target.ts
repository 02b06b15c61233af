/** Where the guest finds a disk: its bus, and the name that libvirt numbers it by. */
import { devicesOf, type PlacedDisk } from './devices.ts'
import type { RuleContext } from './rule.ts'

const busByPrefix = { fd: 'fdc', hd: 'ide', sd: 'scsi', vd: 'virtio', xvd: 'xen', ubd: 'uml' } as const

/** The bus; libvirt tells it from the name when it is not said (manual, Hard drives: target). */
export function busOf({ target }: PlacedDisk['item']): string | undefined {
  if (target?.bus !== undefined) return target.bus
  const prefix = /^(xvd|ubd|[fhsv]d)[a-z]/.exec(target?.dev ?? '')?.[1]
  return Object.entries(busByPrefix).find(([known]) => known === prefix)?.[1]
}

/** vda is 0, vdz is 25, vdaa is 26 (libvirt, virDiskNameToIndex); undefined for a name of another form. */
export function diskNumber(dev: string): number | undefined {
  const letters = /^(?:xvd|ubd|[fhsv]d)([a-z]{1,3})$/.exec(dev)?.[1]
  if (letters === undefined) return undefined
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 96
  return number - 1
}

/** A name that no disk has yet. */
export function freeDiskName(context: RuleContext, prefix: 'fd' | 'sd' | 'vd'): string {
  const taken = new Set(devicesOf(context, 'disks').map(({ item }) => item.target?.dev?.slice(2)))
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.has(letter))
  return `${prefix}${letters ?? 'aa'}`
}
