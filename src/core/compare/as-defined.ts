/**
 * A Domain as it would be defined: without what only a running one shows, and each thing in one spelling. Seen in what
 * libvirt 11.3 dumps of VMs that run (src/conf/domain_conf.c writes it unless VIR_DOMAIN_DEF_FORMAT_INACTIVE is set).
 */
import type { Devices, Disk, Domain, Item } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { sameValue } from '../lift/index.ts'
import { sizeInBytes } from '../table/index.ts'
import { isRunning, type LeftOutHere, withoutLive } from './live-places.ts'

/**
 * The Domain as it would be defined. The items of its lists keep their places.
 *
 * @param other what it is compared with: the processor that libvirt made of a running VM's is that of the definition
 */
export function asDefined(
  domain: Domain,
  other: Domain,
): { readonly domain: Domain; readonly left: readonly LeftOutHere[] } {
  const running = isRunning(domain)
  const { domain: plain, left } = withoutLive(domain, false)
  const spelled = inOneSpelling(plain, left)
  if (!running || !isMadeProcessor(domain, other)) return { domain: spelled, left }
  left.push({ path: ['cpu'], what: 'the processor that libvirt made of the one that was asked for' })
  const { cpu: _, ...rest } = spelled
  return { domain: { ...rest, ...(other.cpu && { cpu: other.cpu }) }, left }
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
