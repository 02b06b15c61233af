import type { Path } from '../../finding.ts'
import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { matching } from '../support/matching.ts'
import type { DomainProblem, Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'xml.once',
  title: 'A setting that there is one of, said twice',
  target: 'libvirt',
  source:
    'libvirt 11.3: "only one numatune is supported", "only one resource element is supported", "only one emulatorpin is supported", "only one emulatorsched is supported", "at most one CPU cache element may be specified", "only one TPM backend is supported", "only one source element is allowed for character device", "Multiple <target> elements in controller definition not allowed"',
  *check(context) {
    for (const [pattern, elements] of onceIn)
      for (const { held, path } of matching(context, pattern)) {
        const rest = ownValue(held, '$rest')
        const children = isRecord(rest) ? ownValue(rest, 'children') : undefined
        for (const child of Array.isArray(children) ? children : []) {
          const xml: unknown = isRecord(child) ? child['xml'] : undefined
          const name = /^<(\w+)/.exec(typeof xml === 'string' ? xml : '')?.[1] ?? ''
          if (elements.includes(name)) yield twice([...path, name], name)
        }
      }
    for (const list of hostEnds)
      for (const { item, path } of devicesOf(context, list))
        if (item.type !== 'udp' && (item.more_sources ?? []).length > 0)
          yield twice([...path, 'more_sources'], 'source')
  },
}

function twice(at: Path, name: string): DomainProblem {
  return { at, message: `libvirt takes ${name} once, and it is said again. Join the two.` }
}

const hostEnds = ['serial', 'parallel', 'console', 'channels', 'redirdev', 'smartcard'] as const

/** What is around, and the elements in it: the first is read, further ones are kept as they were written. */
const onceIn: readonly (readonly [string, readonly string[]])[] = [
  ['', ['numatune', 'resource']],
  ['cputune', ['emulatorpin', 'emulatorsched']],
  ['cpu', ['cache']],
  ['devices', ['redirfilter']],
  ['devices.controllers.*', ['model', 'target']],
  ['devices.crypto.*', ['backend']],
  ['devices.tpm.*', ['backend']],
  ['devices.rng.*.backend', ['protocol', 'source', 'log']],
  ...hostEnds.map((list) => [`devices.${list}.*`, ['protocol', 'source', 'log']] as const),
]
