/** `-cpu`: model, features, Hyper-V and KVM hints. libvirt manual, CPU model and topology; Hypervisor features. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, emit, find } from '../build.ts'
import { byHand, quiet, type Said, said } from '../said.ts'

type Cpu = NonNullable<Domain['cpu']>

const hmat = byHand(
  'It is left out: add -machine hmat=on and -numa hmat-lb,… or hmat-cache,… (QEMU manual, -numa).',
)

export const cpuSaid: Said<Cpu> = {
  match: quiet('libvirt compares the host’s processor before the start.'),
  mode: said,
  check: quiet('libvirt compares the processor at the start.'),
  migratable: said,
  deprecated_features: byHand(
    'deprecated_features is left out: it is for s390. Add deprecated-features=… to -cpu, from QEMU 9.1.',
  ),
  model: {
    fallback: quiet('libvirt picks a similar model; QEMU leaves features out with a warning.'),
    vendor_id: said,
    value: said,
  },
  vendor: quiet('libvirt compares the host’s vendor before the start.'),
  topology: { sockets: said, dies: said, clusters: said, cores: said, threads: said },
  cache: { level: said, mode: said },
  maxphysaddr: { mode: said, bits: said, limit: said },
  features: { policy: said, name: said },
  numa: {
    id: said,
    cpus: said,
    memory: said,
    unit: said,
    memaccess: said,
    discard: said,
    distances: { id: said, value: said },
    caches: hmat,
  },
  numa_latencies: hmat,
  numa_bandwidths: hmat,
}

/** `-cpu` has no way to write a comma in a value: QEMU cuts the text at each of them. */
class Words {
  text: string
  private readonly build: Build

  constructor(build: Build, model: string, path: Path) {
    this.build = build
    this.text = this.checked(model, path)
  }

  add(key: string, value: string | number | boolean, path: Path): void {
    const written = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)
    this.text += `,${this.checked(key, path)}=${this.checked(written, path)}`
  }

  /** The text 'on' or 'off'. */
  state(key: string, value: string | undefined): void {
    if (value !== undefined) this.text += `,${key}=${value}`
  }

  private checked(word: string, path: Path): string {
    if (!word.includes(',')) return word
    find(this.build, 'qemu.text', path, `QEMU’s -cpu can’t hold a comma, so '${word}' loses it.`)
    return word.replaceAll(',', '')
  }
}

export function renderCpu(build: Build): void {
  const cpu = build.domain.cpu ?? {}
  const path = ['cpu']
  const words = new Words(build, modelOf(build, cpu), ['cpu', 'model', 'value'])
  if (cpu.migratable !== undefined) words.add('migratable', cpu.migratable, ['cpu', 'migratable'])
  if (cpu.model?.vendor_id !== undefined)
    words.add('vendor', cpu.model.vendor_id, ['cpu', 'model', 'vendor_id'])
  addFeatures(words, cpu)
  addPlainFeatures(words, build)
  addTimers(words, build)
  addHyperV(words, build)
  addCache(words, build, cpu)
  addAddressWidth(words, build, cpu)
  if (build.devices.panic?.some((panic) => panic.model === 'hyperv')) words.add('hv-crash', true, path)
  emit(build, '-cpu', path, words.text)
}

function modelOf(build: Build, cpu: Cpu): string {
  if (cpu.mode === undefined && cpu.model?.value === undefined) return unsaidModel(build)
  const mode = cpu.mode ?? 'custom'
  if (mode === 'maximum') return 'max'
  if (mode === 'custom') {
    if (cpu.model?.value !== undefined) return cpu.model.value
    find(build, 'qemu.text', ['cpu', 'model'], 'A custom CPU needs the name of a model; qemu64 is used.')
    return build.isX86 ? 'qemu64' : 'max'
  }
  if (mode === 'host-model')
    find(
      build,
      'qemu.differs',
      ['cpu', 'mode'],
      'host-model is libvirt’s own: it looks for the named model nearest to the host. Here the guest gets the host’s processor itself.',
    )
  if (build.domain.type === 'qemu') {
    find(
      build,
      'qemu.differs',
      ['cpu', 'mode'],
      'Emulation can’t pass the host’s processor through: the guest gets all that QEMU can emulate.',
    )
    return 'max'
  }
  return 'host'
}

/** What libvirt takes when nobody says a word: qemu64 on x86, and elsewhere whatever runs. */
function unsaidModel(build: Build): string {
  if (build.isX86) return 'qemu64'
  return build.domain.type === 'qemu' ? 'max' : 'host'
}

function addFeatures(words: Words, cpu: Cpu): void {
  for (const [index, { name, policy }] of (cpu.features ?? []).entries()) {
    if (name === undefined) continue
    words.add(name, policy !== 'disable' && policy !== 'forbid', ['cpu', 'features', index])
  }
}

