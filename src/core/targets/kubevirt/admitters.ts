/**
 * What virt-api refuses of a VirtualMachine, though its schema takes it. KubeVirt 1.9.0:
 * pkg/virt-api/webhooks/validating-webhook/admitters/vmi-create-admitter.go, pkg/storage/admitters/disks.go,
 * pkg/network/admitter/.
 */
import type { Finding } from '../../finding.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { isLabel } from '../labels.ts'
import { quantityInBytes } from './words/quantity.ts'
import { heldAt } from './words/tree.ts'

/** Messages about a VirtualMachine, none when it is admitted. */
export function refusalsOf(vm: UnknownRecord): string[] {
  const template = heldAt(vm, ['spec', 'template', 'spec'])
  const all = [
    ...ofNames(vm, template),
    ...ofProcessor(template),
    ...ofMemory(template),
    ...ofFirmware(template),
    ...ofDisks(template),
    ...ofNetworks(template),
    ...ofBootOrder(template),
  ]
  return [...new Set(all)]
}

export function admitterFindings(vm: UnknownRecord): Finding[] {
  return refusalsOf(vm).map((message) => ({
    code: 'kubevirt.refused',
    severity: 'error',
    path: [],
    message: `KubeVirt refuses this VM: ${message}`,
    target: 'kubevirt',
  }))
}

function listAt(template: unknown, ...way: string[]): readonly unknown[] {
  const held = heldAt(template, way)
  return Array.isArray(held) ? held : []
}

const inDevices = (template: unknown, list: string) => listAt(template, 'domain', 'devices', list)
const nameOf = (item: unknown) => String(heldAt(item, ['name']))

function ofNames(vm: UnknownRecord, template: unknown): string[] {
  const name = heldAt(vm, ['metadata', 'name'])
  const names = [...inDevices(template, 'disks'), ...listAt(template, 'volumes')].map(nameOf)
  return [
    ...(typeof name === 'string' && isLabel(name) ? [] : ['its name is no label of DNS.']),
    ...names
      .filter((one) => !isLabel(one))
      .map((one) => `the disk ${one} has a name that is no label of DNS.`),
    ...twice(inDevices(template, 'disks').map(nameOf)).map((one) => `two disks are called ${one}.`),
    ...twice(listAt(template, 'volumes').map(nameOf)).map((one) => `two volumes are called ${one}.`),
    ...twice(inDevices(template, 'interfaces').map(nameOf)).map((one) => `two cards are called ${one}.`),
  ]
}

function twice(names: readonly string[]): string[] {
  return names.filter((one, index) => names.indexOf(one) < index)
}

function ofProcessor(template: unknown): string[] {
  const cpu = heldAt(template, ['domain', 'cpu'])
  const at = (...way: string[]) => heldAt(cpu, way)
  const isDedicated = at('dedicatedCpuPlacement') === true
  const wrong: string[] = []
  const sockets = at('sockets')
  const most = at('maxSockets')
  if (typeof sockets === 'number' && typeof most === 'number' && sockets > most)
    wrong.push('there are more sockets than maxSockets.')
  if (isDedicated && Number(at('threads') ?? 1) > 2)
    wrong.push('exclusive CPUs take at most two threads of a core.')
  if (at('isolateEmulatorThread') === true && !isDedicated)
    wrong.push('isolateEmulatorThread needs dedicatedCpuPlacement.')
  if (at('numa', 'guestMappingPassthrough') !== undefined) {
    if (!isDedicated) wrong.push('guestMappingPassthrough needs dedicatedCpuPlacement.')
    if (heldAt(template, ['domain', 'memory', 'hugepages']) === undefined)
      wrong.push('guestMappingPassthrough needs huge pages.')
  }
  if (at('realtime') !== undefined && !(isDedicated && at('numa') !== undefined))
    wrong.push('realtime needs dedicatedCpuPlacement and numa.')
  const policies = ['force', 'require', 'optional', 'disable', 'forbid']
  for (const feature of listAt(cpu, 'features')) {
    const policy = heldAt(feature, ['policy'])
    if (policy !== undefined && !policies.includes(String(policy)))
      wrong.push(`${String(policy)} is no policy of a feature.`)
  }
  return wrong
}

function ofMemory(template: unknown): string[] {
  const memory = heldAt(template, ['domain', 'memory'])
  const guest = quantityInBytes(heldAt(memory, ['guest']))
  const most = quantityInBytes(heldAt(memory, ['maxGuest']))
  const page = quantityInBytes(heldAt(memory, ['hugepages', 'pageSize']))
  const requests = heldAt(template, ['domain', 'resources', 'requests', 'memory'])
  const wrong: string[] = []
  if (guest === undefined && requests === undefined && heldAt(template, ['domain', 'memory']) === undefined)
    wrong.push('no memory is said.')
  if (guest !== undefined && page !== undefined && guest % page !== 0)
    wrong.push('the memory is no multiple of its huge pages.')
  if (guest !== undefined && most !== undefined && guest > most) wrong.push('guest is more than maxGuest.')
  return wrong
}

