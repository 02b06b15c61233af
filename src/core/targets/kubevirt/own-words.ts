/**
 * What a manifest says and libvirt has no word for (node selectors, probes, instance types), kept in the metadata of the
 * domain, so that a design that came from there goes back with all of it. libvirt keeps metadata that has a namespace.
 */
import type { Domain } from '../../domain/index.ts'
import { isRecord, type Rest } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { attributeValue, childElements, escapeAttribute, parseXml } from '../../xml/index.ts'
import { type Left, nameOfItem } from './words/hand.ts'
import type { Way } from './words/tree.ts'

const namespace = 'urn:vmwright:kubevirt'

/** What stands in `$rest` of a Domain for them; undefined when there are none. */
export function restOfOwn(words: readonly Left[]): Rest | undefined {
  if (words.length === 0) return undefined
  const lines = words.map(
    ({ way, value }) =>
      `      <kubevirt:set key='${escapeAttribute(JSON.stringify(way))}' value='${escapeAttribute(JSON.stringify(value))}'/>`,
  )
  const xml = `<metadata>\n    <kubevirt:vm xmlns:kubevirt='${namespace}'>\n${lines.join('\n')}\n    </kubevirt:vm>\n  </metadata>`
  return { children: [{ after: null, count: 0, xml }] }
}

/** The way back, whatever else there is in the metadata. */
export function ownOfDomain({ $rest }: Domain): Left[] {
  return ($rest?.children ?? []).flatMap(({ xml }) => {
    if (!xml.includes(namespace)) return []
    const { root } = parseXml(xml)
    if (root?.name !== 'metadata') return []
    return childElements(root).flatMap((vm) =>
      vm.name === 'kubevirt:vm' && attributeValue(vm, 'xmlns:kubevirt') === namespace
        ? childElements(vm).flatMap((one) => {
            const way = jsonOf(attributeValue(one, 'key'))
            const value = jsonOf(attributeValue(one, 'value'))
            return isWay(way) && value !== undefined ? [{ way, value }] : []
          })
        : [],
    )
  })
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function isWay(held: unknown): held is Way {
  return (
    Array.isArray(held) &&
    held.length > 0 &&
    held.length < 32 &&
    held.every((key) => typeof key === 'string' && key !== '__proto__')
  )
}

/** True for what stands there by `restOfOwn` alone. */
export function isOwnAlone(xml: string): boolean {
  return /^<metadata>\s*<kubevirt:vm xmlns:kubevirt='urn:vmwright:kubevirt'>(?:\s*<kubevirt:set key='[^']*' value='[^']*'\/>)*\s*<\/kubevirt:vm>\s*<\/metadata>$/.test(
    xml,
  )
}

/** Puts a word back where nothing else is said; of a list item that is gone nothing comes back. */
export function putBack(held: unknown, [first = '', ...deeper]: Way, value: unknown): unknown {
  if (first.startsWith('=')) {
    const list: readonly unknown[] = Array.isArray(held) ? held : []
    const name = first.slice(1)
    const index = list.findIndex((item) => nameOfItem(item) === name)
    if (index < 0) return deeper.length === 0 ? [...list, value] : held
    return list.map((item, at) => (at === index && deeper.length > 0 ? putBack(item, deeper, value) : item))
  }
  if (held !== undefined && !isRecord(held)) return held
  const before = held && ownValue(held, first)
  if (deeper.length === 0) return before === undefined ? { ...held, [first]: value } : held
  const after = putBack(before, deeper, value)
  return after === undefined ? held : { ...held, [first]: after }
}
