/** Disks, CDs and floppies: where the guest finds them here, and what becomes of their files. */
import type { Position } from '../../finding.ts'
import { formatSize, type UnknownRecord } from '../../table/index.ts'
import { ownValue, shellWord } from '../../text/index.ts'
import type { Bus, DesktopMachine, Drive } from './machine.ts'

export interface PlacedDrives {
  readonly disks: readonly { readonly item: UnknownRecord; readonly position: Position }[]
  readonly controllers: readonly UnknownRecord[]
}

/** QEMU’s i440FX has IDE, as the mainboards of VMware and VirtualBox; Secure Boot is with q35 alone. */
export function boardOf({ drives, firmware, guest }: DesktopMachine): 'pc' | 'q35' | undefined {
  if (guest.isArm) return undefined
  const isOnIde = drives.some(({ device, bus }) => device === 'disk' && bus === 'ide')
  return isOnIde && firmware !== 'uefi-secure' ? 'pc' : 'q35'
}

/** Disks that no target of QEMU has are told once, with the reason. */
export function placeDrives(machine: DesktopMachine): PlacedDrives {
  const names = new Map<string, number>()
  const models = new Map<string, number>()
  const disks = diskFirst(machine.drives).flatMap((drive) => {
    if (drive.device === 'disk' && drive.path === undefined && drive.size === undefined) {
      machine.say('left', 'warning', 'A disk without a file is left out.', drive.position)
      return []
    }
    const { bus, scsi } = busHere(machine, drive)
    if (scsi !== undefined && !models.has(scsi)) models.set(scsi, models.size)
    return [{ item: diskOf(drive, bus, nextName(bus, names)), scsi, position: drive.position }]
  })
  sayChanges(machine)
  sayFormats(machine)
  sayPaths(machine)
  const hardDisks = disks.filter(({ item }) => item['device'] === undefined)
  const [first] = hardDisks
  if (first !== undefined && hardDisks.length > 1) first.item['boot'] = { order: 1 }
  // A name alone leads to the first controller.
  if (models.size > 1) addAddresses(disks, models)
  return {
    disks,
    controllers: [...models].map(([model, index]) => ({ type: 'scsi', index, model })),
  }
}

/** The first name of a bus is that of a disk, wherever its CD stood. */
function diskFirst(drives: readonly Drive[]): Drive[] {
  const rank = ({ device }: Drive) => (device === 'disk' ? 0 : 1)
  return [...drives].sort((one, other) => rank(one) - rank(other))
}

interface PlacedDrive {
  readonly item: Record<string, unknown>
  readonly scsi: string | undefined
}

function addAddresses(disks: readonly PlacedDrive[], models: ReadonlyMap<string, number>): void {
  const units = new Map<string, number>()
  for (const { item, scsi } of disks) {
    if (scsi === undefined) continue
    const unit = units.get(scsi) ?? 0
    units.set(scsi, unit + 1)
    item['address'] = { type: 'drive', controller: models.get(scsi), bus: 0, target: 0, unit }
  }
}

/** SCSI of another kind goes over to the controller that each system has a driver for. */
function busHere(machine: DesktopMachine, drive: Drive): { bus: Bus; scsi?: string | undefined } {
  const { guest } = machine
  if (drive.device === 'floppy' || drive.bus === 'floppy') return { bus: 'floppy' }
  if (drive.bus === 'virtio' || drive.bus === 'usb') return { bus: drive.bus }
  if (guest.isArm) return { bus: 'scsi', scsi: 'virtio-scsi' }
  if (drive.bus === 'scsi' && drive.scsi !== undefined) return { bus: 'scsi', scsi: drive.scsi }
  if (drive.bus === 'scsi' && guest.family === 'linux') return { bus: 'scsi', scsi: 'virtio-scsi' }
  if (drive.bus === 'ide' && boardOf(machine) === 'pc') return { bus: 'ide' }
  return { bus: 'sata' }
}

/** A disk that the guest finds on another controller may be one that it can't start from. */
function sayChanges(machine: DesktopMachine): void {
  const changed = machine.drives.filter((drive) => {
    const { bus, scsi } = busHere(machine, drive)
    return drive.device === 'disk' && (bus !== drive.bus || scsi !== drive.scsi)
  })
  const [first] = changed
  if (first === undefined) return
  const { bus } = busHere(machine, first)
  const now = bus === 'scsi' ? 'virtio-scsi' : bus.toUpperCase()
  const names = [...new Set(changed.map(({ controller }) => controller))].join(', ')
  const newer =
    first.bus === 'nvme'
      ? ' libvirt has NVMe disks since 11.5: where yours is as new, say bus nvme instead.'
      : ''
  const how =
    machine.guest.family === 'windows'
      ? 'Windows may stop with INACCESSIBLE_BOOT_DEVICE: start it once in safe mode, which loads the driver.'
      : 'The guest needs that driver in its initramfs; Debian, Ubuntu and SUSE have it there, Fedora and RHEL after dracut -f --no-hostonly.'
  machine.say(
    'changed',
    'warning',
    `Disks on ${names} are on ${now} here: QEMU has no such controller, or not on this board. ${how}${newer}`,
    first.position,
  )
}

