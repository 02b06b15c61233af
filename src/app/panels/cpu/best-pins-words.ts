/** What the best pins change beside the pins themselves, said before it is done. */

import { ownValue } from '../../../core/index.ts'
import { type Change, isRecord, type Path, type VmSpec, valueAt } from '../../core.ts'
import { t } from '../../words/index.ts'

/**
 * In words, what else is changed; nothing of what is so already.
 *
 * @param spec as it is now
 * @param changes those of `bestPinning`
 */
export function changeWords(spec: VmSpec, changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ path, value }) => {
    const now = valueAt(spec, path)
    const words = wordsFor(path)
    if (words === undefined || text(now) === text(value)) return []
    const after = words.say(value)
    return [now === undefined ? `${words.what} ${after}` : `${words.what} ${words.say(now)} → ${after}`]
  })
}

interface Words {
  readonly what: string
  readonly say: (value: unknown) => string
}

function wordsFor(path: Path): Words | undefined {
  switch (path.join('.')) {
    case 'cpu':
    case 'libvirt.vcpu.value':
      return { what: t`vCPUs`, say: String }
    case 'libvirt.cpu.topology':
      return { what: t`topology`, say: topologyWords }
    case 'libvirt.cpu.features':
      return { what: t`CPU features`, say: featureWords }
    case 'libvirt.numatune.memory':
      return { what: t`memory`, say: (value) => t`from node ${memberOf(value, 'nodeset')}` }
    default:
      return undefined
  }
}

/** '1 socket × 4 cores × 2 threads'; dies only where there are several. */
function topologyWords(value: unknown): string {
  const counts = (['sockets', 'dies', 'cores', 'threads'] as const).flatMap((key) => {
    const count = Number(memberOf(value, key) || 1)
    if (key === 'dies' && count === 1) return []
    return [`${count} ${count === 1 ? key.slice(0, -1) : key}`]
  })
  return counts.join(' × ')
}

function featureWords(value: unknown): string {
  const names = Array.isArray(value) ? value.map((feature) => memberOf(feature, 'name')) : []
  return names.length === 0 ? t`none` : names.join(', ')
}

function memberOf(value: unknown, key: string): string {
  const held = isRecord(value) ? ownValue(value, key) : undefined
  return held === undefined ? '' : String(held)
}

/** Order of keys aside, two values are the same when this is. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    isRecord(held) ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held,
  )
}
