/** Devices that Proxmox VE has no word for, as words of QEMU: what `args` is for. */
import type { Domain } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import type { Resolved } from '../../../resolve/index.ts'
import { differencesOf } from '../../differences.ts'
import { qemuWordsOf } from '../../qemu-words.ts'
import { isOwnAlone } from '../own-words.ts'

/** Lists whose devices are a word or two that need nothing else of the machine. */
const lists = ['crypto', 'inputs', 'panic'] as const

/**
 * The words for the devices that were lost; none when nothing of the kind was.
 *
 * @param came the Domain that the settings make without them
 */
export function wordsByArgs(resolved: Resolved, came: Domain): string[] {
  const lost = [
    ...lists.flatMap((list) => lostItems(resolved.domain, came, list)),
    ...lostVsock(resolved.domain, came),
  ]
  return lost.length === 0 ? [] : qemuWordsOf(resolved, lost)
}

function lostItems({ devices }: Domain, came: Domain, list: (typeof lists)[number]): Path[] {
  const path = ['devices', list]
  const items = devices?.[list]
  return (
    differencesOf(items, came.devices?.[list], isOwnAlone, path)
      .filter((one) => one.kind === 'lost' && one.path.length === path.length + 1)
      .map((one) => one.path)
      // The chipset brings keyboard and mouse by itself.
      .filter((one) => !(list === 'inputs' && devices?.inputs?.[Number(one.at(-1))]?.bus === 'ps2'))
  )
}

function lostVsock({ devices }: Domain, came: Domain): Path[] {
  const path = ['devices', 'vsock']
  const different = differencesOf(devices?.vsock, came.devices?.vsock, isOwnAlone, path)
  return different.some(({ kind }) => kind !== 'added') ? [path] : []
}
