/** Memory in MiB, the number of vCPUs, and the processor. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { sizeInBytes } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { memoryDefaults, processorDefaults, vcpuDefaults } from './defaults.ts'
import { type Draft, note, origin } from './draft.ts'
import { fill } from './fill.ts'

const defaultMemory = '2G'
const defaultVcpus = 2

/** libvirt manual, Memory Allocation. */
export function resolveMemory(draft: Draft): void {
  const { spec, libvirt, domain } = draft
  const said = spec.ram ?? defaultMemory
  const memory = libvirt.memory?.value ?? inUnit(said, libvirt.memory_unit ?? 'MiB')
  const from = libvirt.memory?.value === undefined ? ['ram'] : ['libvirt', 'memory']
  domain.memory = { ...libvirt.memory, value: memory }
  if (libvirt.current_memory !== undefined) domain.current_memory = libvirt.current_memory
  origin(draft, ['memory'], from)
  origin(
    draft,
    ['current_memory'],
    libvirt.current_memory === undefined ? from : ['libvirt', 'current_memory'],
  )
  if (spec.ram === undefined && libvirt.memory?.value === undefined)
    note(
      draft,
      ['memory'],
      `memory ${defaultMemory}iB`,
      'A VM has to have some; this is enough to boot most systems.',
      'Set ram.',
    )
  fill(draft, memoryDefaults)
}

const bytesIn: Readonly<Record<string, number>> = {
  bytes: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
}

/** `8G` as `8192 MiB`; a size that the unit can't say whole is written in KiB. A bare number counts MiB. */
function inUnit(size: string, unit: string): string {
  const bytes = sizeInBytes(size, 1024 ** 2)
  if (bytes === undefined) return size
  const amount = bytes / (ownValue(bytesIn, unit) ?? 1)
  return Number.isInteger(amount) ? `${amount} ${unit}` : `${Math.ceil(bytes / 1024)} KiB`
}

/** libvirt manual, CPU Allocation; CPU model and topology. */
export function resolveCpu(draft: Draft): void {
  const { spec, libvirt, domain } = draft
  const vcpus = libvirt.vcpu?.value ?? spec.cpu ?? defaultVcpus
  domain.vcpu = { ...libvirt.vcpu, value: vcpus }
  origin(draft, ['vcpu'], libvirt.vcpu?.value === undefined ? ['cpu'] : ['libvirt', 'vcpu'])
  if (spec.cpu === undefined && libvirt.vcpu?.value === undefined)
    note(draft, ['vcpu'], `${defaultVcpus} vCPUs`, 'One is too few for most systems.', 'Set cpu.')
  fill(draft, vcpuDefaults)
  origin(draft, ['cpu'], ['libvirt', 'cpu'])
  resolveProcessor(draft)
}

type Features = NonNullable<NonNullable<Domain['cpu']>['features']>

const virtualisation: Readonly<Record<string, string>> = { GenuineIntel: 'vmx', AuthenticAMD: 'svm' }

function resolveProcessor(draft: Draft): void {
  const { domain, host, spec } = draft
  domain.cpu = { ...draft.libvirt.cpu }
  fill(draft, processorDefaults)
  const vendor = host.cpu_vendor === undefined ? undefined : ownValue(virtualisation, host.cpu_vendor)
  const policy = spec.nested === false ? 'disable' : 'require'
  for (const name of nestedFeatures(draft, vendor)) {
    const features: Features = domain.cpu?.features ?? []
    if (features.some((one) => one.name === name)) continue
    domain.cpu = { ...domain.cpu, features: [...features, { policy, name }] }
    const path: Path = ['cpu', 'features', features.length]
    if (spec.nested !== undefined) origin(draft, path, ['nested'])
    note(
      draft,
      path,
      `feature ${name}${spec.nested === false ? ' taken away' : ''}`,
      spec.nested === false ? 'No VMs inside this VM.' : 'VMs inside this VM.',
      spec.nested === undefined ? 'Set nested to false.' : 'Set nested.',
    )
  }
}

/**
 * Features of the processor that virtualisation inside the guest hangs on. Where nobody knows whose processor it is, the
 * host’s own brings its feature along, and what is taken away may be named though it is not there.
 */
function nestedFeatures({ domain, spec, host, arch }: Draft, vendor: string | undefined): readonly string[] {
  if (arch !== 'x86_64' && arch !== 'i686') return []
  if (spec.nested === false) return vendor === undefined ? Object.values(virtualisation) : [vendor]
  if (vendor === undefined || domain.type === 'qemu') return []
  const isGivenAnyway = domain.cpu?.mode === 'host-passthrough' && host.cpu?.nested !== false
  return spec.nested === true || isGivenAnyway ? [vendor] : []
}
