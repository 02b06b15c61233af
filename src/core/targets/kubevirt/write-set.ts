/** A set on KubeVirt: a list of all objects, and in a folder for each VM what brings its images into the cluster. */

import { isRecord, type UnknownRecord, wordOf } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { createAll, inFolders } from '../in-folders.ts'
import type { SetJob, TargetFile, TargetText } from '../target.ts'
import { documentsText } from '../yaml/documents.ts'
import { heldAt } from './words/tree.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

export function writeKubevirtSet(job: SetJob): readonly TargetFile[] {
  const { vms } = job
  const texts = (name: string) =>
    vms.flatMap(({ files }) =>
      files.flatMap((file) => (file.name === name && 'text' in file ? [file.text] : [])),
    )
  const machines: TargetText = {
    name: 'vms.yaml',
    about: 'all VMs, their Secrets and their ports',
    language: 'yaml',
    text: texts('vm.yaml').join('---\n'),
  }
  const administrators = texts('administrator.yaml')
  // What the administrator does is done once, whatever the VM.
  const folders = vms.map((vm) => ({
    ...vm,
    files: vm.files.filter(({ name }) => name !== 'administrator.yaml'),
  }))
  return [
    machines,
    createAll({ ...job, vms: folders }, 'on KubeVirt'),
    ...(administrators.length === 0 ? [] : [administratorOf(administrators)]),
    ...inFolders(folders),
  ]
}

function administratorOf(texts: readonly string[]): TargetText {
  const objects = texts
    .flatMap((text) => (plainDocuments(text) ?? []).map(({ data }) => data))
    .filter(isRecord)
  const merged = new Map<string, UnknownRecord>()
  for (const object of objects) {
    const key = `${wordOf(object['kind'])} ${wordOf(heldAt(object, ['metadata', 'name']))}`
    const before = merged.get(key)
    merged.set(key, before === undefined ? object : mergedRecord(before, object))
  }
  const { text } = documentsText(
    [...merged.values()],
    () => [],
    'For the administrator of the cluster. Lists of the KubeVirt object replace those that are there: add to them.',
  )
  return {
    name: 'administrator.yaml',
    about: 'what the administrator allows and makes before',
    language: 'yaml',
    text,
  }
}

function mergedRecord(one: UnknownRecord, other: UnknownRecord): UnknownRecord {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...keys].map((key) => [key, merged(ownValue(one, key), ownValue(other, key))]))
}

/** Lists have the items of both, each once; of two values that differ the first stays. */
function merged(one: unknown, other: unknown): unknown {
  if (one === undefined) return other
  if (Array.isArray(one) && Array.isArray(other)) {
    const items: unknown[] = [...one, ...other]
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
  }
  return isRecord(one) && isRecord(other) ? mergedRecord(one, other) : one
}
