/** `-cpu`, read: the model, what it has more or less of, and what else of the Domain stands there. */
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import { onOffText } from '../properties/codec.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { featureToLibvirt } from './cpu-features.ts'
import { enlightenments, kvmProperties, nestedEnlightenments } from './hyperv.ts'
import { addTimer } from './read-machine.ts'

type Cpu = NonNullable<Domain['cpu']>
type CpuDraft = { -readonly [Key in keyof Cpu]: Cpu[Key] }
type Features = NonNullable<Domain['features']>

/** What is left makes the whole -cpu one of qemu:commandline: it stands after ours, and QEMU takes the last one. */
export function readCpu(reading: Reading): void {
  const options = reading.unread('cpu')
  const option = options.at(-1)
  // QEMU takes the last one.
  for (const other of options.slice(0, -1)) other.finish()
  const model = option?.take('model')
  if (option === undefined || model === undefined) return
  const cpu: CpuDraft = modelOf(model)
  const isX86 = reading.arch === 'x86_64' || reading.arch === 'i686'
  // It is QEMU's own way unless it is switched off.
  option.drop('check', 'on')
  if (takeSigned(option, 'enforce') === true && cpu.mode === 'custom') {
    cpu.check = 'partial'
    reading.findings.push(checkedByLibvirt)
  }
  const vendor = option.take('vendor')
  if (vendor !== undefined) cpu.model = { ...cpu.model, vendor_id: vendor }
  const migratable = option.takeAs(onOffText.parse, 'migratable')
  if (migratable !== undefined) cpu.migratable = migratable
  readCache(option, cpu)
  // libvirt gives the host's width with the host's processor alone: beside a model the whole option stays.
  if (cpu.mode !== 'custom' || option.peek('host-phys-bits') === undefined) readAddressWidth(option, cpu)
  readTimers(reading, option)
  readHyperV(reading, option)
  readParavirtual(reading, option)
  if (option.peek('aarch64') === 'off') {
    option.take('aarch64')
    reading.domain.os = { ...reading.domain.os, arch: 'armv7l' }
  }
  const features = readFeatures(option, isX86)
  if (features.length > 0) cpu.features = features
  reading.domain.cpu = { ...reading.domain.cpu, ...cpu }
}

const checkedByLibvirt: Finding = {
  code: 'argv.differs',
  severity: 'advice',
  path: [],
  message:
    'With enforce QEMU starts nothing on a host that lacks a feature. libvirt sees to that itself (cpu.check: partial); QEMU alone starts with a warning.',
}

function modelOf(model: string): CpuDraft {
  if (model === 'host') return { mode: 'host-passthrough' }
  if (model === 'max') return { mode: 'maximum' }
  // As QEMU does it: any host will do, and what it lacks is left out.
  return { mode: 'custom', match: 'exact', check: 'none', model: { value: model } }
}

function readCache(option: OptionInHand, cpu: CpuDraft): void {
  const host = option.takeBoolean('host-cache-info')
  const l3 = option.takeBoolean('l3-cache')
  if (host === true) cpu.cache = { mode: 'passthrough' }
  else if (l3 === true) cpu.cache = { mode: 'emulate', level: 3 }
  else if (l3 === false) cpu.cache = { mode: 'disable' }
}

function readAddressWidth(option: OptionInHand, cpu: CpuDraft): void {
  const host = option.takeBoolean('host-phys-bits')
  const limit = option.takeNumber('host-phys-bits-limit')
  const bits = option.takeNumber('phys-bits')
  if (host === true || limit !== undefined)
    cpu.maxphysaddr = { mode: 'passthrough', ...(limit === undefined ? {} : { limit }) }
  else if (bits !== undefined) cpu.maxphysaddr = { mode: 'emulate', bits }
  else if (host === false) cpu.maxphysaddr = { mode: 'emulate' }
}

/** The clocks that are features of the processor. */
function readTimers(reading: Reading, option: OptionInHand): void {
  const kvm = takeSigned(option, 'kvmclock')
  if (kvm !== undefined) addTimer(reading, { name: 'kvmclock', present: kvm ? 'yes' : 'no' })
  const hyperv = takeSigned(option, 'hv-time', 'hv_time')
  if (hyperv !== undefined) addTimer(reading, { name: 'hypervclock', present: hyperv ? 'yes' : 'no' })
  const frequency = option.takeNumber('tsc-frequency', 'tsc_freq')
  if (frequency !== undefined) addTimer(reading, { name: 'tsc', frequency })
  const stolen = takeSigned(option, 'kvm-no-adjvtime')
  if (stolen !== undefined) addTimer(reading, { name: 'armvtimer', tickpolicy: stolen ? 'discard' : 'delay' })
}