function addPlainFeatures(words: Words, { domain }: Build): void {
  const { kvm, pmu, apic_eoi: eoi } = domain.features ?? {}
  const path = ['features']
  if (eoi !== undefined) words.add('kvm-pv-eoi', eoi, path)
  if (kvm?.hidden === 'on') words.add('kvm', false, path)
  words.state('kvm-hint-dedicated', kvm?.hint_dedicated)
  words.state('kvm-poll-control', kvm?.poll_control)
  words.state('kvm-pv-ipi', kvm?.pv_ipi)
  if (pmu !== undefined) words.add('pmu', pmu, path)
}

/** The clocks that are CPU features: clock.ts says the others. */
function addTimers(words: Words, build: Build): void {
  for (const [index, timer] of (build.domain.clock?.timers ?? []).entries()) {
    const path = ['clock', 'timers', index]
    if (timer.name === 'kvmclock' && timer.present !== undefined)
      words.add('kvmclock', timer.present === 'yes', path)
    if (timer.name === 'hypervclock' && timer.present !== undefined)
      words.add('hv-time', timer.present === 'yes', path)
    if (timer.name === 'tsc' && timer.frequency !== undefined)
      words.add('tsc-frequency', timer.frequency, path)
    if (timer.name === 'armvtimer' && timer.tickpolicy !== undefined)
      words.add('kvm-no-adjvtime', timer.tickpolicy === 'discard', path)
  }
}

/** QEMU manual, Hyper-V Enlightenments. libvirt writes only those that are on. */
function addHyperV(words: Words, { domain }: Build): void {
  const hyperv = domain.features?.hyperv
  if (hyperv === undefined) return
  const path = ['features', 'hyperv']
  if (hyperv.mode === 'passthrough' || hyperv.mode === 'host-model') words.add('hv-passthrough', true, path)
  const on = (key: string, state: string | undefined) => {
    if (state === 'on') words.text += `,${key}=on`
  }
  on('hv-relaxed', hyperv.relaxed)
  on('hv-vapic', hyperv.vapic)
  if (hyperv.spinlocks?.state === 'on') words.add('hv-spinlocks', hyperv.spinlocks.retries ?? 4095, path)
  on('hv-vpindex', hyperv.vpindex)
  on('hv-runtime', hyperv.runtime)
  on('hv-synic', hyperv.synic)
  on('hv-stimer', hyperv.stimer?.state)
  on('hv-stimer-direct', hyperv.stimer?.direct)
  on('hv-reset', hyperv.reset)
  if (hyperv.vendor_id?.state === 'on' && hyperv.vendor_id.value !== undefined)
    words.add('hv-vendor-id', hyperv.vendor_id.value, [...path, 'vendor_id', 'value'])
  on('hv-frequencies', hyperv.frequencies)
  on('hv-reenlightenment', hyperv.reenlightenment)
  on('hv-tlbflush', hyperv.tlbflush?.state)
  on('hv-tlbflush-direct', hyperv.tlbflush?.direct)
  on('hv-tlbflush-ext', hyperv.tlbflush?.extended)
  on('hv-ipi', hyperv.ipi)
  on('hv-evmcs', hyperv.evmcs)
  on('hv-avic', hyperv.avic)
  on('hv-emsr-bitmap', hyperv.emsr_bitmap)
  on('hv-xmm-input', hyperv.xmm_input)
}

/** As libvirt does it: the host's cache, an emulated third level, or none. */
function addCache(words: Words, build: Build, cpu: Cpu): void {
  const { cache } = cpu
  if (cache === undefined) return
  const path = ['cpu', 'cache']
  if (cache.mode === 'passthrough') words.add('host-cache-info', true, path)
  words.add('l3-cache', cache.mode === 'emulate', path)
  if (cache.mode === 'emulate' && cache.level !== undefined && cache.level !== 3)
    find(build, 'qemu.differs', [...path, 'level'], 'QEMU emulates a cache of level 3 only.')
}

function addAddressWidth(words: Words, build: Build, cpu: Cpu): void {
  const width = cpu.maxphysaddr
  if (width === undefined) return
  const path = ['cpu', 'maxphysaddr']
  if (width.mode === 'passthrough') {
    words.add('host-phys-bits', true, path)
    if (width.limit !== undefined) words.add('host-phys-bits-limit', width.limit, path)
  } else if (width.bits !== undefined) words.add('phys-bits', width.bits, path)
  if (width.mode === 'passthrough' && width.bits !== undefined)
    find(build, 'qemu.differs', [...path, 'bits'], 'The host’s width is taken, so bits has no effect.')
}
