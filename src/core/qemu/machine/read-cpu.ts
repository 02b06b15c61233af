/** `-cpu`, read: the model, what it has more or less of, and what else of the Domain stands there. */
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import { onOff, onOffText } from '../properties/codec.ts'
import { type OptionInHand, type Reading, takeProperties } from '../reading/index.ts'
import { featureToLibvirt } from './cpu-features.ts'
import { cpuProperties } from './cpu-properties.ts'
import { addTimer } from './read-machine.ts'

type Cpu = NonNullable<Domain['cpu']>
type CpuDraft = { -readonly [Key in keyof Cpu]: Cpu[Key] }

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
  readProperties(reading, option)
  if (option.peek('aarch64') === 'off') {
    option.take('aarch64')
    reading.say({ os: { arch: 'armv7l' } })
  }
  const features = readFeatures(option, isX86)
  if (features.length > 0) cpu.features = features
  reading.say({ cpu })
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

function readProperties(reading: Reading, option: OptionInHand): void {
  // That a lock is tried without end is QEMU's own way.
  for (const key of ['hv-spinlocks', 'hv_spinlocks']) option.drop(key, '0xffffffff', '4294967295')
  const features = takeProperties(signed(option), cpuProperties)
  reading.say({ features })
  if (features.hyperv?.vendor_id !== undefined)
    reading.say({ features: { hyperv: { vendor_id: { state: 'on' } } } })
  if (takeSigned(option, 'hv-crash', 'hv_crash') === true) reading.add('panic', { model: 'hyperv' }, [])
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
  return signed(option).takeAs(onOff.parse, ...keys)
}

/** The same option, where a key with a sign is on or off, whatever stands beside. */
function signed(option: OptionInHand): Pick<OptionInHand, 'peek' | 'takeAs'> {
  return {
    peek: (key) => option.peek(key),
    takeAs(parse, ...keys) {
      const plain = option.takeAs(parse, ...keys)
      if (option.take(...keys.map((key) => `-${key}`)) !== undefined) return parse('off')
      if (option.take(...keys.map((key) => `+${key}`)) !== undefined) return parse('on')
      return plain
    },
  }
}
