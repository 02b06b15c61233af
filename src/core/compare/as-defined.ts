/**
 * A Domain as it would be defined: without what only a running one shows, and each thing in one spelling. Seen in what
 * libvirt 11.3 dumps of VMs that run (src/conf/domain_conf.c writes it unless VIR_DOMAIN_DEF_FORMAT_INACTIVE is set).
 */
import type { Devices, Disk, Domain, Item } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { sameValue } from '../lift/index.ts'
import { isRecord, sizeInBytes } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'

/** True for what `virsh dumpxml` says of a VM that runs. */
export function isRunning({ id }: Domain): boolean {
  return id !== undefined && id > 0
}

/** Something of a running VM that is in no definition. */
interface LivePlace {
  readonly what: string
  /** Left out when it is so whatever is held there. */
  readonly is?: (held: unknown, item: Readonly<Record<string, unknown>>) => boolean
}

const isGivenPath = (held: unknown) => isRecord(held) && String(held['path']).startsWith('/dev/pts/')

/** `*` stands for an item of a list. */
const livePlaces: Readonly<Record<string, LivePlace>> = {
  id: { what: 'the number of the running VM' },
  resource: {
    what: 'the cgroup that libvirt chose',
    is: (held) => sameValue(held, { partition: '/machine' }),
  },
  seclabel: { what: 'the security label that libvirt made', is: isMadeLabel },
  'more_seclabels.*': { what: 'a security label that libvirt made', is: isMadeLabel },
  'devices.disks.*.source.index': { what: 'the number of an image' },
  'devices.disks.*.backing_store': { what: 'the images below a disk' },
  'devices.disks.*.target.tray': { what: 'whether a drive is open' },
  'devices.disks.*.mirror': { what: 'a copy that is being made' },
  'devices.interfaces.*.target': {
    what: 'the tap device that libvirt made',
    is: (held) => isRecord(held) && /^(?:vnet|macvtap|macvlan)\d+$/.test(String(held['dev'])),
  },
  'devices.interfaces.*.source.portid': { what: 'the port of a network' },
  'devices.interfaces.*.source.bridge': {
    what: 'the bridge of a network',
    is: (_, source) => source['network'] !== undefined,
  },
  'devices.serial.*.source': { what: 'the terminal of a port', is: isGivenPath },
  'devices.parallel.*.source': { what: 'the terminal of a port', is: isGivenPath },
  'devices.console.*.source': { what: 'the terminal of a console', is: isGivenPath },
  'devices.console.*.tty': { what: 'the terminal of a console' },
  'devices.channels.*.source': {
    what: 'the socket of a channel',
    is: (held) =>
      isGivenPath(held) ||
      (isRecord(held) && /\/channel\/(?:target\/)?(?:domain-)?\d+-/.test(String(held['path']))),
  },
  'devices.channels.*.target_state': { what: 'whether the guest listens to a channel' },
  'devices.graphics.*.port': {
    what: 'the port that libvirt chose for a display',
    is: (_, display) => display['autoport'] === true || display['autoport'] === 'yes',
  },
  'devices.graphics.*.tls_port': {
    what: 'the port that libvirt chose for a display',
    is: (_, display) => display['autoport'] === true || display['autoport'] === 'yes',
  },
}

/** A dynamic label is made anew for each start. */
function isMadeLabel(held: unknown): boolean {
  return isRecord(held) && held['type'] === 'dynamic' && held['label'] !== undefined
}

/** What was left out, and where. */
export interface LeftOutHere {
  readonly path: Path
  readonly what: string
}

/**
 * The Domain as it would be defined. The items of its lists keep their places.
 *
 * @param other what it is compared with: the processor that libvirt made of a running VM's is that of the definition
 */
export function asDefined(
  domain: Domain,
  other: Domain,
): { readonly domain: Domain; readonly left: readonly LeftOutHere[] } {
  const left: LeftOutHere[] = []
  const running = isRunning(domain)
  const visit = (held: unknown, path: Path): unknown => {
    if (Array.isArray(held)) return held.map((item, index) => visit(item, [...path, index]))
    if (!isRecord(held)) return held
    const made: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(held)) {
      if (value === undefined) continue
      const place = [...path, key]
      const what = key === '$rest' ? undefined : leftOut(key, value, held, place, running)
      if (what === undefined) setOwn(made, key, key === '$rest' ? value : visit(value, place))
      else left.push({ path: place, what })
    }
    return made
  }
  const visited = visit(domain, [])
  const plain: Domain = isDomain(visited) ? visited : domain
  const spelled = inOneSpelling(plain, left)
  if (!running || !isMadeProcessor(domain, other)) return { domain: spelled, left }
  left.push({ path: ['cpu'], what: 'the processor that libvirt made of the one that was asked for' })
  const { cpu: _, ...rest } = spelled
  return { domain: { ...rest, ...(other.cpu && { cpu: other.cpu }) }, left }
}

