/** The serial lines of the guest, and where they end on the host. */
import type { Path } from '../../finding.ts'
import { devicesOf } from './devices.ts'
import type { RuleContext } from './rule.ts'

export interface PlacedChardev {
  readonly path: Path
  readonly type: string | undefined
  readonly source: { readonly path?: string | undefined; readonly service?: string | undefined }
  /** What only one of them can have; undefined when it may be shared. */
  readonly end: string | undefined
}

/** Serial and parallel ports, channels, and consoles that are no serial port. */
export function chardevs(context: RuleContext): PlacedChardev[] {
  const consoles = devicesOf(context, 'console').filter(
    ({ item }) => (item.target?.type ?? 'serial') !== 'serial',
  )
  const all = [
    ...devicesOf(context, 'serial'),
    ...devicesOf(context, 'parallel'),
    ...devicesOf(context, 'channels'),
    ...consoles,
  ]
  return all.map(({ item: { type, source = {} }, path }) => ({
    path,
    type,
    source,
    end: endOf(type, source),
  }))
}

interface Source {
  readonly mode?: string | undefined
  readonly path?: string | undefined
  readonly host?: string | undefined
  readonly service?: string | undefined
}

function endOf(type: string | undefined, { mode, path, host, service }: Source): string | undefined {
  if (type === 'file') return path === '/dev/null' ? undefined : path
  if (type === 'tcp' && mode === 'bind' && service !== undefined) return `${host ?? '0.0.0.0'}:${service}`
  return undefined
}