function ofFirmware(template: unknown): string[] {
  const bootloader = heldAt(template, ['domain', 'firmware', 'bootloader'])
  const efi = heldAt(bootloader, ['efi'])
  const smm = heldAt(template, ['domain', 'features', 'smm'])
  const hasSmm = isRecord(smm) && smm['enabled'] !== false
  const machine = String(heldAt(template, ['domain', 'machine', 'type']) ?? 'q35')
  return [
    ...(isRecord(efi) && efi['secureBoot'] !== false && !hasSmm ? ['secure boot needs smm.'] : []),
    ...(isRecord(efi) && heldAt(bootloader, ['bios']) !== undefined
      ? ['there is more than one bootloader.']
      : []),
    ...(/^(?:q35|pc-q35.*|virt.*|s390-ccw-virtio.*)$/.test(machine)
      ? []
      : [`the machine ${machine} is not allowed.`]),
  ]
}

const buses: Readonly<Record<string, readonly string[]>> = {
  disk: ['virtio', 'scsi', 'sata', 'usb'],
  cdrom: ['scsi', 'sata', 'usb'],
  lun: ['virtio', 'scsi', 'sata'],
}

function ofDisks(template: unknown): string[] {
  const volumes = new Set(listAt(template, 'volumes').map(nameOf))
  const used = new Set([...inDevices(template, 'disks'), ...inDevices(template, 'filesystems')].map(nameOf))
  const unused = [...volumes].filter((one) => !used.has(one)).map((one) => `the volume ${one} has no disk.`)
  return [...unused, ...inDevices(template, 'disks').flatMap((disk) => ofDisk(disk, volumes))]
}

function ofDisk(disk: unknown, volumes: ReadonlySet<string>): string[] {
  const name = nameOf(disk)
  const kinds = Object.keys(buses).filter((kind) => heldAt(disk, [kind]) !== undefined)
  const [kind = 'disk'] = kinds
  const bus = String(heldAt(disk, [kind, 'bus']) ?? 'sata')
  const cache = heldAt(disk, ['cache'])
  const io = heldAt(disk, ['io'])
  const serial = heldAt(disk, ['serial'])
  const wrong: string[] = []
  if (kinds.length > 1) wrong.push(`${name} is of several kinds.`)
  if (ownValue(buses, kind)?.includes(bus) !== true) wrong.push(`a ${kind} is not on ${bus} (${name}).`)
  if (kind === 'disk' && bus === 'sata' && heldAt(disk, ['disk', 'readonly']) === true)
    wrong.push(`${name} is on sata, and can’t be read-only.`)
  if (kind !== 'cdrom' && !volumes.has(name)) wrong.push(`${name} has no volume.`)
  if (cache !== undefined && !['none', 'writethrough', 'writeback'].includes(String(cache)))
    wrong.push(`${String(cache)} is no cache (${name}).`)
  if (io !== undefined && !['native', 'threads'].includes(String(io)))
    wrong.push(`${String(io)} is no io (${name}).`)
  if (serial !== undefined && !/^[\w.+-]{1,256}$/.test(String(serial)))
    wrong.push(`${name} has no serial number of that form.`)
  if (heldAt(disk, ['dedicatedIOThread']) === true && bus !== 'virtio')
    wrong.push(`${name} is not on virtio, and has no I/O thread of its own.`)
  const logical = heldAt(disk, ['blockSize', 'custom', 'logical'])
  const physical = heldAt(disk, ['blockSize', 'custom', 'physical'])
  if ((logical === undefined) !== (physical === undefined) || Number(logical ?? 0) > Number(physical ?? 0))
    wrong.push(`${name} has one block size too few, or too large.`)
  return wrong
}

const cards = ['virtio', 'e1000', 'e1000e', 'igb', 'rtl8139', 'ne2k_pci', 'pcnet']

function ofNetworks(template: unknown): string[] {
  const networks = new Map(listAt(template, 'networks').map((one) => [nameOf(one), one]))
  const interfaces = inDevices(template, 'interfaces')
  const pods = [...networks.values()].filter((one) => heldAt(one, ['pod']) !== undefined)
  const wrong = pods.length > 1 ? ['more than one card is on the pod’s network.'] : []
  for (const card of interfaces) {
    const name = nameOf(card)
    const network = networks.get(name)
    const isPod = heldAt(network, ['pod']) !== undefined
    if (network === undefined) wrong.push(`the card ${name} has no network.`)
    if (heldAt(card, ['masquerade']) !== undefined && !isPod)
      wrong.push(`masquerade is for the pod’s network (${name}).`)
    if (heldAt(card, ['sriov']) !== undefined && isPod)
      wrong.push(`sriov is not on the pod’s network (${name}).`)
    const model = heldAt(card, ['model'])
    if (model !== undefined && !cards.includes(String(model)))
      wrong.push(`${String(model)} is no card (${name}).`)
    const ports = listAt(card, 'ports').map(
      (one) => `${String(heldAt(one, ['protocol']) ?? 'TCP')} ${String(heldAt(one, ['port']))}`,
    )
    if (twice(ports).length > 0) wrong.push(`${name} has a port twice.`)
  }
  const used = new Set(interfaces.map(nameOf))
  for (const name of networks.keys()) if (!used.has(name)) wrong.push(`the network ${name} has no card.`)
  return wrong
}

function ofBootOrder(template: unknown): string[] {
  const orders = [...inDevices(template, 'disks'), ...inDevices(template, 'interfaces')]
    .map((one) => heldAt(one, ['bootOrder']))
    .filter((one) => one !== undefined)
  return [
    ...(orders.some((one) => Number(one) < 1) ? ['the boot order counts from 1.'] : []),
    ...(new Set(orders).size < orders.length ? ['two devices have the same place in the boot order.'] : []),
  ]
}
