/** A Domain in the words in which two of them are compared: what is said in several ways is said in one. */
import type { Domain } from '../../../domain/index.ts'
import { sizeInBytes } from '../../../table/index.ts'
import { bootOrder } from '../../boot-order.ts'
import { given } from '../words/tree.ts'

/** Sizes in KiB, the boot order on the devices, no consoles that are serial ports again. */
export function comparable(domain: Domain): Domain {
  return withDefaults(withSizes(withoutSerialConsoles(withOrderOfDevices(domain))))
}

/** What libvirt does where nobody says it. */
function withDefaults(domain: Domain): Domain {
  const { vcpu, os, devices, clock } = domain
  const disks = devices?.disks?.map((disk) => ({
    ...disk,
    type: disk.type ?? 'file',
    device: disk.device ?? 'disk',
    driver: { name: 'qemu' as const, ...disk.driver },
    ...(disk.device === 'cdrom' ? { readonly: true } : {}),
  }))
  return {
    type: 'kvm',
    on_poweroff: 'destroy',
    on_reboot: 'restart',
    on_crash: 'destroy',
    ...domain,
    clock: { offset: 'utc', ...clock },
    os: { type: 'hvm', ...os },
    vcpu: { placement: 'static', ...vcpu },
    devices: {
      ...devices,
      ...given('disks', disks),
      ...given(
        'video',
        devices?.video?.map((card) => (card.heads === 1 ? { ...card, heads: undefined } : card)),
      ),
    },
  }
}

function withOrderOfDevices(domain: Domain): Domain {
  const { os, devices = {} } = domain
  const places = new Map(bootOrder(domain).map(({ list, index, order }) => [`${list}.${index}`, order]))
  const disks = devices.disks?.map((disk, index) => {
    const order = places.get(`disks.${index}`)
    return order === undefined ? disk : { ...disk, boot: { ...disk.boot, order } }
  })
  const interfaces = devices.interfaces?.map((card, index) => {
    const order = places.get(`interfaces.${index}`)
    return order === undefined ? card : { ...card, boot: { ...card.boot, order } }
  })
  const { boot: kinds = [], ...others } = os ?? {}
  // What no device of the VM is of is not in the order of the devices.
  const left = places.size >= kinds.length ? [] : kinds
  return {
    ...domain,
    ...(os === undefined ? {} : { os: left.length === 0 ? others : { ...others, boot: left } }),
    devices: { ...devices, ...given('disks', disks), ...given('interfaces', interfaces) },
  }
}

/** libvirt has the first serial port as a console, too. */
function withoutSerialConsoles(domain: Domain): Domain {
  const { console, ...others } = domain.devices ?? {}
  if (console === undefined) return domain
  const own = console.filter(({ type, target, ...more }) => {
    const { type: kind = 'serial', port, ...deeper } = target ?? {}
    const isSerial = (type ?? 'pty') === 'pty' && kind === 'serial' && (port ?? 0) === 0
    return !isSerial || [...Object.values(more), ...Object.values(deeper)].some((held) => held !== undefined)
  })
  return { ...domain, devices: own.length === 0 ? others : { ...others, console: own } }
}

function withSizes(domain: Domain): Domain {
  const { memory, current_memory: current, max_memory: most, memory_backing: backing } = domain
  const all = kibibytes(memory?.value)
  const atStart = kibibytes(current)
  const pages = backing?.hugepages
  return {
    ...domain,
    ...(memory === undefined ? {} : { memory: { ...memory, ...given('value', all) } }),
    ...(most === undefined ? {} : { max_memory: { ...most, ...given('value', kibibytes(most.value)) } }),
    current_memory: atStart === all ? undefined : atStart,
    ...(pages?.size === undefined
      ? {}
      : { memory_backing: { ...backing, hugepages: { ...pages, size: kibibytes(pages.size) } } }),
  }
}

function kibibytes(size: string | undefined): string | undefined {
  const bytes = size === undefined ? undefined : sizeInBytes(size, 1024)
  return bytes === undefined ? size : `${bytes / 1024} KiB`
}
