/** Mainboard and accelerator, and the features that are properties of the mainboard. */
import type { Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, hasQemu, leftOut, type QemuArgument, report } from '../build/index.ts'
import { onOff, sameWords } from '../properties/codec.ts'
import { type Properties, propertyOf } from '../properties/property.ts'
import { type OptionValue, options } from '../words/options.ts'
import { device, emit, propertyPairs } from '../writing/index.ts'

type Features = NonNullable<Domain['features']>

/** Whether the guest runs on the processor itself. */
export function usesKvm(build: Build): boolean {
  return build.domain.type === undefined || build.domain.type === 'kvm'
}

const property = propertyOf<Features>()

const ofBoard: Properties<Features> = {
  smm: property('smm', onOff),
  vmport: property('vmport', onOff),
  i8042: property('ps2', onOff, { since: '7.0' }),
  'gic-version': property('gic', sameWords('2', '3', 'host')),
  ras: property('ras', onOff),
  aia: property('aia', sameWords('none', 'aplic', 'aplic-imsic'), { since: '7.0' }),
}

const capabilities: Properties<Features> = {
  'cap-htm': property('htm', onOff),
  'cap-nested-hv': property('nested_hv', onOff),
  'cap-ccf-assist': property('ccf_assist', onOff),
}

const mitigation = sameWords('broken', 'workaround', 'fixed')

/** Features that are a property of the mainboard each. QEMU's `-machine TYPE,help`. */
export const machineFeatures: Properties<Features> = {
  ...ofBoard,
  'resize-hpt': property('hpt_resizing', sameWords('enabled', 'disabled', 'required')),
  ...capabilities,
  'cap-cfpc': property('cfpc', mitigation),
  'cap-sbbc': property('sbbc', mitigation),
  'cap-ibs': property('ibs', sameWords('broken', 'workaround', 'fixed-ibs', 'fixed-ccd', 'fixed-na')),
}

/** Those that are read: what only pSeries has stays, since the machine itself is none that we write. */
export const readFeatures: Properties<Features> = { ...ofBoard, ...capabilities }

/** The mainboard: libvirt's usual one where none is said. */
export function machineType({ domain, isX86 }: Build): string {
  return domain.os?.machine ?? (isX86 ? 'pc' : 'virt')
}

/** `-machine`, with the keys that all families have collected, and the accelerator. */
export function machineArguments(build: Build): readonly QemuArgument[] {
  // usb=off: a controller is a device of its own here.
  const value = options(machineType(build), { usb: false }, build.machine)
  const accel = options(accelerator(build), acceleratorOptions(build))
  return [
    { option: '-machine', value, path: ['os', 'machine'] },
    { option: '-accel', value: accel, path: ['type'] },
  ]
}

/** Domain types and QEMU's accelerators. */
export const accelerators = { kvm: 'kvm', qemu: 'tcg', hvf: 'hvf' } as const

function accelerator(build: Build): string {
  const { type } = build.domain
  if (type === undefined || type === 'kvm' || type === 'qemu' || type === 'hvf')
    return accelerators[type ?? 'kvm']
  leftOut(build, ['type'], `QEMU does not run domains of type ${type}; KVM is used instead.`)
  return accelerators.kvm
}

function acceleratorOptions(build: Build): Record<string, OptionValue> {
  const { kvm, tcg } = build.domain.features ?? {}
  const written: Record<string, OptionValue> = {}
  if (kvm?.dirty_ring === 'on') {
    if (usesKvm(build)) written['dirty-ring-size'] = kvm.dirty_ring_size ?? 4096
    else report(build, 'qemu.differs', ['features', 'kvm', 'dirty_ring'], 'The dirty ring is KVM’s.')
  }
  if (tcg?.tb_cache !== undefined) {
    const cache = sizeInBytes(tcg.tb_cache, 1024)
    if (build.domain.type === 'qemu' && cache !== undefined) written['tb-size'] = Math.ceil(cache / 1024 ** 2)
    else report(build, 'qemu.differs', ['features', 'tcg', 'tb_cache'], 'Only emulation has translated code.')
  }
  return written
}

/** libvirt manual, Hypervisor features; QEMU's `-machine TYPE,help`. */
export function collectMachineFeatures(build: Build): void {
  const { machine } = build
  const features = build.domain.features ?? {}
  Object.assign(machine, propertyPairs(build, machineFeatures, features, ['features']))
  if (hasAcpiSwitch(build)) machine['acpi'] = features.acpi === true
  collectIoApic(build, features)
  const { smm_tseg: tseg, hpt_maxpagesize: page } = features
  if (tseg !== undefined) {
    const mebibytes = Math.ceil((sizeInBytes(tseg, 1024 ** 2) ?? 0) / 1024 ** 2)
    emit(build, '-global', ['features', 'smm_tseg'], `mch.extended-tseg-mbytes=${mebibytes}`)
  }
  if (page !== undefined) {
    const bytes = sizeInBytes(page, 1024)
    machine['cap-hpt-max-page-size'] = bytes === undefined ? page : `${bytes / 1024}k`
  }
  if (features.vmcoreinfo === true) emit(build, '-device', ['features', 'vmcoreinfo'], 'vmcoreinfo')
  if (build.devices.memory?.some((memory) => memory.model === 'nvdimm')) machine['nvdimm'] = true
  renderSleep(build)
}

/** Boards with ACPI tables that can be switched off. */
function hasAcpiSwitch(build: Build): boolean {
  const machine = machineType(build)
  if (build.isX86) return build.board !== 'other' || machine === 'microvm'
  if (!/^virt(?:-|$)/.test(machine)) return false
  return build.arch === 'riscv64' ? hasQemu(build, '8.0') : build.arch !== 'riscv32'
}

function collectIoApic(build: Build, { ioapic }: Features): void {
  if (ioapic !== undefined && usesKvm(build))
    build.machine['kernel_irqchip'] = ioapic === 'qemu' ? 'split' : 'on'
  else if (ioapic !== undefined)
    report(build, 'qemu.differs', ['features', 'ioapic'], 'Without KVM the I/O APIC is always QEMU’s own.')
}

/** S3 and S4, as the south bridge offers them. */
export const sleepKeys = [
  { key: 'suspend_to_mem', property: 'disable_s3' },
  { key: 'suspend_to_disk', property: 'disable_s4' },
] as const

function renderSleep(build: Build): void {
  const { pm } = build.domain
  if (pm === undefined) return
  const bridge = build.board === 'q35' ? 'ICH9-LPC' : build.board === 'pc' ? 'PIIX4_PM' : undefined
  if (bridge === undefined) {
    leftOut(build, ['pm'], 'Power management is left out: it is for x86 mainboards.')
    return
  }
  for (const { key, property } of sleepKeys)
    if (pm[key] !== undefined) emit(build, '-global', ['pm', key], `${bridge}.${property}=${pm[key] ? 0 : 1}`)
}

/** A number that changes when the VM is copied or taken back; nothing in it means a new one. */
export function renderGenerationId(build: Build): void {
  const { genid } = build.domain
  if (genid === undefined) return
  device(build, 'vmgenid', ['genid'], { guid: genid === '' ? 'auto' : genid, id: 'vmgenid0' })
}
