/** `ID.conf`, as Proxmox VE writes it after `qm create`: sorted, with the volumes that it made. */
import type { Path } from '../../../finding.ts'
import type { PveNames } from '../writing.ts'
import { textOfPieces } from './setting-places.ts'

/**
 * @param id the number of the VM
 * @param placeOf the place of a setting
 */
export function configText(
  settings: ReadonlyMap<string, string>,
  { id, description, names }: { readonly id: number; readonly description: string; readonly names: PveNames },
  placeOf: (setting: string) => Path | undefined,
) {
  const path = placeOf('description')
  const comments =
    description === '' ? [] : description.split('\n').map((line) => ({ text: `#${encodedLine(line)}`, path }))
  let volumes = 0
  const lines = [...settings]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, value]) => {
      if (key === 'vmgenid' && value === '1') return []
      const made = value.replace(new RegExp(`^${names.storage}:(?:\\d+|cloudinit)(?=,|$)`), (volume) =>
        volume.endsWith('cloudinit')
          ? `${names.storage}:${volumeName(names, id, 'cloudinit')}`
          : `${names.storage}:${volumeName(names, id, `disk-${volumes++}`)}`,
      )
      return [{ text: `${key}: ${made.replace(/,import-from=[^,]*/, '')}`, path: placeOf(key) }]
    })
  return textOfPieces([...comments, ...lines])
}

/** A directory has files in a folder for each VM, all others have volumes. */
function volumeName({ storage }: PveNames, id: number, what: string): string {
  return storage === 'local'
    ? `${id}/vm-${id}-${what}.${what === 'cloudinit' ? 'qcow2' : 'raw'}`
    : `vm-${id}-${what}`
}

/** PVE::Tools, encode_text: what is not printed, and the percent itself. */
function encodedLine(line: string): string {
  return line.replaceAll(/[%\p{Cc}\p{Cf}\u0080-\uFFFF]/gu, (sign) => encodeURIComponent(sign.toWellFormed()))
}
