/** Processor: `cpu: host,flags=+aes;-pcid`, sockets and cores, where it runs. PVE::QemuServer::CPUConfig. */
import type { Domain } from '../../../domain/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import type { Reading } from '../reading.ts'
import { flag, formed } from '../words/codec.ts'
import type { Pair, PropertyList } from '../words/property-list.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { readCounts, recordOf, sayCounts } from './cpu-counts.ts'
import { windowsVersion } from './guest-system.ts'

/** Features that a VM may switch by itself, as QEMU and libvirt both call them. */
const features: readonly string[] = [
  ...['aes', 'pcid', 'spec-ctrl', 'ssbd', 'pdpe1gb', 'md-clear', 'ibpb'],
  ...['virt-ssbd', 'amd-ssbd', 'amd-no-ssb'],
]

/** Their own levels of x86-64, each a qemu64 with more features. */
const levels: Readonly<Record<string, readonly string[]>> = {
  'x86-64-v2': ['popcnt', 'pni', 'sse4.1', 'sse4.2', 'ssse3'],
  'x86-64-v2-AES': ['aes', 'popcnt', 'pni', 'sse4.1', 'sse4.2', 'ssse3'],
  'x86-64-v3': [
    ...['aes', 'popcnt', 'pni', 'sse4.1', 'sse4.2', 'ssse3', 'avx', 'avx2'],
    ...['bmi1', 'bmi2', 'f16c', 'fma', 'abm', 'movbe', 'xsave'],
  ],
  'x86-64-v4': [
    ...['aes', 'popcnt', 'pni', 'sse4.1', 'sse4.2', 'ssse3', 'avx', 'avx2'],
    ...['bmi1', 'bmi2', 'f16c', 'fma', 'abm', 'movbe', 'xsave'],
    ...['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'],
  ],
}

/** There never was such a client; they give the server's. */
const renamedModels: Readonly<Record<string, string>> = {
  'Icelake-Client': 'Icelake-Server',
  'Icelake-Client-noTSX': 'Icelake-Server-noTSX',
}

const modelForm = /^[\w.+-]{1,60}$/

export function readCpu(reading: Reading): void {
  readCounts(reading)
  const list = reading.takeList('cpu', 'cputype')
  const arch = heldArch(reading)
  const isEmulated = reading.domain['type'] === 'qemu'
  const model = list?.takeAs('cputype', (text) => (modelForm.test(text) ? text : undefined))
  const cpu = modelOf(reading, model, arch === 'x86_64', isEmulated)
  const said = list === undefined ? {} : moreOf(reading, list)
  const held = reading.domain['cpu']
  const others = isRecord(held) ? held : {}
  reading.domain['cpu'] = withFeatures(merged(cpu, merged(others, {})), [others, cpu, said])
  if (list !== undefined) reading.keepLeft('cpu', list)
  if (arch !== 'x86_64' || isEmulated) withoutKvmWords(reading)
  else forWindows(reading)
}

function heldArch({ domain }: Reading): string {
  const { os } = { os: domain['os'] }
  return isRecord(os) && typeof os['arch'] === 'string' ? os['arch'] : 'x86_64'
}

function modelOf(
  reading: Reading,
  said: string | undefined,
  isX86: boolean,
  isEmulated: boolean,
): UnknownRecord {
  if (said === 'host' || (said === undefined && !isX86 && !isEmulated)) return { mode: 'host-passthrough' }
  if (said === 'max' || (said === undefined && !isX86)) return { mode: 'maximum' }
  const name = said ?? (isEmulated ? 'qemu64' : 'kvm64')
  if (name.startsWith('custom-')) {
    reading.keep('cpu.cputype', name)
    reading.advise(
      'proxmox.elsewhere',
      'cpu',
      `The processor ${name} is described in /etc/pve/virtual-guest/cpu-models.conf on the node. Here it is kvm64, the usual one: say its model and features in libvirt.cpu.`,
    )
    return custom('kvm64', baseFeatures)
  }
  const level = ownValue(levels, name)
  if (level !== undefined) return custom('qemu64', level)
  const real = ownValue(renamedModels, name) ?? name
  return custom(real, name === 'kvm64' && !isEmulated ? baseFeatures : [])
}

