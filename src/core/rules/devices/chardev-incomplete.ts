import type { Path } from '../../finding.ts'
import { valueAt } from '../../path.ts'
import { devicesOf } from '../support/devices.ts'
import type { DomainProblem, Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'chardev.incomplete',
  title: 'A host end without what it needs',
  source:
    'libvirt 11.3: "Missing source path attribute for char device", "Missing source host attribute for char device", "Missing source channel attribute for char device", "passthrough mode requires a character device type attribute"',
  *check(context) {
    for (const list of lists)
      for (const { item, path, index } of devicesOf(context, list)) {
        // The first console is the first serial port under another name.
        const isSerial = list === 'console' && index === 0 && devicesOf(context, 'serial').length > 0
        if (isSerial && (valueAt(item, ['target', 'type']) ?? 'serial') === 'serial') continue
        // A redirected device needs none.
        const isUnnamed = list !== 'redirdev' && item.type === 'dbus' && item.source?.channel === undefined
        const missing = isUnnamed ? 'channel' : missingOf(item, list !== 'channels')
        if (missing !== undefined) yield needs([...path, 'source'], 'A host end', item, missing)
      }
    for (const { item, path } of devicesOf(context, 'smartcard')) {
      if (item.mode !== 'passthrough') continue
      const missing = missingOf(item)
      if (missing !== undefined) yield needs([...path, 'source'], 'A host end', item, missing)
      if (item.type === undefined)
        yield {
          at: [...path, 'type'],
          message: 'A smartcard that is passed through needs the type of its host end, such as spicevmc.',
          fix: { title: 'Take the card at the viewer', value: 'spicevmc' },
        }
    }
    for (const { item, path } of devicesOf(context, 'rng')) {
      if (item.backend?.model !== 'egd') continue
      if (item.backend.type === undefined)
        yield {
          at: [...path, 'backend', 'type'],
          message: 'An EGD is reached over something: say its type, such as unix or tcp.',
        }
      const missing = missingOf(item.backend)
      if (missing !== undefined) yield needs([...path, 'backend', 'source'], 'An EGD', item.backend, missing)
    }
  },
}

const lists = ['serial', 'parallel', 'console', 'channels', 'redirdev'] as const

interface HostEnd {
  readonly type?: string | undefined
  readonly source?: Source | undefined
}

type Source = { readonly $rest?: unknown } & {
  readonly [key in 'path' | 'host' | 'service' | 'channel']?: string | undefined
}

function needs(at: Path, what: string, { type }: HostEnd, missing: string): DomainProblem {
  return { at, message: `${what} of type ${type} needs its ${missing}.` }
}

/** @param wantsPath whether a socket needs its path; that of a channel gets one from libvirt */
function missingOf({ type = '', source }: HostEnd, wantsPath = true): string | undefined {
  const isPath = ['file', 'pipe', 'dev'].includes(type) || (type === 'unix' && wantsPath)
  if (isPath && source?.path === undefined) return 'path'
  // The ends of a udp port are two elements, of which the second is kept as it is.
  const hasSeveral = source?.$rest !== undefined
  if ((type === 'tcp' || type === 'udp') && source?.service === undefined && !hasSeveral)
    return 'service (the port)'
  if (type === 'tcp' && source !== undefined && source.host === undefined && !hasSeveral) return 'host'
  return type === 'spiceport' && source?.channel === undefined ? 'channel' : undefined
}
