/** Of which devices the author's `-set` options speak, and which devices are there by these ids. */
import { devicePartsNamed } from './device-parts.ts'
import { keptOptions } from './kept-options.ts'
import type { RuleContext } from './rule.ts'

export interface SetDevices {
  /** Each once, in the order of the options. */
  readonly ids: readonly string[]
  /** Ids of the author's own `-device` options. */
  readonly own: ReadonlySet<string>
  /** Aliases of libvirt's devices. */
  readonly aliases: ReadonlySet<unknown>
}

/** Undefined when no option is `-set device.ID.KEY=VALUE`. */
export function devicesOfSets(context: RuleContext): SetDevices | undefined {
  const ids = keptOptions(context, 'set').flatMap(
    ({ value = '' }) => /^device\.([^.]+)\./.exec(value)?.[1] ?? [],
  )
  if (ids.length === 0) return undefined
  const own = keptOptions(context, 'device').flatMap(({ pairs }) =>
    pairs.flatMap(([key, value]) => (key === 'id' ? [value] : [])),
  )
  return {
    ids: [...new Set(ids)],
    own: new Set(own),
    aliases: new Set(devicePartsNamed(context, 'alias').map(({ held }) => held['name'])),
  }
}
