/**
 * A set on KubeVirt: one pool, or a list of all objects with what brings its images into the cluster in a folder for each
 * VM.
 */
import type { Finding } from '../../finding.ts'
import { isRecord, type UnknownRecord, wordOf } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { createAll, inFolders } from '../in-folders.ts'
import type { FilesOfSet, SetJob, TargetFile, TargetText } from '../target.ts'
import type { options } from './options.ts'
import { type NoPool, poolOf } from './pool.ts'
import { clashesOf } from './set-clashes.ts'
import { heldAt } from './words/tree.ts'
import { administratorFile } from './write/administrator-file.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

export function writeKubevirtSet(job: SetJob<typeof options>): FilesOfSet {
  const { vms, choices } = job
  const list = { files: filesOfList(job), findings: clashesOf(vms) }
  if (choices.set !== 'pool' || vms.length === 0) return list
  const pool = poolOf(job)
  if ('why' in pool) {
    const findings = list.findings.map((found, index) =>
      index === pool.vm ? [...found, noPool(pool)] : found,
    )
    return { ...list, findings }
  }
  return {
    files: pool.files,
    findings: vms.map(({ design }, index) => otherName(design.name, pool.names[index] ?? '')),
  }
}

function noPool({ why }: NoPool): Finding {
  const message = `${why} So this is a list of VMs, and no pool.`
  return { code: 'kubevirt.no-pool', severity: 'warning', path: ['name'], message, target: 'kubevirt' }
}

function otherName(name: string, inPool: string): Finding[] {
  if (name === inPool) return []
  const message = `A pool numbers its VMs: this one is called ${inPool} there. A list keeps its name.`
  return [{ code: 'kubevirt.pool-name', severity: 'warning', path: ['name'], message, target: 'kubevirt' }]
}

function filesOfList(job: SetJob<typeof options>): readonly TargetFile[] {
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
    ...administratorFile(joinedObjects(administrators)),
    ...inFolders(folders),
  ]
}

function joinedObjects(texts: readonly string[]): readonly UnknownRecord[] {
  const objects = texts
    .flatMap((text) => (plainDocuments(text) ?? []).map(({ data }) => data))
    .filter(isRecord)
  const joined = new Map<string, UnknownRecord>()
  for (const object of objects) {
    const key = `${wordOf(object['kind'])} ${wordOf(heldAt(object, ['metadata', 'name']))}`
    const before = joined.get(key)
    joined.set(key, before === undefined ? object : mergedRecord(before, object))
  }
  return [...joined.values()]
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
