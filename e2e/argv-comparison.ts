/** Two QEMU command lines, compared by what they give the guest: ids, addresses and file descriptors aside. */
import { type CommandOption, readOptions } from '../src/core/qemu/index.ts'

/** What a command line says, as texts that can be compared. */
export interface Said {
  /** Drivers of `-device`, root ports and bridges aside; a driver that is there twice is here twice. */
  readonly devices: readonly string[]
  /** `-device` with its properties, -netdev, -chardev, -audiodev, -cpu, -m and -smp. */
  readonly properties: readonly string[]
}

/** What one side says and the other doesn't. */
export interface Difference {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Root ports and bridges: they carry devices, and where a device sits is not compared. */
const carriers = new Set([
  'pcie-root-port',
  'ioh3420',
  'pci-bridge',
  'pcie-pci-bridge',
  'i82801b11-bridge',
  'x3130-upstream',
  'xio3130-downstream',
])

/** Where a device sits, what it is called, and what libvirt opened for it: no guest can tell. */
const notCompared = new Set(
  'id bus addr multifunction port chassis chassis-nr nr slot channel scsi-id lun unit device-id fd fds vhostfd vhostfds'.split(
    ' ',
  ),
)

/** Keys whose values name another option of the line. */
const references = new Set(
  'drive netdev chardev iothread memdev audiodev tpmdev fsdev display tls-creds cryptodev rng iommufd masterbus'.split(
    ' ',
  ),
)

export function saidBy(words: readonly string[]): Said {
  const options = readOptions(words)
  // A device may be called as its back end is: what refers to an id means the back end.
  const ids = options.flatMap((option) => idsOf(option).map((id) => [id, option.name] as const))
  const kinds = new Map(
    ids.toSorted(([, one], [, other]) => Number(other === 'device') - Number(one === 'device')),
  )
  const monitors = new Set(
    options.filter(({ name }) => name === 'mon').map((option) => keyValue(option, 'chardev')),
  )
  const devices: string[] = []
  const properties: string[] = []
  for (const option of options) {
    const driver = keyValue(option, 'driver') ?? ''
    if (option.name === 'device') {
      if (carriers.has(driver)) continue
      devices.push(driver)
      properties.push(`-device ${driver} ${described(option, kinds)}`)
    } else if (option.name === 'chardev') {
      if (!monitors.has(keyValue(option, 'id'))) properties.push(`-chardev ${chardev(option, kinds)}`)
    } else if (option.name === 'cpu') properties.push(`-cpu ${described(option, kinds)}`)
    else if (option.name === 'm') properties.push(`-m ${memory(option)}`)
    else if (option.name === 'smp') properties.push(`-smp ${described(option, kinds)}`)
    else if (option.name === 'netdev') properties.push(`-netdev ${netdev(option, kinds)}`)
    else if (option.name === 'audiodev') properties.push(`-audiodev ${described(option, kinds)}`)
  }
  return { devices: devices.toSorted(), properties: properties.toSorted() }
}

/** What is in one list and not in the other, an entry that is there twice counted twice. */
export function difference(expected: readonly string[], actual: readonly string[]): Difference {
  const left = [...actual]
  const missing = expected.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { missing, extra: left }
}

export function isSame({ missing, extra }: Difference): boolean {
  return missing.length === 0 && extra.length === 0
}

function idsOf(option: CommandOption): string[] {
  return option.pairs.filter(([key]) => key === 'id' || key === 'node-name').map(([, value]) => value)
}

function keyValue(option: CommandOption, key: string): string | undefined {
  return option.pairs.find(([name]) => name === key)?.[1]
}

function described(option: CommandOption, kinds: ReadonlyMap<string, string>): string {
  const words = option.pairs
    .map(([key, value]) => [plainKey(key), value] as const)
    .filter(([key]) => !notCompared.has(key) && key !== 'driver')
    .map(([key, value]) => `${key}=${plainValue(key, value, kinds)}`)
  return words.toSorted().join(',')
}

/** JSON says a list with numbers and texts as `str`: `hostfwd.0.str` is hostfwd. */
function plainKey(key: string): string {
  return key.replace(/\.\d+\.str$/, '').replaceAll('_', '-')
}

function plainValue(key: string, value: string, kinds: ReadonlyMap<string, string>): string {
  // A bus is its controller's id and a number.
  const kind = kinds.get(key === 'masterbus' ? value.replace(/\.\d+$/, '') : value)
  if (references.has(key) && kind !== undefined) return `@${kind}`
  // libvirt's tests say /dev/test for the socket of the swtpm that it starts.
  if (value === '/dev/test') return '@state'
  // The name of passt's socket is libvirt's own, in its state directory.
  if (/\/qemu\/passt\/[^/]*\.socket$/.test(value)) return '@state'
  if (value === 'yes' || value === 'true' || value === '+') return 'on'
  if (value === 'no' || value === 'false') return 'off'
  if (/^0x[0-9a-f]+$/i.test(value)) return String(BigInt(value))
  // Files that libvirt or we make in the state directory of the VM, each under a name of its own.
  return value.replace(/^(.*\/)(?:domain-(?:-1|\d+)-[^/]*|vmwright\/[^/]*|lib\/domain-[^/]*)\/.*$/, '@state')
}

/** A socket that libvirt opened itself has a file descriptor where ours has a path. */
function chardev(option: CommandOption, kinds: ReadonlyMap<string, string>): string {
  const opened = option.pairs.some(([key]) => key === 'fd') || keyValue(option, 'server') === 'on'
  const isUnix = keyValue(option, 'host') === undefined
  const pairs = option.pairs.filter(
    ([key, value]) =>
      key !== 'logfile' &&
      key !== 'logappend' &&
      !(isUnix && (key === 'fd' || key === 'path') && (opened || plainValue(key, value, kinds) === '@state')),
  )
  return described({ ...option, pairs }, kinds)
}

/**
 * What stands for the tap devices that libvirt opens and hands over, one file descriptor for each queue: where QEMU
 * opens them itself it has to be told which, and the packets of the guest take the same way.
 */
const handedOver = new Set(['type', 'ifname', 'script', 'downscript', 'br', 'helper', 'queues'])

/** A tap device that libvirt opened itself has file descriptors where ours has a name or a bridge. */
function netdev(option: CommandOption, kinds: ReadonlyMap<string, string>): string {
  const type = keyValue(option, 'type')
  if (type !== 'tap' && type !== 'bridge') return described(option, kinds)
  const pairs = option.pairs.filter(([key]) => !handedOver.has(key))
  return described({ ...option, pairs: [['type', 'tap'], ...pairs] }, kinds)
}

/** Sizes in MiB without a unit, in KiB with a k. */
function memory(option: CommandOption): string {
  return option.pairs
    .map(([key, value]) => `${key}=${key === 'slots' ? value : bytes(value)}`)
    .toSorted()
    .join(',')
}

function bytes(size: string): string {
  const [, digits = '', unit = 'm'] = /^(\d+)([kmgt]?)$/i.exec(size) ?? []
  const power = 'kmgt'.indexOf((unit === '' ? 'm' : unit).toLowerCase()) + 1
  return digits === '' ? size : String(BigInt(digits) * 1024n ** BigInt(power))
}