const formats: Readonly<Record<string, string>> = {
  vmdk: 'vmdk',
  vdi: 'vdi',
  vhd: 'vpc',
  vhdx: 'vhdx',
  qcow2: 'qcow2',
  qed: 'qed',
  iso: 'raw',
  img: 'raw',
  raw: 'raw',
  flp: 'raw',
  ima: 'raw',
}

/** In libvirt's word; undefined for an ending that says nothing. */
export function formatOf(path: string): string | undefined {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return ownValue(formats, ending)
}

/** Formats that QEMU writes, without snapshots or discard, and slower than its own. */
const foreign: ReadonlySet<string> = new Set(['vmdk', 'vdi', 'vpc', 'vhdx', 'qed'])

function sayFormats(machine: DesktopMachine): void {
  const disks = machine.drives.flatMap((drive) => {
    const { device, path } = drive
    const format = driveFormat(drive)
    return device === 'disk' && path !== undefined && format !== undefined && foreign.has(format)
      ? [{ ...drive, path, format }]
      : []
  })
  const [first] = disks
  if (first === undefined) return
  const isRead = disks.some(({ isReadOnlyFormat }) => isReadOnlyFormat === true)
  const lines = disks.map(
    ({ path, format }) =>
      `qemu-img convert -p -f ${format} -O qcow2 ${shellWord(path)} ${shellWord(qcow2Name(path))}`,
  )
  const why = isRead
    ? 'QEMU reads a compressed vmdk and can’t write it'
    : `QEMU runs a ${first.format}, slower than its own format and without snapshots`
  machine.say(
    'convert',
    isRead ? 'warning' : 'advice',
    `${why}: ${lines.join(' && ')}. Then say the new file, with the format qcow2.`,
    first.position,
  )
}

function driveFormat({ format, path }: Drive): string | undefined {
  return format ?? (path === undefined ? undefined : formatOf(path))
}

function qcow2Name(path: string): string {
  return `${path.replace(/\.[a-z0-9]{1,5}$/i, '')}.qcow2`
}

function sayPaths(machine: DesktopMachine): void {
  const found = machine.drives.flatMap(({ path, position, isBlock }) =>
    path === undefined || isBlock === true ? [] : [{ path, position }],
  )
  const others = found.filter(({ path }) => isOfWindows(path) || path.startsWith('/vmfs/'))
  const relative = found.filter(({ path }) => !path.startsWith('/') && !isOfWindows(path))
  const list = (some: readonly { path: string }[]) => [...new Set(some.map(({ path }) => path))].join(', ')
  if (relative[0] !== undefined)
    machine.say(
      'path',
      'warning',
      `These are looked for in ${machine.folder}, and libvirt takes whole paths only: put that folder before ${list(relative)}.`,
      relative[0].position,
    )
  if (others[0] !== undefined)
    machine.say(
      'path',
      'warning',
      `These are paths of Windows or ESXi: say where the files are on the new host: ${list(others)}.`,
      others[0].position,
    )
}

/** A drive, a share, or folders that Windows parts. */
export function isOfWindows(path: string): boolean {
  return (
    /^[a-z]:[\\/]/i.test(path) || path.startsWith('\\\\') || (!path.startsWith('/') && path.includes('\\'))
  )
}

const prefixes: Readonly<Record<Bus, string>> = {
  ide: 'hd',
  sata: 'sd',
  scsi: 'sd',
  usb: 'sd',
  nvme: 'sd',
  virtio: 'vd',
  floppy: 'fd',
}

function nextName(bus: Bus, names: Map<string, number>): string {
  const prefix = prefixes[bus]
  const count = names.get(prefix) ?? 0
  names.set(prefix, count + 1)
  return prefix + letters(count)
}

/** `a` to `z`, then `aa`. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26))
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last
}

function diskOf(drive: Drive, bus: Bus, dev: string): Record<string, unknown> {
  const { device, path, isBlock, size } = drive
  const target = { dev, bus: bus === 'floppy' ? 'fdc' : bus }
  const kind = device === 'disk' ? {} : { device }
  if (path === undefined) {
    const made = size === undefined ? {} : { create: formatSize(size), driver: { type: 'qcow2' } }
    return { ...kind, ...made, target }
  }
  const source = isBlock === true ? { dev: path } : { file: path }
  const type = isBlock === true ? 'raw' : (driveFormat(drive) ?? 'raw')
  return {
    ...kind,
    ...(isBlock === true ? { type: 'block' } : {}),
    driver: { name: 'qemu', type },
    source,
    target,
    ...(device === 'cdrom' ? { readonly: true } : {}),
  }
}
