/** Devices that Proxmox VE has no word for, as words of QEMU: what `args` is for. */
import type { Resolved } from '../../../resolve/index.ts'
import { isRecord } from '../../../table/index.ts'
import { qemuWordsOf } from '../../qemu-words.ts'
import type { Difference } from './differences.ts'

/** Lists whose devices are a word or two that need nothing else of the machine. */
const lists: readonly string[] = ['crypto', 'inputs', 'panic', 'vsock']

/** The words for the devices that were lost; none when nothing of the kind was. */
export function wordsByArgs(resolved: Resolved, different: readonly Difference[]): string[] {
  const lost = different
    .filter(isWholeDevice)
    .map(({ path }) => path.slice(0, path[1] === 'vsock' ? 2 : deviceDepth))
  if (lost.length === 0) return []
  return qemuWordsOf(resolved, lost)
}

function isWholeDevice({ path, kind, value }: Difference): boolean {
  const [first, list] = path
  if (first !== 'devices' || !lists.includes(String(list)) || kind === 'added') return false
  // The chipset brings keyboard and mouse by itself.
  if (list === 'inputs' && isRecord(value) && value['bus'] === 'ps2') return false
  return list === 'vsock' ? true : kind === 'lost' && path.length === deviceDepth
}

/** `devices.panic[0]`. */
const deviceDepth = 3
