/** Names of objects that two VMs of a set would both have: the second one applied would take the place of the first. */
import type { Finding } from '../../finding.ts'
import { isRecord, type UnknownRecord, wordOf } from '../../table/index.ts'
import type { SetPart } from '../target.ts'
import { heldAt } from './words/tree.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

interface Named {
  readonly kind: string
  readonly name: string
  readonly text: string
}

/** A folder or a bridge of the cluster may be that of several VMs, as long as it is the same. */
const shared: ReadonlySet<string> = new Set([
  'NetworkAttachmentDefinition',
  'PersistentVolume',
  'PersistentVolumeClaim',
])

/** @returns for each VM, in their order, what an earlier one has already: one finding, or none */
export function clashesOf(vms: readonly SetPart[]): readonly (readonly Finding[])[] {
  const firstOf = new Map<string, { readonly vm: string; readonly text: string }>()
  return vms.map((part) => {
    const clashes: Finding[] = []
    for (const { kind, name, text } of namedObjects(part)) {
      const key = `${kind} ${name}`
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, { vm: part.design.name, text })
      else if (!shared.has(kind) || first.text !== text) clashes.push(clash(kind, name, first.vm))
    }
    return clashes.slice(0, 1)
  })
}

function clash(kind: string, name: string, first: string): Finding {
  const message = `Its ${kind} is called ${name} on KubeVirt, where names are labels of DNS, and so is that of \`${first}\`: applied, one takes the place of the other. Give each VM a name that differs in letters and digits, within 50 characters.`
  return { code: 'kubevirt.name-twice', severity: 'error', path: ['name'], message, target: 'kubevirt' }
}

/** The VM first. Objects of the kind KubeVirt are joined, and what CDI makes of a template is an object too. */
function namedObjects({ files }: SetPart): Named[] {
  const objects = files
    .flatMap((file) => ('text' in file && file.language === 'yaml' ? [file.text] : []))
    .flatMap((text) => plainDocuments(text) ?? [])
    .flatMap(({ data }) => (isRecord(data) && data['kind'] !== 'KubeVirt' ? [data] : []))
  const isVm = (object: UnknownRecord) => object['kind'] === 'VirtualMachine'
  const sorted = [...objects.filter(isVm), ...objects.filter((object) => !isVm(object))]
  return sorted.flatMap((object) => [
    named(wordOf(object['kind']), object),
    ...templatesOf(object).map((template) => named('DataVolume', template)),
  ])
}

function named(kind: string, object: unknown): Named {
  return { kind, name: wordOf(heldAt(object, ['metadata', 'name'])), text: JSON.stringify(object) }
}

function templatesOf(object: UnknownRecord): readonly unknown[] {
  const held = heldAt(object, ['spec', 'dataVolumeTemplates'])
  return Array.isArray(held) ? held : []
}