function isDomain(held: unknown): held is Domain {
  return isRecord(held)
}

function leftOut(
  key: string,
  value: unknown,
  item: Readonly<Record<string, unknown>>,
  path: Path,
  running: boolean,
): string | undefined {
  // libvirt keeps no other names (virDomainDeviceAliasIsUserAlias), and writes its own.
  if (key === 'alias' && path[0] === 'devices' && path.length <= 4)
    return isRecord(value) && String(value['name']).startsWith('ua-') ? undefined : 'the name of a device'
  if (!running) return undefined
  const pattern = path.map((segment) => (typeof segment === 'number' ? '*' : segment)).join('.')
  const place = ownValue(livePlaces, pattern)
  return place !== undefined && (place.is?.(value, item) ?? true) ? place.what : undefined
}

/** host-model and a model with parts that the host lacks become what the host has, once it runs: check='full'. */
function isMadeProcessor({ cpu }: Domain, other: Domain): boolean {
  if (cpu?.check !== 'full' || other.cpu?.check === 'full') return false
  return other.cpu?.mode !== 'custom' || other.cpu.model?.value === cpu.model?.value
}

/** Where libvirt has two ways to say one thing, or says what follows from the rest. */
function inOneSpelling(domain: Domain, left: LeftOutHere[]): Domain {
  const note = (what: string, ...path: Path) => {
    left.push({ path, what })
  }
  const { vcpu, memory, current_memory: current, iothreadids: ids, vcpus, devices, ...rest } = domain
  const started = vcpu?.current ?? vcpu?.value
  const isCounted = vcpus?.filter(({ enabled }) => enabled !== false).length === started
  const isNumbered =
    ids !== undefined &&
    ids.length === domain.iothreads &&
    ids.every((thread, index) => sameValue(thread, { id: index + 1 }))
  const amount = current ?? memory?.value
  if (memory !== undefined && current === undefined) note('all of the memory', 'current_memory')
  if (vcpu?.value !== undefined && vcpu.current === undefined)
    note('the number of all vCPUs', 'vcpu', 'current')
  if (isCounted) note('what the number of vCPUs says', 'vcpus')
  if (isNumbered) note('what the number of I/O threads says', 'iothreadids')
  return {
    ...rest,
    ...(memory && { memory }),
    ...(amount === undefined ? {} : { current_memory: inBytes(amount, memory?.value) }),
    ...(vcpu && { vcpu: started === undefined ? vcpu : { ...vcpu, current: started } }),
    ...(vcpus === undefined || isCounted ? {} : { vcpus }),
    ...(ids === undefined || isNumbered ? {} : { iothreadids: ids }),
    ...(devices && { devices: devicesInOneSpelling(devices, note) }),
  }
}

/** The same text for the same amount, so that all of the memory is seen to be all of it. */
function inBytes(current: string, all: string | undefined): string {
  const same = all !== undefined && sizeInBytes(current, 1024) === sizeInBytes(all, 1024)
  return same ? all : current
}

type Note = (what: string, ...path: Path) => void

function devicesInOneSpelling(devices: Devices, note: Note): Devices {
  const { disks, graphics, ...rest } = devices
  return {
    ...rest,
    ...(disks && { disks: disks.map((disk, index) => diskInOneSpelling(disk, index, note)) }),
    ...(graphics && {
      graphics: graphics.map((display, index) => displayInOneSpelling(display, index, note)),
    }),
  }
}

/** A CD is read-only, and an empty drive has no format. */
function diskInOneSpelling(disk: Disk, index: number, note: Note): Disk {
  const { driver, ...others } = disk
  const isCd = disk.device === 'cdrom'
  const isEmpty = disk.source === undefined && (isCd || disk.device === 'floppy')
  const { type, ...otherDriver } = driver ?? {}
  if (isCd && disk.readonly === undefined) note('what a CD is', 'devices', 'disks', index, 'readonly')
  if (isEmpty && type !== undefined)
    note('the format of no image', 'devices', 'disks', index, 'driver', 'type')
  return {
    ...others,
    ...(isCd && { readonly: true as const }),
    ...(driver && { driver: isEmpty ? otherDriver : driver }),
  }
}

type Display = Item<Devices['graphics']>

/** Port -1 lets libvirt choose one, and the address stands in the display and below it. */
function displayInOneSpelling(display: Display, index: number, note: Note): Display {
  const { listen_address: old, port, ...others } = display
  const isTwice = old !== undefined && others.listen?.[0]?.address === old
  if (isTwice) note('the address that stands below it', 'devices', 'graphics', index, 'listen_address')
  if (port === -1) note('no port, but that libvirt chooses one', 'devices', 'graphics', index, 'port')
  return {
    ...others,
    ...(port === -1 ? { autoport: 'yes' as const } : port === undefined ? {} : { port }),
    ...(old === undefined || isTwice ? {} : { listen_address: old }),
  }
}
