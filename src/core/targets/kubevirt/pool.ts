/**
 * A set as one VirtualMachinePool: VMs that are alike but for their names. The object is `pool.kubevirt.io/v1beta1` of
 * KubeVirt 1.9; what its VMs and their volumes and Secrets are called is in pkg/virt-controller/watch/pool/pool.go.
 */

import { sameValue } from '../../lift/index.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { shellComment } from '../../text/index.ts'
import { labelOf } from '../labels.ts'
import type { SetJob, TargetFile } from '../target.ts'
import { documentsText } from '../yaml/documents.ts'
import type { options } from './options.ts'
import { heldAt, type Way } from './words/tree.ts'
import { administratorFile } from './write/administrator-file.ts'
import { writeKubevirt } from './write.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

export interface Pool {
  readonly files: readonly TargetFile[]
  /** What the VMs are called, in their order. */
  readonly names: readonly string[]
}

/** Why there is no pool. */
export interface NoPool {
  /** Which of the VMs, counted from 0. */
  readonly vm: number
  /** As a sentence. */
  readonly why: string
}

/** A name has room for what comes behind it: the disk, and a number of four digits. */
const longest = 40

export function poolOf({ name, vms, host, choices }: SetJob<typeof options>): Pool | NoPool {
  if (choices.cluster === 'harvester')
    return { vm: 0, why: 'Harvester knows its claims by their own names, which a pool does not number.' }
  const pool = labelOf(labelOf(name, 'vms').slice(0, longest), 'vms')
  const names = vms.map((_, index) => `${pool}-${index}`)
  const written = (index: number, called: string) => {
    const design = vms[index]?.design ?? { name: called, spec: {} }
    return objectsOf(writeKubevirt({ design: { ...design, name: called }, host, choices }).files)
  }
  // Under one name all that differs is what a pool can't say.
  const alike = vms.map((_, index) => written(index, pool))
  const [first] = alike
  if (first === undefined) return { vm: 0, why: 'There is no VM.' }
  for (const [index, objects] of alike.entries()) {
    const way = firstDifference(first.shared, objects.shared)
    if (way !== undefined)
      return {
        vm: index,
        why: `It differs from \`${vms[0]?.design.name ?? ''}\` in more than its name (${way.join('.')}).`,
      }
  }
  const own = ownVolume(first.vm, written(0, names[0] ?? pool).vm)
  if (own !== undefined)
    return {
      vm: 0,
      why: `Its disk ${own} is a volume that is not made with the VM: all VMs of a pool would share it.`,
    }
  const numbered = names.map((called, index) => written(index, called))
  const secrets = secretsOf(numbered, nameOf(first.secret))
  const services = numbered.flatMap(({ service }, index) =>
    service === undefined ? [] : [ofOneVm(service, names[index] ?? '')],
  )
  const object = poolObject(pool, first.vm, vms.length, secrets.length > 1)
  const { text } = documentsText([...secrets, ...first.claims, object, ...services], () => [])
  return {
    names,
    files: [
      { name: 'vms.yaml', about: 'the pool, its Secrets and its ports', language: 'yaml', text },
      {
        name: 'create.sh',
        about: 'applies it',
        language: 'shell',
        text: scriptText(name, pool, first.administrator.length > 0),
        executable: true,
      },
      ...administratorFile(first.administrator.map((one) => ofAllVms(one, names))),
    ],
  }
}

interface Objects {
  readonly vm: UnknownRecord
  readonly secret: UnknownRecord | undefined
  readonly service: UnknownRecord | undefined
  readonly claims: readonly UnknownRecord[]
  readonly administrator: readonly UnknownRecord[]
  /** What all VMs of a pool have as one. */
  readonly shared: UnknownRecord
}

function objectsOf(files: readonly TargetFile[]): Objects {
  const of = (name: string) =>
    files
      .flatMap((file) => (file.name === name && 'text' in file ? (plainDocuments(file.text) ?? []) : []))
      .flatMap(({ data }) => (isRecord(data) ? [data] : []))
  const all = of('vm.yaml')
  const ofKind = (kind: string) => all.find((one) => one['kind'] === kind)
  const vm = ofKind('VirtualMachine') ?? {}
  const claims = all.filter((one) => one['kind'] === 'PersistentVolumeClaim')
  const administrator = of('administrator.yaml')
  const shared = { spec: vm['spec'], metadata: vm['metadata'], claims, administrator }
  return { vm, secret: ofKind('Secret'), service: ofKind('Service'), claims, administrator, shared }
}