function readHyperV(reading: Reading, option: OptionInHand): void {
  const hyperv: {
    -readonly [Key in keyof NonNullable<Features['hyperv']>]: NonNullable<Features['hyperv']>[Key]
  } = {}
  for (const { key, property } of enlightenments) {
    const state = takeState(option, property)
    if (state !== undefined) hyperv[key] = state
  }
  for (const { key, inner, property } of nestedEnlightenments) {
    const state = takeState(option, property)
    if (state === undefined) continue
    if (key === 'stimer') hyperv.stimer = { ...hyperv.stimer, [inner]: state }
    else hyperv.tlbflush = { ...hyperv.tlbflush, [inner]: state }
  }
  const retries = option.takeNumber('hv-spinlocks', 'hv_spinlocks')
  if (retries !== undefined && retries !== 0xff_ff_ff_ff) hyperv.spinlocks = { state: 'on', retries }
  const vendor = option.take('hv-vendor-id', 'hv_vendor_id')
  if (vendor !== undefined) hyperv.vendor_id = { state: 'on', value: vendor }
  if (takeSigned(option, 'hv-passthrough', 'hv_passthrough') === true) hyperv.mode = 'passthrough'
  if (takeSigned(option, 'hv-crash', 'hv_crash') === true) reading.add('panic', { model: 'hyperv' }, [])
  if (Object.keys(hyperv).length > 0) addFeatures(reading, { hyperv })
}

function readParavirtual(reading: Reading, option: OptionInHand): void {
  const eoi = takeSigned(option, 'kvm-pv-eoi', 'kvm_pv_eoi')
  if (eoi !== undefined) addFeatures(reading, { apic_eoi: eoi })
  const unhalt = takeSigned(option, 'kvm-pv-unhalt', 'kvm_pv_unhalt')
  if (unhalt !== undefined) addFeatures(reading, { pvspinlock: unhalt })
  const pmu = takeSigned(option, 'pmu')
  if (pmu !== undefined) addFeatures(reading, { pmu })
  const kvm: { -readonly [Key in keyof NonNullable<Features['kvm']>]: NonNullable<Features['kvm']>[Key] } = {}
  // That KVM shows itself is QEMU's own way.
  if (takeSigned(option, 'kvm') === false) kvm.hidden = 'on'
  for (const { key, property } of kvmProperties) {
    const state = takeState(option, property)
    if (state !== undefined) kvm[key] = state
  }
  if (Object.keys(kvm).length > 0) addFeatures(reading, { kvm: { ...reading.domain.features?.kvm, ...kvm } })
}

function addFeatures(reading: Reading, more: Features): void {
  reading.domain.features = { ...reading.domain.features, ...more }
}

/** Properties of the processor that are on or off and that libvirt has no feature for. */
const noFeature =
  /^[+-]?(?:hv[-_]|kvm[-_]|x-|host-phys-bits|lmce-|legacy-|fill-mtrr|full-width|vmware-|xen-|(?:ace2|phe|pmm|xcrypt|xstore)(?:-en)?$)/

/** All that is on or off is a feature: `+vmx`, `-svm`, `vmx=on`, `vmx`. */
function readFeatures(option: OptionInHand, isX86: boolean): NonNullable<Cpu['features']> {
  const features: { name: string; policy: 'require' | 'disable' }[] = []
  // QEMU's own way.
  option.drop('vmware-cpuid-freq', 'on')
  for (const [key, value] of [...option.rest]) {
    if (noFeature.test(key) || !/^(?:on|off|yes|no|true|false)$/.test(value)) continue
    option.take(key)
    const isOn = !key.startsWith('-') && /^(?:on|yes|true)$/.test(value)
    const name = featureToLibvirt(key.replace(/^[+-]/, ''), isX86)
    const known = features.findIndex((one) => one.name === name)
    if (known >= 0) features.splice(known, 1)
    features.push({ name, policy: isOn ? 'require' : 'disable' })
  }
  return features
}

/** `key`, `key=on`, `+key` and their opposites. */
function takeSigned(option: OptionInHand, ...keys: readonly string[]): boolean | undefined {
  const plain = option.takeBoolean(...keys)
  if (option.take(...keys.map((key) => `-${key}`)) !== undefined) return false
  if (option.take(...keys.map((key) => `+${key}`)) !== undefined) return true
  return plain
}

/** With dashes or, as it was once, with underscores. */
function takeState(option: OptionInHand, property: string): 'on' | 'off' | undefined {
  const state = takeSigned(option, property, property.replaceAll('-', '_'))
  return state === undefined ? undefined : state ? 'on' : 'off'
}