/** What they give to a kvm64, so that 64-bit Windows runs. */
const baseFeatures: readonly string[] = ['lahf_lm', 'sep']

function custom(value: string, names: readonly string[]): UnknownRecord {
  return {
    mode: 'custom',
    match: 'exact',
    check: 'partial',
    model: { value },
    ...(names.length === 0 ? {} : { features: names.map((name) => ({ name, policy: 'require' })) }),
  }
}

function withFeatures(cpu: UnknownRecord, parts: readonly UnknownRecord[]): UnknownRecord {
  const byName = new Map<unknown, unknown>()
  for (const part of parts)
    for (const one of Array.isArray(part['features']) ? part['features'] : [])
      if (isRecord(one)) byName.set(one['name'], one)
  const { features: _, ...others } = merged(cpu, parts.at(-1) ?? {})
  return byName.size === 0 ? others : { ...others, features: [...byName.values()] }
}

/** The keys behind the model; some of them are features of the Domain. */
function moreOf(reading: Reading, list: PropertyList): UnknownRecord {
  const own: { name: string; policy: string }[] = []
  const left: string[] = []
  const enlightenments: Record<string, unknown> = {}
  for (const word of (list.take('flags') ?? '').split(';').filter((one) => one !== '')) {
    const isOn = word.startsWith('+')
    const name = word.slice(1)
    if (!/^[+-]/.test(word)) left.push(word)
    else if (features.includes(name)) own.push({ name, policy: isOn ? 'require' : 'disable' })
    else if (name === 'hv-tlbflush') enlightenments['tlbflush'] = { state: isOn ? 'on' : 'off' }
    else if (name === 'hv-evmcs') enlightenments['evmcs'] = isOn ? 'on' : 'off'
    else left.push(word)
  }
  if (left.length > 0) reading.keep('cpu.flags', left.join(';'))
  const vendor = list.takeAs('hv-vendor-id', formed(/^[\w]{1,12}$/).read)
  if (typeof vendor === 'string') enlightenments['vendor_id'] = { state: 'on', value: vendor }
  const isWindows = windowsVersion(reading.ostype) >= 6
  const held = recordOf(reading.domain['features'])
  const hyperv =
    isWindows || vendor !== undefined ? merged(recordOf(held['hyperv']), enlightenments) : undefined
  const hidden = list.takeAs('hidden', flag.read)
  reading.domain['features'] = {
    ...held,
    ...(hyperv === undefined ? {} : { hyperv }),
    ...(hidden === true ? { kvm: { hidden: 'on' } } : {}),
  }
  const width = list.takeAs('phys-bits', (text) =>
    text === 'host'
      ? { mode: 'passthrough' }
      : /^\d{1,2}$/.test(text)
        ? { mode: 'emulate', bits: Number(text) }
        : undefined,
  )
  return {
    ...(own.length === 0 ? {} : { features: own }),
    ...(width === undefined ? {} : { maxphysaddr: width }),
  }
}

/**
 * What Windows 11 is told beside: no shadow stacks, and for its own virtualisation either Intel's execute control or
 * Hyper-V's VMCS, which came with their version 11.0+pve2.
 */
function forWindows(reading: Reading): void {
  const cpu = recordOf(reading.domain['cpu'])
  if (windowsVersion(reading.ostype) < 11) return
  const isHost = cpu['mode'] === 'host-passthrough' && reading.host?.cpu_vendor !== 'AuthenticAMD'
  const isNew = isNewMachine(reading)
  const names = ['cet-ibt', 'cet-ss', ...(isHost && !isNew ? ['vmx-mbec'] : [])]
  const own = new Set(listOf(cpu['features']).flatMap((one) => (isRecord(one) ? [one['name']] : [])))
  const added = names.filter((name) => !own.has(name)).map((name) => ({ name, policy: 'disable' }))
  reading.domain['cpu'] = { ...cpu, features: [...listOf(cpu['features']), ...added] }
  if (isHost && isNew && reading.host?.cpu_vendor === 'GenuineIntel')
    reading.domain['features'] = merged(recordOf(reading.domain['features']), { hyperv: { evmcs: 'on' } })
}

