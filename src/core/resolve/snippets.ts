/**
 * The author's own XML. It is read by the tables like any other XML, so that it stands in the command line and under
 * the rules too; what the tables don't know is kept as it is.
 */
import { devices as devicesShape, domain as domainShape, qemuNamespace } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { declaresChild, isRecord, type Rest, readXmlChildren, type Shape } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'
import { childElements, parseXml, parseXmlFragment, type XmlElement } from '../xml/index.ts'
import { type Draft, origin } from './draft.ts'

/** Where the author's XML stands, and whether it gives way to what is there. */
interface Insertion {
  readonly path: Path
  readonly source: string
  /** True: a default of resolve's is replaced, only what the author said wins. False: whatever is there wins. */
  readonly overDefaults: boolean
}

/** libvirt.snippets and libvirt.xml_passthrough. */
export function resolveSnippets(draft: Draft): void {
  for (const [index, snippet] of (draft.libvirt.snippets ?? []).entries())
    addSnippet(draft, snippet, ['libvirt', 'snippets', index])
  mergePassthrough(draft)
}

function addSnippet(draft: Draft, text: string, path: Path): void {
  const { elements, findings } = parseXmlFragment(text)
  for (const finding of findings) draft.findings.push({ ...finding, path })
  for (const element of elements) place(draft, element, { path, source: text, overDefaults: true })
}

/** A whole `<domain>`, or elements as a snippet has them. */
function mergePassthrough(draft: Draft): void {
  const text = draft.libvirt.xml_passthrough
  const path = ['libvirt', 'xml_passthrough']
  if (text === undefined || text.trim() === '') return
  const insertion: Insertion = { path, source: text, overDefaults: false }
  if (/^\s*(<\?xml|<!--|<domain\b)/.test(text)) {
    const { root, findings } = parseXml(text)
    for (const finding of findings) draft.findings.push({ ...finding, path })
    if (!root) return
    for (const element of root.name === 'domain' ? childElements(root) : [root]) {
      if (element.name === 'devices')
        for (const device of childElements(element)) insertInto(draft, 'devices', device, insertion)
      else insertInto(draft, 'domain', element, insertion)
    }
    const namespaces = root.attributes.filter((attribute) => attribute.name.startsWith('xmlns:'))
    for (const { name, value } of namespaces) addDomainAttribute(draft, name, value)
    return
  }
  const { elements, findings } = parseXmlFragment(text)
  for (const finding of findings) draft.findings.push({ ...finding, path })
  for (const element of elements) place(draft, element, insertion)
}

/** Children of `<domain>` that the tables leave to others. */
const domainElements = new Set([
  'metadata',
  'genid',
  'blkiotune',
  'perf',
  'keywrap',
  'idmap',
  'bootloader',
  'bootloader_args',
  'throttlegroups',
  'iothreadids',
  'defaultiothread',
  'vcpus',
  'cachetune',
  'memorytune',
])

function place(draft: Draft, element: XmlElement, insertion: Insertion): void {
  if (element.name === 'devices') {
    for (const device of childElements(element)) insertInto(draft, 'devices', device, insertion)
    return
  }
  const ofDomain =
    element.name.includes(':') ||
    domainElements.has(element.name) ||
    (declaresChild(domainShape, element.name) && !declaresChild(devicesShape, element.name))
  insertInto(draft, ofDomain ? 'domain' : 'devices', element, insertion)
}

function insertInto(
  draft: Draft,
  parent: 'domain' | 'devices',
  element: XmlElement,
  insertion: Insertion,
): void {
  const shape: Shape = parent === 'domain' ? domainShape : devicesShape
  const held: Record<string, unknown> = parent === 'domain' ? draft.domain : draft.devices
  const said: Readonly<Record<string, unknown>> =
    (parent === 'domain' ? draft.libvirt : draft.libvirt.devices) ?? {}
  const prefix = parent === 'domain' ? [] : ['devices']
  for (const [key, value] of Object.entries(readXmlChildren(shape, [element], insertion.source))) {
    const present = ownValue(held, key)
    if (key === '$rest') {
      setOwn(held, key, withMoreChildren(present, value))
      if (element.name.startsWith('qemu:')) addDomainAttribute(draft, ...qemuNamespace)
    } else if (Array.isArray(value)) {
      const before: readonly unknown[] = Array.isArray(present) ? present : []
      setOwn(held, key, [...before, ...value])
      for (const index of value.keys()) origin(draft, [...prefix, key, before.length + index], insertion.path)
    } else if (present === undefined || (insertion.overDefaults && ownValue(said, key) === undefined)) {
      setOwn(held, key, value)
      origin(draft, [...prefix, key], insertion.path)
    } else reportTaken(draft, element, insertion)
  }
}

function reportTaken(draft: Draft, element: XmlElement, insertion: Insertion): void {
  draft.findings.push({
    code: insertion.overDefaults ? 'snippet.taken' : 'passthrough.taken',
    severity: insertion.overDefaults ? 'error' : 'advice',
    path: insertion.path,
    message: `<${element.name}> can be there once only and the design has it already, so this one is left out. Change the design, or remove it here.`,
  })
}

function withMoreChildren(present: unknown, added: unknown): Rest {
  const before: Rest = isRecord(present) ? present : {}
  const more: Rest = isRecord(added) ? added : {}
  return { ...before, children: [...(before.children ?? []), ...(more.children ?? [])] }
}

function addDomainAttribute(draft: Draft, name: string, value: string): void {
  const rest = draft.domain.$rest ?? {}
  const attributes = rest.attributes ?? []
  if (attributes.some(([known]) => known === name)) return
  draft.domain.$rest = { ...rest, attributes: [...attributes, [name, value]] }
}
