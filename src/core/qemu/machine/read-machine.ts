/** `-machine`, `-accel` and what else is about the mainboard, read. QEMU manual, Standard options. */
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import { type OptionInHand, type Reading, takeProperties } from '../reading/index.ts'
import { accelerators, readFeatures, sleepKeys } from './machine.ts'

export function readMachine(reading: Reading): void {
  const os: { machine?: string } = {}
  // A Domain has ACPI when it says so.
  let acpi = hasAcpi(reading)
  for (const option of reading.unread('machine', 'M')) {
    const machine = option.take('type')
    if (machine !== undefined) os.machine = machine
    const isAsked = takeAcpi(option)
    if (isAsked !== undefined) acpi = isAsked && hasAcpi(reading)
    readAccelerators(reading, option.take('accel')?.split(':') ?? [])
    readProperties(reading, option)
    reading.say({ features: takeProperties(option, readFeatures) })
  }
  if (reading.takeFlag('no-acpi')) acpi = false
  if (acpi) reading.say({ features: { acpi: true } })
  if (reading.arch === 'aarch64' && hasPlainFirmware(reading)) reading.findings.push(noAcpiWithoutFlash)
  readAccel(reading)
  // The boards of PCs are QEMU's to choose from; libvirt's choice is its own.
  if (reading.board !== 'other') os.machine ??= reading.machine
  reading.domain.os = { type: 'hvm', arch: reading.arch, ...os, ...reading.domain.os }
}

/**
 * QEMU has ACPI unless told otherwise: boards of ARM only with firmware to take it (`virt_acpi_setup`), and libvirt there
 * with UEFI in flash alone ("ACPI requires UEFI on this architecture").
 */
function hasAcpi({ arch, domain }: Reading): boolean {
  if (arch === 'aarch64') return domain.os?.loader?.type === 'pflash'
  return /^(?:x86_64|i686|riscv64|loongarch64)$/.test(arch)
}

function hasPlainFirmware({ options }: Reading): boolean {
  return options.some(({ name, written }) => name === 'bios' && written.value !== 'none')
}

const noAcpiWithoutFlash: Finding = {
  code: 'argv.differs',
  severity: 'advice',
  path: [],
  message:
    'QEMU gives a guest of ARM ACPI with the firmware of -bios as well, libvirt only with UEFI in flash: the guest gets a device tree. Set firmware to uefi-insecure where it needs ACPI.',
}

/** `auto` is on where the board has it. */
function takeAcpi(option: OptionInHand): boolean | undefined {
  if (option.peek('acpi') === 'auto') {
    option.take('acpi')
    return true
  }
  return option.takeBoolean('acpi')
}

function readProperties(reading: Reading, option: OptionInHand): void {
  // Without a controller of its own: controllers are devices of the Domain.
  option.drop('usb', 'off', 'false', 'no')
  reading.say({ memory: { dump_core: option.takeBoolean('dump-guest-core') } })
  if (option.takeBoolean('mem-merge') === false) reading.say({ memory_backing: { nosharepages: true } })
  readIrqChip(reading, option)
  const hpet = option.takeBoolean('hpet')
  if (hpet !== undefined) addTimer(reading, { name: 'hpet', present: hpet ? 'yes' : 'no' })
  if (option.peek('pit') === 'off') {
    option.take('pit')
    addTimer(reading, { name: 'pit', present: 'no' })
  }
  if (option.peek('graphics') === 'off' && reading.board !== 'other') {
    option.take('graphics')
    reading.say({ os: { bios: { useserial: true } } })
  }
  // The writer adds both where a device or the NUMA cells need them.
  if (option.peek('nvdimm') === 'on' && reading.devices((driver) => driver === 'nvdimm').length > 0)
    option.take('nvdimm')
  const hasHmat = reading.unread('numa').some((one) => one.peek('type')?.startsWith('hmat-') === true)
  if (option.peek('hmat') === 'on' && hasHmat) option.take('hmat')
}

function readIrqChip(reading: Reading, option: OptionInHand): void {
  const chip = option.peek('kernel_irqchip') ?? option.peek('kernel-irqchip')
  if (chip !== 'on' && chip !== 'split') return
  option.take('kernel_irqchip', 'kernel-irqchip')
  reading.say({ features: { ioapic: chip === 'split' ? 'qemu' : 'kvm' } })
}

