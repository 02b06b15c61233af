/** Why it does not matter that only one of two Domains says something. */
import { complete } from '../complete/index.ts'
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { sameValue } from '../lift/index.ts'
import { valueAt } from '../path.ts'
import { isWrittenByLibvirt, libvirtsOwn } from '../put/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { isDeviceList, listOf, pattern } from './place-in-domain.ts'
import { sameDevices } from './same-device.ts'

/** What one of the two Domains is known by while they are walked. */
export interface Side {
  readonly domain: Domain
  readonly isLibvirts: boolean
  /** As libvirt would run it; asked only where one of them says more. */
  readonly completed: () => Domain
}

/** @param host whose architecture it is when the Domain says none */
export function sideOf(domain: Domain, host: HostFacts): Side {
  let completed: Domain | undefined
  return {
    domain,
    isLibvirts: isWrittenByLibvirt(domain),
    completed: () => {
      completed ??= complete({ domain, host }).domain
      return completed
    },
  }
}

/** Why it does not matter that only one of them says it; undefined when it does. */
export function whyNothing(held: unknown, path: Path, says: Side, silent: Side): string | undefined {
  if (saysNothing(held)) return 'It says nothing.'
  const own = says.isLibvirts ? libvirtsOwn(held, path, silent.domain) : undefined
  if (own !== undefined) return `libvirt adds ${own} by itself.`
  if (libvirtFillsIn(held, path, says.domain)) return 'It is what libvirt takes where nothing is said.'
  if (says.isLibvirts && isFirstSerialPort(held, path, silent.domain))
    return 'It is the first serial port, which is a console as well.'
  return isInCompleted(held, path, says, silent) ? 'libvirt adds the same to the other one.' : undefined
}

/** libvirt writes a console for the first serial port (virDomainDefAddConsoleCompat). */
function isFirstSerialPort(held: unknown, path: Path, { devices }: Domain): boolean {
  const [first] = devices?.serial ?? []
  return (
    pattern(path) === 'devices.console.*' &&
    path[2] === 0 &&
    first !== undefined &&
    valueAt(held, ['type']) === first.type &&
    ['serial', undefined].some((type) => valueAt(held, ['target', 'type']) === type)
  )
}

/** An element by itself may say much: `<apic/>`. A list without items never does. */
function saysNothing(held: unknown): boolean {
  return Array.isArray(held) && held.length === 0
}

/** Values that libvirt takes where nothing is said, and writes; the defaults of the tables are those of a design. */
function libvirtFillsIn(held: unknown, path: Path, domain: Domain): boolean {
  const place = ownValue(filledIn, pattern(path))
  if (place === undefined) return false
  return place.some((value) => sameValue(value, held)) && !isRefused(path, domain)
}

const filledIn: Readonly<Record<string, readonly unknown[]>> = {
  'devices.disks.*.driver.name': ['qemu'],
  'devices.disks.*.driver.type': ['raw'],
  'devices.disks.*.device': ['disk'],
  'devices.console.*.target': [{ type: 'serial', port: 0 }],
  'devices.console.*.target.port': [0],
  'devices.console.*.target.type': ['serial'],
  'devices.serial.*.target.port': [0, 1, 2, 3],
  'devices.serial.*.target.model': ['usb-serial', 'pci-serial', 'isa-debugcon'],
  'devices.parallel.*.target.port': [0, 1, 2],
  'devices.channels.*.source.mode': ['bind'],
  'devices.rng.*.backend.model': ['random'],
  'devices.filesystems.*.accessmode': ['passthrough'],
  'devices.filesystems.*.driver.type': ['path'],
  'devices.inputs.*.bus': ['usb', 'ps2'],
  'devices.channels.*.target_type': ['virtio'],
  'devices.watchdog.*.action': ['reset'],
  'clock.offset': ['utc'],
  on_poweroff: ['destroy'],
  on_reboot: ['restart'],
  on_crash: ['destroy'],
  'os.boot': [[{ dev: 'hd' }]],
  'vcpu.placement': ['static'],
  'os.arch': ['x86_64'],
}

function isRefused(path: Path, { os }: Domain): boolean {
  return pattern(path) === 'os.arch' && os?.arch !== 'x86_64'
}

/** libvirt would add the same to the one that does not say it. */
function isInCompleted(held: unknown, path: Path, says: Side, silent: Side): boolean {
  const list = path.slice(0, 2)
  if (path.length < 2 || path[0] !== 'devices') return false
  if (!isDeviceList(list) || path.length === 2)
    return sameValue(withoutPlace(valueAt(silent.completed(), path)), withoutPlace(held))
  const given = listOf(valueAt(silent.domain, list))
  const completed = listOf(valueAt(silent.completed(), list))
  if (path.length > 3) {
    const pairs = sameDevices(String(path[1]), given, listOf(valueAt(says.domain, list)))
    const index = pairs[Number(path[2])]
    return index !== undefined && sameValue(valueAt(completed[index], path.slice(3)), held)
  }
  if (path[1] === 'controllers') {
    const added = completed.slice(given.length)
    return matchControllers(added, held)
  }
  return completed.slice(given.length).some((item) => sameValue(withoutPlace(item), withoutPlace(held)))
}

/** A controller without anything that a person says of it. */
function matchControllers(added: readonly unknown[], held: unknown): boolean {
  if (!isRecord(held)) return false
  return added.some(
    (item) =>
      isRecord(item) &&
      item['type'] === held['type'] &&
      (held['index'] === undefined || item['index'] === held['index']) &&
      Object.entries(held).every(
        ([key, value]) =>
          ['type', 'index', 'address', 'target', 'pci_model'].includes(key) ||
          value === undefined ||
          sameValue(ownValue(item, key), value),
      ),
  )
}

function withoutPlace(item: unknown): unknown {
  if (!isRecord(item)) return item
  const { address: _, ...others } = item
  return others
}
