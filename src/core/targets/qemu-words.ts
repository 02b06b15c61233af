/** Devices as words of QEMU, for what takes such words beside its own. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { startsWith } from '../path.ts'
import { renderArgv } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { isRecord } from '../table/index.ts'

/** The options that make these devices of the Domain, and what they stand on; no place in the guest. */
export function qemuWordsOf(resolved: Resolved, devices: readonly Path[]): string[] {
  const lists = new Set(devices.map((device) => device[1]))
  return renderArgv({ ...resolved, domain: withLittleElse(resolved.domain, lists) }).arguments.flatMap(
    ({ option, value, path }) => {
      const isOfOne = devices.some((device) => startsWith(path, device))
      const isSmall = option === '-device' || option === '-object'
      return isOfOne && isSmall && value !== undefined ? [option, withoutPlace(value)] : []
    },
  )
}

/** As much of the machine as a device that is a word or two looks at: the board, and the devices of these lists. */
function withLittleElse({ type, os, devices = {} }: Domain, lists: ReadonlySet<unknown>): Domain {
  const { arch, machine } = os ?? {}
  const kept = Object.entries(devices).filter(([list]) => lists.has(list))
  return { type, os: { arch, machine }, devices: Object.fromEntries(kept) }
}

/** Buses have other names, and what says none gets a place. */
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