/** The first that is named is the one; QEMU tries the others after it, and they stay where they are. */
function readAccel(reading: Reading): void {
  if (reading.takeFlag('enable-kvm')) reading.domain.type = 'kvm'
  if (reading.takeFlag('no-kvm')) reading.domain.type = 'qemu'
  leaveOutOthers(reading)
  const [first] = reading.unread('accel')
  const name = first?.peek('accel')
  if (first !== undefined && name !== undefined && isAccelerator(name)) {
    first.take('accel')
    readAccelerators(reading, [name])
    readIrqChip(reading, first)
    const ring = first.takeNumber('dirty-ring-size')
    if (ring !== undefined) reading.say({ features: { kvm: { dirty_ring: 'on', dirty_ring_size: ring } } })
    const cache = first.takeNumber('tb-size')
    if (cache !== undefined) reading.say({ features: { tcg: { tb_cache: `${cache} MiB` } } })
    // What QEMU does anyway where the guest and the host allow it.
    first.drop('thread', 'multi')
  }
  reading.domain.type ??= 'qemu'
}

/** QEMU would take the first accelerator that works, which is ours: one behind it says nothing. */
function leaveOutOthers(reading: Reading): void {
  for (const option of reading.unread('accel'))
    if (/^(?:whpx|hax|nvmm|mshv|xen)$/.test(option.peek('accel') ?? ''))
      reading.leaveOut(option, 'libvirt has no domains for this accelerator: the machine is emulated')
}

function readAccelerators(reading: Reading, names: readonly string[]): void {
  const name = names.find((one) => isAccelerator(one))
  if (name === undefined) return
  reading.domain.type = name === accelerators.kvm ? 'kvm' : name === accelerators.hvf ? 'hvf' : 'qemu'
}

function isAccelerator(name: string): boolean {
  return Object.values<string>(accelerators).includes(name)
}

type Timer = NonNullable<NonNullable<Domain['clock']>['timers']>[number]

/** Adds to a timer, or adds the timer. */
export function addTimer(reading: Reading, timer: Timer): void {
  const timers = reading.domain.clock?.timers ?? []
  const known = timers.some(({ name }) => name === timer.name)
  reading.domain.clock = {
    ...reading.domain.clock,
    timers: known
      ? timers.map((one) => (one.name === timer.name ? { ...one, ...timer } : one))
      : [...timers, timer],
  }
}

/** `-global` of the south bridge, the firmware's memory and the PIT. */
export function readGlobals(reading: Reading): void {
  for (const option of reading.unread('global')) {
    const [pair] = option.rest
    if (pair === undefined || option.rest.length !== 1) continue
    const [, driver = '', property = ''] = /^(.+)\.([\w-]+)$/.exec(pair[0]) ?? []
    if (takeGlobal(reading, driver, property, pair[1])) option.finish()
  }
}

function takeGlobal(reading: Reading, driver: string, property: string, value: string): boolean {
  if (driver === 'ICH9-LPC' || driver === 'PIIX4_PM') {
    const sleep = sleepKeys.find((one) => one.property === property)
    if (sleep === undefined || !/^(?:0|1|on|off)$/.test(value)) return false
    reading.say({ pm: { [sleep.key]: value === '0' || value === 'off' } })
    return true
  }
  if (driver === 'mch' && property === 'extended-tseg-mbytes' && /^\d+$/.test(value)) {
    reading.say({ features: { smm_tseg: `${value} MiB` } })
    return true
  }
  if (driver === 'kvm-pit' && property === 'lost_tick_policy' && (value === 'delay' || value === 'discard')) {
    addTimer(reading, { name: 'pit', tickpolicy: value })
    return true
  }
  return false
}

/** Devices that are a feature or a number of the Domain. */
export function readMachineDevices(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'vmgenid')) {
    const guid = option.take('guid')
    reading.domain.genid = guid === undefined || guid === 'auto' ? '' : guid
    option.drop('driver')
    option.drop('id')
  }
  for (const option of reading.devices((driver) => driver === 'vmcoreinfo')) {
    reading.say({ features: { vmcoreinfo: true } })
    option.finish()
  }
}
