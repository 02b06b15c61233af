/**
 * What Proxmox VE says and libvirt has no word for (firewall, backup, tags), kept in the metadata of the domain, so that
 * a design that came from there goes back with all of it. libvirt keeps metadata that has a namespace.
 */
import type { Domain } from '../../domain/index.ts'
import type { Rest } from '../../table/index.ts'
import { attributeValue, childElements, escapeAttribute, parseXml } from '../../xml/index.ts'
import type { OwnWord } from './reading.ts'

const namespace = 'urn:vmwright:proxmox'

/** What stands in `$rest` of a Domain for them; undefined when there are none. */
export function restOfOwn(words: readonly OwnWord[]): Rest | undefined {
  if (words.length === 0) return undefined
  const lines = words.map(
    ({ key, value }) => `      <pve:set key='${escapeAttribute(key)}' value='${escapeAttribute(value)}'/>`,
  )
  const xml = `<metadata>\n    <pve:vm xmlns:pve='${namespace}'>\n${lines.join('\n')}\n    </pve:vm>\n  </metadata>`
  return { children: [{ after: 'name', count: 1, xml }] }
}

/** The way back, whatever else there is in the metadata. */
export function ownOfDomain({ $rest }: Domain): OwnWord[] {
  return ($rest?.children ?? []).flatMap(({ xml }) => {
    if (!xml.includes(namespace)) return []
    const { root } = parseXml(xml)
    if (root?.name !== 'metadata') return []
    return childElements(root).flatMap((vm) =>
      vm.name === 'pve:vm' && attributeValue(vm, 'xmlns:pve') === namespace
        ? childElements(vm).flatMap((one): OwnWord[] => {
            const key = attributeValue(one, 'key')
            const value = attributeValue(one, 'value')
            return key === undefined || value === undefined ? [] : [{ key, value }]
          })
        : [],
    )
  })
}

/** True for what stands there by `restOfOwn` alone. */
export function isOwnAlone(xml: string): boolean {
  return /^<metadata>\s*<pve:vm xmlns:pve='urn:vmwright:proxmox'>(?:\s*<pve:set key='[^']*' value='[^']*'\/>)*\s*<\/pve:vm>\s*<\/metadata>$/.test(
    xml,
  )
}