/** The way to the first value that is another one; undefined where there is none. */
function firstDifference(one: unknown, other: unknown, way: Way = []): Way | undefined {
  if (sameValue(one, other)) return undefined
  const isMap = (held: unknown): held is object => typeof held === 'object' && held !== null
  if (!isMap(one) || !isMap(other)) return way
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(fieldOf(one, key), fieldOf(other, key), [...way, key])
    if (found !== undefined) return found
  }
  return way
}

function fieldOf(held: object, key: string): unknown {
  return Object.hasOwn(held, key) ? Reflect.get(held, key) : undefined
}

/** A volume that goes by the name of its VM, and that the pool does not number. */
function ownVolume(vm: UnknownRecord, renamedVm: UnknownRecord): string | undefined {
  const volumesOf = (held: unknown) => listAt(held, ['spec', 'template', 'spec', 'volumes'])
  const made = new Set(listAt(vm, ['spec', 'dataVolumeTemplates']).map(nameOf))
  const others = volumesOf(renamedVm)
  const found = volumesOf(vm).find(
    (volume, index) =>
      !sameValue(volume, others[index]) &&
      heldAt(volume, ['cloudInitNoCloud']) === undefined &&
      !made.has(textAt(volume, ['dataVolume', 'name'])),
  )
  return found === undefined ? undefined : textAt(found, ['name'])
}

function poolObject(
  name: string,
  vm: UnknownRecord,
  replicas: number,
  numbersSecrets: boolean,
): UnknownRecord {
  const label = { 'kubevirt.io/vmpool': name }
  const { name: _, ...metadata } = recordAt(vm, ['metadata'])
  const spec = recordAt(vm, ['spec'])
  const template = recordAt(spec, ['template'])
  return {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name, labels: recordAt(metadata, ['labels']) },
    spec: {
      replicas,
      selector: { matchLabels: label },
      ...(numbersSecrets ? { nameGeneration: { appendIndexToSecretRefs: true } } : {}),
      virtualMachineTemplate: {
        metadata: { ...metadata, labels: { ...recordAt(metadata, ['labels']), ...label } },
        spec: {
          ...spec,
          template: {
            ...template,
            metadata: {
              ...recordAt(template, ['metadata']),
              labels: { ...recordAt(template, ['metadata', 'labels']), ...label },
            },
          },
        },
      },
    },
  }
}

/** One for all, or one for each VM where they say different things. */
function secretsOf(all: readonly Objects[], name: string): readonly UnknownRecord[] {
  const secrets = all.flatMap(({ secret }) => (secret === undefined ? [] : [secret]))
  const [first] = secrets
  if (first === undefined) return []
  return secrets.every((one) => sameValue(one['stringData'], first['stringData']))
    ? [renamed(first, name)]
    : secrets.map((one, index) => renamed(one, `${name}-${index}`))
}

function renamed(object: UnknownRecord, name: string): UnknownRecord {
  return { ...object, metadata: { ...recordAt(object, ['metadata']), name } }
}

/** By the label that KubeVirt gives the pod of each VM: the labels of the template are those of all. */
function ofOneVm(service: UnknownRecord, name: string): UnknownRecord {
  return { ...service, spec: { ...recordAt(service, ['spec']), selector: { 'vm.kubevirt.io/name': name } } }
}

function ofAllVms(object: UnknownRecord, names: readonly string[]): UnknownRecord {
  if (object['kind'] !== 'Plugin') return object
  const condition = `vmi.metadata.name in [${names.map((name) => `'${name}'`).join(', ')}]`
  return { ...object, spec: { ...recordAt(object, ['spec']), condition } }
}

function scriptText(name: string, pool: string, hasAdministrator: boolean): string {
  return [
    `#!/bin/sh
# ${shellComment(name)} on KubeVirt, as a pool. Written by vmwright. Needs kubectl: sh create.sh
set -eu
cd "$(dirname "$0")"
`,
    hasAdministrator
      ? '# An administrator first adds what is in administrator.yaml: its lists to those that the cluster has.\n'
      : '',
    'kubectl apply -f vms.yaml\n',
    `echo "kubectl get virtualmachines -l kubevirt.io/vmpool=${pool}"\n`,
    `echo "virtctl start ${pool}-0"\n`,
  ].join('')
}

function listAt(held: unknown, way: Way): readonly unknown[] {
  const list = heldAt(held, way)
  return Array.isArray(list) ? list : []
}

function recordAt(held: unknown, way: Way): UnknownRecord {
  const map = heldAt(held, way)
  return isRecord(map) ? map : {}
}

function textAt(held: unknown, way: Way): string {
  const text = heldAt(held, way)
  return typeof text === 'string' ? text : ''
}

function nameOf(object: unknown): string {
  return textAt(object, ['metadata', 'name'])
}
