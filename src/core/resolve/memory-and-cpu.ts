/** Memory in MiB, the number of vCPUs, and the processor. */
import { sizeInBytes } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { type Draft, note, origin } from './draft.ts'

const defaultMemory = '2G'
const defaultVcpus = 2

/** libvirt manual, Memory Allocation. */
export function resolveMemory(draft: Draft): void {
  const { spec, libvirt, domain } = draft
  const said = spec.ram ?? defaultMemory
  const memory = libvirt.memory?.value ?? inUnit(said, libvirt.memory_unit ?? 'MiB')
  const from = libvirt.memory?.value === undefined ? ['ram'] : ['libvirt', 'memory']
  domain.memory = { ...libvirt.memory, value: memory }
  domain.current_memory = libvirt.current_memory ?? memory
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
  if (libvirt.current_memory === undefined)
    note(
      draft,
      ['current_memory'],
      'all memory from the start',
      'The balloon can still take some back later.',
      'Set libvirt.current_memory.',
    )
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
  domain.vcpu = { placement: 'static', ...libvirt.vcpu, value: vcpus }
  origin(draft, ['vcpu'], libvirt.vcpu?.value === undefined ? ['cpu'] : ['libvirt', 'vcpu'])
  if (spec.cpu === undefined && libvirt.vcpu?.value === undefined)
    note(draft, ['vcpu'], `${defaultVcpus} vCPUs`, 'One is too few for most systems.', 'Set cpu.')
  if (libvirt.vcpu?.placement === undefined)
    note(
      draft,
      ['vcpu', 'placement'],
      'placement static',
      'The vCPUs run where cpuset and pinning say.',
      'Set libvirt.vcpu.placement.',
    )
  origin(draft, ['cpu'], ['libvirt', 'cpu'])
  resolveProcessor(draft)
}

const virtualisation: Readonly<Record<string, string>> = { GenuineIntel: 'vmx', AuthenticAMD: 'svm' }

function resolveProcessor(draft: Draft): void {
  const said = draft.libvirt.cpu ?? {}
  const emulated = draft.domain.type === 'qemu'
  const mode =
    said.mode ?? (said.model?.value === undefined ? (emulated ? 'maximum' : 'host-passthrough') : 'custom')
  if (said.mode === undefined && mode === 'host-passthrough')
    note(
      draft,
      ['cpu', 'mode'],
      'CPU host-passthrough',
      'The guest gets all that the host’s processor can do.',
      'Set libvirt.cpu.mode.',
    )
  if (said.mode === undefined && mode === 'maximum')
    note(
      draft,
      ['cpu', 'mode'],
      'CPU maximum',
      'Emulation can’t pass the host’s processor through; this is all that it can do.',
      'Set libvirt.cpu.mode.',
    )
  const check = said.check ?? (mode === 'host-passthrough' ? 'none' : undefined)
  if (said.check === undefined && check !== undefined)
    note(
      draft,
      ['cpu', 'check'],
      'no check',
      'Passing the processor through leaves nothing to compare.',
      'Set libvirt.cpu.check.',
    )
  const feature =
    draft.host.cpu_vendor === undefined ? undefined : ownValue(virtualisation, draft.host.cpu_vendor)
  const nested =
    mode === 'host-passthrough' &&
    feature !== undefined &&
    !said.features?.some((one) => one.name === feature)
  const features = nested
    ? [...(said.features ?? []), { policy: 'require', name: feature } as const]
    : said.features
  if (nested)
    note(
      draft,
      ['cpu', 'features', (features?.length ?? 1) - 1],
      `feature ${feature}`,
      'VMs inside this VM.',
      `Add ${feature} with policy disable to libvirt.cpu.features.`,
    )
  draft.domain.cpu = {
    ...said,
    mode,
    ...(check === undefined ? {} : { check }),
    ...(features === undefined ? {} : { features }),
  }
}
