/** What all devices may have, of whatever kind: an alias and an address. */
import type { Path } from '../../finding.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { RuleContext } from './rule.ts'

export interface DevicePart {
  readonly held: UnknownRecord
  /** Of the alias or address in the Domain. */
  readonly path: Path
}

export function devicePartsNamed({ domain }: RuleContext, key: 'alias' | 'address'): DevicePart[] {
  const found: DevicePart[] = []
  const look = (device: unknown, path: Path) => {
    const held = isRecord(device) ? ownValue(device, key) : undefined
    if (isRecord(held)) found.push({ held, path: [...path, key] })
  }
  for (const [list, devices] of Object.entries(domain.devices ?? {})) {
    if (list === '$rest') continue
    if (!Array.isArray(devices)) look(devices, ['devices', list])
    else for (const [index, device] of devices.entries()) look(device, ['devices', list, index])
  }
  return found
}
