/** Devices that Proxmox VE has no word for, as words of QEMU: what `args` is for. */
import { startsWith } from '../../../path.ts'
import { renderArgv } from '../../../qemu/index.ts'
import type { Resolved } from '../../../resolve/index.ts'
import { isRecord } from '../../../table/index.ts'
import type { Difference } from './differences.ts'

/** Lists whose devices are a word or two that need nothing else of the machine. */
const lists: readonly string[] = ['crypto', 'inputs', 'panic', 'vsock']

/** The words for the devices that were lost; none when nothing of the kind was. */
export function wordsByArgs(resolved: Resolved, different: readonly Difference[]): string[] {
  const lost = different
    .filter(isWholeDevice)
    .map(({ path }) => path.slice(0, path[1] === 'vsock' ? 2 : deviceDepth))
  if (lost.length === 0) return []
  const command = renderArgv(resolved)
  return command.arguments.flatMap(({ option, value, path }) => {
    const isOfOne = lost.some((device) => startsWith(path, device))
    const isSmall = option === '-device' || option === '-object'
    return isOfOne && isSmall && value !== undefined ? [option, withoutPlace(value)] : []
  })
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

/** Their buses have other names, and what says none gets a place. */
function withoutPlace(value: string): string {
  if (!value.startsWith('{'))
    return value
      .split(',')
      .filter((part) => !/^(?:bus|addr|port)=/.test(part))
      .join(',')
  const held: unknown = JSON.parse(value)
  if (!isRecord(held)) return value
  const { bus: _, addr: __, port: ___, ...others } = held
  return JSON.stringify(others)
}
