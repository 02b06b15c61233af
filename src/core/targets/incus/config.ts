/** Keys of the instance itself. lxc/incus, internal/server/metadata/configuration.json, instance. */
import { sameValue } from '../../lift/index.ts'
import { isRecord } from '../../table/index.ts'
import { rangesOf } from '../../text/index.ts'
import { bytes, line, lines, whole, words } from '../plain/codecs.ts'
import type { Codec } from '../plain/part.ts'
import type { Instance } from './instance.ts'

type Row = readonly [way: string, key: string, codec: Codec<string>]

const rows: readonly Row[] = [
  ['memory.value', 'limits.memory', size],
  ['launch_security.type', 'security.sev', words({ sev: 'true' })],
  ['launch_security.session', 'security.sev.session.data', line],
  ['launch_security.dh_cert', 'security.sev.session.dh', line],
]

const architectures = words({
  x86_64: 'x86_64',
  aarch64: 'aarch64',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
})

/** A size in its largest unit. */
export function size(held: unknown): string | undefined {
  const found = bytes(held)
  return found === undefined ? undefined : sizeOf(found)
}

export function sizeOf(amount: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'] as const
  let at = 0
  let left = amount
  for (; at < units.length - 1 && left % 1024 === 0; at += 1) left /= 1024
  return `${left}${units[at] ?? 'B'}`
}

export function sayConfig(instance: Instance): void {
  const { saying, config, name } = instance
  const { root, resolved, cloudInit } = saying
  root.take('name', (held) => (held === name ? true : undefined))
  instance.description = root.take('description', lines)
  instance.architecture = root.take('os.arch', architectures)
  root.pass('type', 'kvm')
  root.pass('os.machine', (instance.architecture ?? 'x86_64') === 'x86_64' ? 'q35' : 'virt')
  for (const [way, key, codec] of rows) {
    const value = root.take(way, codec)
    if (value !== undefined) config.set(key, value)
  }
  if (root.pass('memory_backing.hugepages', {})) config.set('limits.memory.hugepages', 'true')
  else if (root.peek('memory_backing.hugepages') !== undefined) {
    config.set('limits.memory.hugepages', 'true')
    saying.lacks.push({
      path: ['memory_backing', 'hugepages'],
      message: 'Incus takes huge pages of the size that the host has them in.',
      byHand: 'Set default_hugepagesz= on the command line of the host’s kernel.',
      inPart: true,
    })
  }
  sayProcessor(instance)
  sayFirmware(instance)
  sayOemStrings(instance)
  if (!instance.isLxd && root.pass('devices.iommu.model', 'intel')) config.set('security.iommu', 'true')
  if (resolved.design.spec.autostart !== undefined)
    config.set('boot.autostart', String(resolved.design.spec.autostart))
  if (saying.seedIndex === undefined) return
  for (const { name: file, text } of cloudInit.files)
    if (file !== 'meta-data') config.set(`cloud-init.${file}`, text)
}

/** A number, a topology, or the CPUs of the host that the threads run on, one each, in their order. */
function sayProcessor({ saying: { root, choices }, config }: Instance): void {
  const count = root.take('vcpu.value', whole)
  if (count === undefined) return
  config.set('limits.cpu', String(count))
  const topology = root.part('cpu.topology')
  const [sockets = 1, cores = 1, threads = 1] = ['sockets', 'cores', 'threads'].map((key) =>
    whole(topology.peek(key)),
  )
  const isAll =
    sockets * cores * threads === count &&
    (whole(topology.peek('dies')) ?? 1) === 1 &&
    (whole(topology.peek('clusters')) ?? 1) === 1
  const pins = root.take('cputune.vcpupin', (held) => pinsOf(held, count))
  if (pins !== undefined) config.set('limits.cpu', pins)
  else if (isAll && sockets === 1 && threads === 1) root.take('cpu.topology', () => true)
  else if (isAll && choices.server === 'incus-7') {
    root.take('cpu.topology', () => true)
    config.set('limits.cpu', `sockets=${sockets},cores=${cores},threads=${threads}`)
  }
}

/** The server pins in rising order, so that only such pins mean the same there. */
function pinsOf(held: unknown, count: number): string | undefined {
  if (!Array.isArray(held) || held.length !== count) return undefined
  const cpus = held.map((pin: unknown, index) =>
    isRecord(pin) &&
    sameValue(Object.keys(pin).toSorted(), ['cpuset', 'vcpu']) &&
    pin['vcpu'] === index &&
    /^\d{1,5}$/.test(String(pin['cpuset']))
      ? Number(pin['cpuset'])
      : undefined,
  )
  const isRising = cpus.every(
    (cpu, index) => cpu !== undefined && (index === 0 || cpu > (cpus[index - 1] ?? cpu)),
  )
  if (!isRising) return undefined
  const [only] = cpus
  return cpus.length === 1 ? `${only}-${only}` : rangesOf(cpus.join(',')).join(',')
}

/** UEFI with Secure Boot is what an instance has without a word. */
function sayFirmware({ saying: { root }, config, isLxd, architecture }: Instance): void {
  const isX86 = architecture === undefined || architecture === 'x86_64'
  const firmware = root.take('os.firmware', words({ efi: 'efi', bios: 'bios' }))
  const hasLoader = root.peek('os.loader') !== undefined || root.peek('os.nvram') !== undefined
  const isEfi = firmware === 'efi' || hasLoader || !isX86
  const isSecure = isEfi && root.pass('os.firmware_features', ...bothFeatures(true))
  if (isEfi) root.pass('os.firmware_features', ...bothFeatures(false))
  if (isSecure) root.pass('features.smm', true)
  if (isLxd) config.set('boot.mode', isSecure ? 'uefi-secureboot' : isEfi ? 'uefi-nosecureboot' : 'bios')
  else {
    config.set('security.secureboot', String(isSecure))
    if (!isEfi) config.set('security.csm', 'true')
  }
}

/** The keys and what they are for, both or neither. */
function bothFeatures(enabled: boolean): unknown[] {
  const both = ['secure-boot', 'enrolled-keys'].map((name) => ({ enabled, name }))
  return [both, both.toReversed()]
}

/** Texts of the form NAME=TEXT, each name once. */
function sayOemStrings({ saying: { root }, config, isLxd }: Instance): void {
  if (isLxd) return
  root.take('sysinfo.oem_strings', (held) => {
    const texts = Array.isArray(held) ? held.map(oemString) : []
    const said = texts.filter((one) => one !== undefined)
    if (texts.length === 0 || new Map(said).size < texts.length) return undefined
    for (const [name, text] of said) config.set(`smbios11.${name}`, text)
    root.pass('sysinfo.type', 'smbios')
    root.pass('os.smbios', 'sysinfo')
    return true
  })
}

function oemString(held: unknown): readonly [name: string, text: string] | undefined {
  const [name = '', ...parts] = String(held).split('=')
  const text = line(parts.join('='))
  return /^[\w.:-]{1,64}$/.test(name) && text !== undefined ? [name, text] : undefined
}
