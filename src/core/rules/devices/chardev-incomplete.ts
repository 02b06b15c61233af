import { devicesOf } from '../support/devices.ts'
import { heldAt } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'chardev.incomplete',
  title: 'A host end without what it needs',
  severity: 'error',
  source:
    'libvirt 11.3: "Missing source path attribute for char device", "Missing source host attribute for char device", "Missing source channel attribute for char device", "passthrough mode requires a character device type attribute"',
  *check(context) {
    for (const list of lists)
      for (const { item, path, index } of devicesOf(context, list)) {
        // The first console is the first serial port under another name.
        const isSerial = list === 'console' && index === 0 && devicesOf(context, 'serial').length > 0
        if (isSerial && (heldAt(item, ['target', 'type']) ?? 'serial') === 'serial') continue
        const missing =
          missingOf(item) ??
          // A redirected device needs none.
          (list !== 'redirdev' && item.type === 'dbus' && item.source?.channel === undefined
            ? 'channel'
            : undefined) ??
          (list !== 'channels' && item.type === 'unix' && item.source?.path === undefined
            ? 'path'
            : undefined)
        if (missing !== undefined)
          yield {
            at: [...path, 'source'],
            message: `A host end of type ${item.type} needs its ${missing}.`,
          }
      }
    for (const { item, path } of devicesOf(context, 'smartcard'))
      if (item.mode === 'passthrough' && item.type !== undefined) {
        const missing =
          missingOf(item) ?? (item.type === 'unix' && item.source?.path === undefined ? 'path' : undefined)
        if (missing !== undefined)
          yield {
            at: [...path, 'source'],
            message: `A host end of type ${item.type} needs its ${missing}.`,
          }
      } else if (item.mode === 'passthrough')
        yield {
          at: [...path, 'type'],
          message: 'A smartcard that is passed through needs the type of its host end, such as spicevmc.',
          fix: { title: 'Take the card at the viewer', value: 'spicevmc' },
        }
    for (const { item, path } of devicesOf(context, 'rng')) {
      if (item.backend?.model !== 'egd') continue
      if (item.backend.type === undefined)
        yield {
          at: [...path, 'backend', 'type'],
          message: 'An EGD is reached over something: say its type, such as unix or tcp.',
        }
      const missing =
        missingOf(item.backend) ??
        (item.backend.type === 'unix' && item.backend.source?.path === undefined ? 'path' : undefined)
      if (missing !== undefined)
        yield {
          at: [...path, 'backend', 'source'],
          message: `An EGD of type ${item.backend.type} needs its ${missing}.`,
        }
    }
  },
}

const lists = ['serial', 'parallel', 'console', 'channels', 'redirdev'] as const

interface HostEnd {
  readonly type?: string | undefined
  readonly source?:
    | {
        readonly path?: string | undefined
        readonly host?: string | undefined
        readonly service?: string | undefined
        readonly mode?: string | undefined
        readonly channel?: string | undefined
        readonly $rest?: unknown
      }
    | undefined
}

/** A bound socket of a channel gets a path from libvirt. */
function missingOf({ type, source }: HostEnd): string | undefined {
  if ((type === 'file' || type === 'pipe' || type === 'dev') && source?.path === undefined) return 'path'
  if ((type === 'tcp' || type === 'udp') && source?.service === undefined && !hasSeveral(source))
    return 'service (the port)'
  if (type === 'tcp' && source !== undefined && source.host === undefined && !hasSeveral(source))
    return 'host'
  if (type === 'spiceport' && source?.channel === undefined) return 'channel'
  return undefined
}

/** The ends of a udp port are two elements, of which the second is kept as it is. */
function hasSeveral(source: HostEnd['source']): boolean {
  return source?.$rest !== undefined
}