function isNewMachine({ domain, own }: Reading): boolean {
  const version = /-(\d+)\.\d+$/.exec(String(recordOf(domain['os'])['machine']))?.[1]
  const suffix = own.find(({ key }) => key === 'machine.suffix')?.value ?? '+pve2'
  if (version === undefined) return true
  return Number(version) > 11 || (Number(version) === 11 && suffix >= '+pve2')
}

function listOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : []
}

/** What KVM tells a guest goes without it. */
function withoutKvmWords({ domain }: Reading): void {
  const { apic_eoi: _, pvspinlock: __, hyperv: ___, apic, ...others } = recordOf(domain['features'])
  domain['features'] = recordOf(domain['os'])['arch'] === 'x86_64' ? { ...others, apic } : others
}

export function sayCpu(writing: Writing): void {
  const { domain } = writing
  sayCounts(writing)
  const pairs: Pair[] = [['cputype', modelWord(domain)]]
  const flags = [...flagsOf(domain), ...(writing.ownValue('cpu.flags')?.split(';') ?? [])]
  const custom = writing.ownValue('cpu.cputype')
  if (custom !== undefined && modelForm.test(custom)) pairs[0] = ['cputype', custom]
  if (flags.length > 0 && pairs.length > 0) pairs.push(['flags', flags.join(';')])
  if (domain.features?.kvm?.hidden === 'on') pairs.push(['hidden', '1'])
  const vendor = domain.features?.hyperv?.vendor_id
  if (vendor?.state !== 'off' && vendor?.value !== undefined && /^\w{1,12}$/.test(vendor.value))
    pairs.push(['hv-vendor-id', vendor.value])
  const width = domain.cpu?.maxphysaddr
  if (width?.mode === 'passthrough') pairs.push(['phys-bits', 'host'])
  else if (width?.bits !== undefined && width.bits >= 8 && width.bits <= 64)
    pairs.push(['phys-bits', String(width.bits)])
  writing.sayList('cpu', pairs, 'cputype')
}

function modelWord({ cpu, type, os }: Domain): string {
  const isX86 = (os?.arch ?? 'x86_64') === 'x86_64'
  const { mode } = cpu ?? {}
  if (mode === 'host-passthrough' || mode === 'host-model') return type === 'qemu' ? 'max' : 'host'
  if (mode === 'maximum') return 'max'
  const name = cpu?.model?.value
  if (name === undefined) return isX86 ? 'qemu64' : 'max'
  const required = new Set(
    cpu?.features?.flatMap((one) => (one.policy === 'disable' || one.policy === 'forbid' ? [] : [one.name])),
  )
  const level = Object.entries(levels).findLast(
    ([, all]) => name === 'qemu64' && all.every((one) => required.has(one)),
  )
  return level?.[0] ?? (modelForm.test(name) ? name : 'x86-64-v2-AES')
}

function flagsOf({ cpu, features: domainFeatures }: Domain): string[] {
  const model = cpu?.model?.value
  const level = model === 'qemu64' ? new Set(Object.values(levels).flat()) : new Set<string>()
  const own = (cpu?.features ?? []).flatMap(({ name, policy }) =>
    name === undefined || !features.includes(name) || level.has(name)
      ? []
      : [`${policy === 'disable' || policy === 'forbid' ? '-' : '+'}${name}`],
  )
  const { tlbflush, evmcs } = domainFeatures?.hyperv ?? {}
  if (tlbflush?.state !== undefined) own.push(`${tlbflush.state === 'on' ? '+' : '-'}hv-tlbflush`)
  if (evmcs !== undefined) own.push(`${evmcs === 'on' ? '+' : '-'}hv-evmcs`)
  return own
}
