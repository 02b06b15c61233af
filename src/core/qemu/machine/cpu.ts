/** `-cpu`: model, features, Hyper-V and KVM hints. libvirt manual, CPU model and topology; Hypervisor features. */
import type { Domain, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, leftOut, report } from '../build/index.ts'
import { byHand, type Decisions, quiet, written, writtenIn } from '../decisions/index.ts'
import { entriesOf } from '../properties/property.ts'
import { emit, propertyPairs } from '../writing/index.ts'
import { featureToQemu } from './cpu-features.ts'
import { cpuModel } from './cpu-model.ts'
import { cpuProperties } from './cpu-properties.ts'
import { usesKvm } from './machine.ts'

type Cpu = NonNullable<Domain['cpu']>

export const cpuDecisions: Decisions<Cpu> = {
  match: quiet('libvirt compares the host’s processor before the start.'),
  mode: written,
  check: quiet('libvirt compares the processor at the start.'),
  migratable: written,
  deprecated_features: byHand(
    'deprecated_features is left out: it is for s390. Add deprecated-features=… to -cpu, from QEMU 9.1.',
  ),
  model: {
    fallback: quiet('libvirt picks a similar model; QEMU leaves features out with a warning.'),
    vendor_id: written,
    value: written,
  },
  vendor: quiet('libvirt compares the host’s vendor before the start.'),
  topology: { sockets: written, dies: written, clusters: written, cores: written, threads: written },
  cache: { level: written, mode: written },
  maxphysaddr: { mode: written, bits: written, limit: written },
  features: { policy: written, name: written },
  numa: {
    ...writtenIn<Item<Cpu['numa']>>()('id cpus memory unit memaccess discard'),
    distances: { id: written, value: written },
    caches: written,
  },
  numa_latencies: written,
  numa_bandwidths: written,
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

  private checked(word: string, path: Path): string {
    if (!word.includes(',')) return word
    report(this.build, 'qemu.text', path, `QEMU’s -cpu can’t hold a comma, so '${word}' loses it.`)
    return word.replaceAll(',', '')
  }
}

export function renderCpu(build: Build): void {
  const cpu = build.domain.cpu ?? {}
  const path = ['cpu']
  const model = cpuModel(build)
  if (model === undefined) {
    unsaidWithoutModel(build, cpu)
    return
  }
  const words = new Words(build, model, ['cpu', 'model', 'value'])
  // A guest of 32 bits has a processor of the host that is not to show its 64 bits.
  if (model === 'host' && /^armv[67]l$/.test(build.arch)) words.add('aarch64', false, ['os', 'arch'])
  addMigratable(words, build, cpu, model)
  if (cpu.model?.vendor_id !== undefined)
    words.add('vendor', cpu.model.vendor_id, ['cpu', 'model', 'vendor_id'])
  addFeatures(words, build, cpu)
  addTimers(words, build)
  addProperties(words, build)
  addCache(words, build, cpu)
  addAddressWidth(words, build, cpu)
  if (build.devices.panic?.some((panic) => panic.model === 'hyperv')) words.add('hv-crash', true, path)
  emit(build, '-cpu', path, words.text)
}

function unsaidWithoutModel(build: Build, cpu: Cpu): void {
  if (cpu.features !== undefined && cpu.features.length > 0)
    leftOut(
      build,
      ['cpu', 'features'],
      `The features are left out: name a model, the default of ${build.arch} is QEMU’s own.`,
    )
}

/** Of the host's processor on unless said otherwise, as libvirt 11.3 has it; of QEMU's own `max` only when said. */
function addMigratable(words: Words, build: Build, cpu: Cpu, model: string): void {
  const has = build.isX86 && (model === 'host' || model === 'max')
  const byMode = has && cpu.mode === 'host-passthrough'
  if (cpu.migratable !== undefined && has) words.add('migratable', cpu.migratable, ['cpu', 'migratable'])
  else if (cpu.migratable !== undefined)
    report(
      build,
      'qemu.differs',
      ['cpu', 'migratable'],
      'migratable is left out: only the host’s processor on x86 has it.',
    )
  else if (byMode) words.add('migratable', true, ['cpu', 'mode'])
}

