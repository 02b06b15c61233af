/** The devices that a firmware can boot from. */
import type { Path } from '../../finding.ts'
import { devicesOf } from './devices.ts'
import type { RuleContext } from './rule.ts'

export interface Bootable {
  /** Its place in the boot order; undefined when it has none. */
  readonly order: number | undefined
  /** Of the device in the Domain. */
  readonly path: Path
}

const lists = ['disks', 'interfaces', 'hostdevs', 'redirdev'] as const

export function bootables(context: RuleContext): readonly Bootable[] {
  return lists.flatMap((list) =>
    devicesOf(context, list).map(({ item, path }) => ({ order: item.boot?.order, path })),
  )
}
