/** Disks, CDs and floppies of VirtualBox: a controller names the UUID of what is in it, the registry knows its file. */
import { ownValue } from '../../text/index.ts'
import type { XmlElement } from '../../xml/index.ts'
import {
  type Bus,
  childOf,
  childrenOf,
  type DesktopMachine,
  type Drive,
  formatOf,
  said,
} from '../desktop/index.ts'

interface Medium {
  readonly location: string
  readonly format: string | undefined
  /** A layer above another disk. */
  readonly isLayer: boolean
  readonly isEncrypted: boolean
}

export function readDrives(element: XmlElement, machine: DesktopMachine): void {
  const media = mediaOf(element)
  // Snapshots have controllers of their own.
  const controllers = [element, childOf(element, 'Hardware')].flatMap((parent) =>
    childrenOf(childOf(parent, 'StorageControllers'), 'StorageController'),
  )
  for (const controller of controllers)
    for (const device of childrenOf(controller, 'AttachedDevice'))
      readDrive(machine, controller, device, media)
}

function mediaOf(element: XmlElement): ReadonlyMap<string, Medium> {
  const found = new Map<string, Medium>()
  const registry = childOf(element, 'MediaRegistry')
  const below = (parent: XmlElement, isLayer: boolean, depth: number) => {
    for (const one of [...childrenOf(parent, 'HardDisk'), ...childrenOf(parent, 'Image')]) {
      const uuid = said(one, 'uuid')
      const location = said(one, 'location')
      const isEncrypted = childrenOf(one, 'Property').some((property) =>
        said(property, 'name')?.startsWith('CRYPT/'),
      )
      if (uuid !== undefined && location !== undefined)
        found.set(uuid, { location, format: said(one, 'format'), isLayer, isEncrypted })
      if (depth < 200) below(one, true, depth + 1)
    }
  }
  for (const name of ['HardDisks', 'DVDImages', 'FloppyImages'])
    for (const list of childrenOf(registry, name)) below(list, false, 0)
  return found
}

const buses: Readonly<Record<string, Bus>> = {
  PIIX3: 'ide',
  PIIX4: 'ide',
  ICH6: 'ide',
  AHCI: 'sata',
  IntelAhci: 'sata',
  LsiLogic: 'scsi',
  BusLogic: 'scsi',
  LsiLogicSas: 'scsi',
  VirtioSCSI: 'scsi',
  VirtioScsi: 'scsi',
  I82078: 'floppy',
  USB: 'usb',
  NVMe: 'nvme',
}

/** Where QEMU has the same controller. */
const scsiModels: Readonly<Record<string, string>> = {
  LsiLogicSas: 'lsisas1068',
  VirtioSCSI: 'virtio-scsi',
  VirtioScsi: 'virtio-scsi',
}

const kinds: Readonly<Record<string, Drive['device']>> = {
  HardDisk: 'disk',
  DVD: 'cdrom',
  Floppy: 'floppy',
}

const formats: Readonly<Record<string, string>> = {
  VDI: 'vdi',
  VMDK: 'vmdk',
  VHD: 'vpc',
  VHDX: 'vhdx',
  RAW: 'raw',
  QCOW: 'qcow',
  QED: 'qed',
}

function readDrive(
  machine: DesktopMachine,
  controller: XmlElement,
  element: XmlElement,
  media: ReadonlyMap<string, Medium>,
): void {
  const type = said(controller, 'type') ?? ''
  const device = ownValue(kinds, said(element, 'type') ?? '')
  if (device === undefined) return
  const { position } = element
  const uuid = said(childOf(element, 'Image'), 'uuid')
  const medium = uuid === undefined ? undefined : media.get(uuid)
  const host = said(childOf(element, 'HostDrive'), 'src')
  if (uuid !== undefined && medium === undefined)
    machine.say(
      'elsewhere',
      device === 'disk' ? 'warning' : 'advice',
      `The file of ${uuid} is not in this text: VBoxManage showmediuminfo ${uuid} says its location.`,
      position,
    )
  sayState(machine, element, medium, uuid)
  const path = medium?.location ?? (host?.startsWith('/dev/') === true ? host : undefined)
  const isSaid = device !== 'disk' || path !== undefined
  machine.addDrive({
    device,
    bus: ownValue(buses, type) ?? 'sata',
    scsi: ownValue(scsiModels, type),
    controller: `${said(controller, 'name') ?? 'a controller'} (${type})`,
    // A place for the file that is elsewhere.
    path: isSaid ? (isToolsDisc(path) ? undefined : path) : `${uuid?.replace(/[^\w-]/g, '') ?? 'disk'}.vdi`,
    ...(medium === undefined && path !== undefined ? { isBlock: true } : {}),
    format: formatHere(device, medium),
    position,
  })
}

function formatHere(device: Drive['device'], medium: Medium | undefined): string | undefined {
  if (device !== 'disk') return 'raw'
  return ownValue(formats, medium?.format?.toUpperCase() ?? '') ?? formatOf(medium?.location ?? '') ?? 'vdi'
}

function sayState(
  machine: DesktopMachine,
  element: XmlElement,
  medium: Medium | undefined,
  uuid: string | undefined,
): void {
  if (medium?.isLayer === true)
    machine.say(
      'snapshot',
      'warning',
      `${medium.location} holds only what came after a snapshot: VBoxManage clonemedium disk ${uuid ?? ''} whole.vdi makes one file of all.`,
      element.position,
    )
  if (medium?.isEncrypted === true)
    machine.say(
      'encrypted',
      'warning',
      `${medium.location} is encrypted by VirtualBox, which QEMU can’t open: VBoxManage encryptmedium ${uuid ?? ''} --oldpassword - takes it away.`,
      element.position,
    )
}

function isToolsDisc(path: string | undefined): boolean {
  const name = path?.split(/[\\/]/).at(-1)?.toLowerCase() ?? ''
  return name.startsWith('vboxguestadditions') && name.endsWith('.iso')
}