/** A feature that is optional is asked for: QEMU leaves it out with a warning where the host has none. */
function addFeatures(words: Words, build: Build, cpu: Cpu): void {
  for (const [index, { name, policy }] of (cpu.features ?? []).entries()) {
    if (name === undefined) continue
    const path = ['cpu', 'features', index]
    const property = featureToQemu(name, build.isX86)
    if (property === undefined)
      report(build, 'qemu.differs', path, `The feature ${name} is left out: QEMU has never had it.`)
    else words.add(property, policy !== 'disable' && policy !== 'forbid', path)
  }
  // A vector length asks for the vectors.
  const names = (cpu.features ?? []).filter(({ policy }) => policy !== 'disable' && policy !== 'forbid')
  if (
    names.some(({ name = '' }) => /^sve\d+$/.test(name)) &&
    !cpu.features?.some(({ name }) => name === 'sve')
  )
    words.add('sve', true, ['cpu', 'features'])
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

/** Where each property of the processor is said. */
const places = new Map<string, Path>(
  entriesOf(cpuProperties).map(([key, one]) => [
    key,
    ['features', ...(one.kind === 'field' ? one.field : [])],
  ]),
)

/** What the table says: libvirt writes only what is not QEMU's own. */
function addProperties(words: Words, build: Build): void {
  const { features = {} } = build.domain
  const { hyperv } = features
  const isNamed = hyperv?.vendor_id === undefined || hyperv.vendor_id.state === 'on'
  const said = isNamed ? features : { ...features, hyperv: { ...hyperv, vendor_id: undefined } }
  const pairs = propertyPairs(build, cpuProperties, said, ['features'])
  for (const [key, value] of Object.entries(pairs))
    if (value !== undefined && typeof value !== 'object')
      words.add(key, value, places.get(key) ?? ['features'])
  if (hyperv?.mode === 'host-model')
    report(
      build,
      'qemu.differs',
      ['features', 'hyperv', 'mode'],
      'host-model is libvirt’s own: it names what the host can. Here the guest gets all of it, hv-passthrough.',
    )
}

/** As libvirt does it: the host's cache, an emulated third level, or none. */
function addCache(words: Words, build: Build, cpu: Cpu): void {
  const { cache } = cpu
  if (cache?.mode === undefined) return
  const path = ['cpu', 'cache']
  if (cache.mode === 'passthrough') {
    words.add('host-cache-info', true, path)
    words.add('l3-cache', false, path)
    return
  }
  if (cache.mode === 'emulate') words.add('l3-cache', true, path)
  if (cpu.mode === 'host-passthrough' || cpu.mode === 'maximum') words.add('host-cache-info', false, path)
  if (cache.mode === 'disable') words.add('l3-cache', false, path)
  if (cache.mode === 'emulate' && cache.level !== undefined && cache.level !== 3)
    report(build, 'qemu.differs', [...path, 'level'], 'QEMU emulates a cache of level 3 only.')
}

function addAddressWidth(words: Words, build: Build, cpu: Cpu): void {
  const width = cpu.maxphysaddr
  if (width === undefined) return
  const path = ['cpu', 'maxphysaddr']
  if (width.mode === 'passthrough') {
    words.add('host-phys-bits', true, path)
    if (width.limit !== undefined) words.add('host-phys-bits-limit', width.limit, path)
    if (width.bits !== undefined)
      report(build, 'qemu.differs', [...path, 'bits'], 'The host’s width is taken, so bits has no effect.')
    return
  }
  if (width.bits === undefined) words.add('host-phys-bits', false, path)
  else words.add('phys-bits', width.bits, path)
  if (width.limit !== undefined)
    report(build, 'qemu.differs', [...path, 'limit'], 'A limit is for the host’s width, mode passthrough.')
  if (!usesKvm(build) && width.bits === undefined)
    report(build, 'qemu.differs', path, 'Without KVM the width is always QEMU’s own.')
}
