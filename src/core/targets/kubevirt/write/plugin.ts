/**
 * What has no field in a VirtualMachine as a Plugin (kubevirt/user-guide docs/cluster_admin/plugins.md, since 1.9): a hook
 * in CEL whose `Domain{…}`, in the names of libvirt.org/go/libvirtxml, is merged into the domain. Lists would replace
 * those of KubeVirt, so that devices stay out; fields are those of v1.11007.0.
 */
import type { Domain } from '../../../domain/index.ts'
import { startsWith } from '../../../path.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import type { Difference } from '../../differences.ts'
import { joinedLabel } from '../../labels.ts'
import { heldAt, setAt, type Way } from '../words/tree.ts'

interface Hook {
  readonly at: Way
  /** Fields from the domain on, each as `Name:Type` but for one that holds a text or a number. */
  readonly to: Way
  readonly value: (held: unknown) => string | undefined
}

const text = (held: unknown) => (typeof held === 'string' ? JSON.stringify(held.toWellFormed()) : undefined)
const number = (held: unknown) => (typeof held === 'number' ? `uint(${held})` : undefined)
const yesNo = (held: unknown) => (typeof held === 'boolean' ? (held ? '"yes"' : '"no"') : undefined)
const onOff = (held: unknown) =>
  typeof held === 'boolean'
    ? held
      ? '"on"'
      : '"off"'
    : held === 'on' || held === 'off'
      ? `"${held}"`
      : undefined
/** An element that is there or not. */
const there = (held: unknown) => (held === true ? '' : undefined)
const words = (held: unknown) => {
  const values = Array.isArray(held) ? held.map((one: unknown) => text(heldAt(one, ['value']))) : []
  return values.length === 0 || values.includes(undefined)
    ? undefined
    : `[${values.map((one) => `DomainQEMUCommandlineArg{Value: ${one ?? ''}}`).join(', ')}]`
}

function hook(at: string, to: string, value: Hook['value']): Hook {
  return { at: at.split('.'), to: to.split(' '), value }
}

const memory = 'MemoryBacking:DomainMemoryBacking'
const features = 'Features:DomainFeatureList'
const kvm = `${features} KVM:DomainFeatureKVM`
const cpu = 'CPU:DomainCPU'

const hooks: readonly Hook[] = [
  hook('title', 'Title', text),
  hook('on_crash', 'OnCrash', text),
  hook('cpu.cache.mode', `${cpu} Cache:DomainCPUCache Mode`, text),
  hook('cpu.cache.level', `${cpu} Cache:DomainCPUCache Level`, number),
  hook('cpu.maxphysaddr.mode', `${cpu} MaxPhysAddr:DomainCPUMaxPhysAddr Mode`, text),
  hook('cpu.maxphysaddr.bits', `${cpu} MaxPhysAddr:DomainCPUMaxPhysAddr Bits`, number),
  hook('memory_backing.locked', `${memory} MemoryLocked:DomainMemoryLocked`, there),
  hook('memory_backing.nosharepages', `${memory} MemoryNosharepages:DomainMemoryNosharepages`, there),
  hook('memory_backing.discard', `${memory} MemoryDiscard:DomainMemoryDiscard`, there),
  hook('features.pmu', `${features} PMU:DomainFeatureState State`, onOff),
  hook('features.vmport', `${features} VMPort:DomainFeatureState State`, onOff),
  hook('features.ioapic', `${features} IOAPIC:DomainFeatureIOAPIC Driver`, text),
  hook('features.kvm.hint_dedicated', `${kvm} HintDedicated:DomainFeatureState State`, onOff),
  hook('features.kvm.poll_control', `${kvm} PollControl:DomainFeatureState State`, onOff),
  hook('pm.suspend_to_mem', 'PM:DomainPM SuspendToMem:DomainPMPolicy Enabled', yesNo),
  hook('pm.suspend_to_disk', 'PM:DomainPM SuspendToDisk:DomainPMPolicy Enabled', yesNo),
  hook('qemu_arguments', 'QEMUCommandline:DomainQEMUCommandline Args', words),
]

export interface Plugin {
  /** Undefined when nothing of what is lost has a hook. */
  readonly object: UnknownRecord | undefined
  /** Whether the plugin says what did not go over by itself. */
  readonly says: (difference: Difference) => boolean
}

/** @param name of the VM, a label */
export function pluginFor(domain: Domain, name: string, different: readonly Difference[]): Plugin {
  const lost = different.filter(({ kind }) => kind !== 'added')
  const needed = hooks.filter(({ at }) => lost.some(({ path }) => isAt(path, at)))
  const tree: Record<string, unknown> = {}
  const said: Way[] = []
  for (const { at, to, value } of needed) {
    const written = value(heldAt(domain, at))
    if (written === undefined) continue
    said.push(at)
    setAt(tree, to, written === '' ? {} : written)
  }
  return {
    object: said.length === 0 ? undefined : pluginObject(name, `Domain{${fieldsOf(tree)}}`),
    says: ({ path }) => said.some((at) => isAt(path, at)),
  }
}

/** The same place, or one on the way to the other. */
function isAt(path: Difference['path'], at: Way): boolean {
  return startsWith(path, at) || startsWith(at, path)
}

function fieldsOf(tree: UnknownRecord): string {
  return Object.entries(tree)
    .map(([key, held]) => {
      const [name = '', type = ''] = key.split(':')
      return `${name}: ${isRecord(held) ? `${type}{${fieldsOf(held)}}` : String(held)}`
    })
    .join(', ')
}

function pluginObject(name: string, expression: string): UnknownRecord {
  return {
    apiVersion: 'plugin.kubevirt.io/v1alpha1',
    kind: 'Plugin',
    metadata: { name: joinedLabel('vmwright', name) },
    spec: { condition: `vmi.metadata.name == '${name}'`, domainHooks: [{ cel: { expression } }] },
  }
}
