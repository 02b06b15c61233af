/**
 * A .vmx of VMware Workstation, Player, Fusion or ESXi. Its keys: libvirt's own reader of them lists what each means
 * and what holds where it is not there (src/vmx/vmx.c), VMware's knowledge base and what the programs write the rest.
 */

import { guestSystem } from '../../systems/index.ts'
import { ownValue } from '../../text/index.ts'
import { type Bus, DesktopMachine, formatOf, guestOf, type ReadMachines } from '../desktop/index.ts'
import { isPassedOver } from './passed-over.ts'
import { readCards } from './read-cards.ts'
import { readSmallDevices } from './read-small-devices.ts'
import { VmxFile } from './vmx-file.ts'

export function readVmx(text: string): ReadMachines {
  const file = new VmxFile(text)
  const machine = new DesktopMachine('vmx', 'the folder of the .vmx')
  readHead(file, machine)
  readFirmware(file, machine)
  readDrives(file, machine)
  readFloppies(file, machine)
  readCards(file, machine)
  readSmallDevices(file, machine)
  readSnapshots(file, machine)
  for (const { key, value, position } of file.left)
    if (!isPassedOver(key.toLowerCase()))
      machine.say('unknown', 'advice', `${key} = "${value.slice(0, 80)}" is not understood.`, position)
  for (const { key, position } of file.others)
    machine.say('unknown', 'advice', `This is no key with a value: ${key.slice(0, 80)}`, position)
  const isMachine = machine.memory !== undefined || machine.drives.length > 0 || machine.cards.length > 0
  return { machines: isMachine ? [machine] : [], findings: [] }
}

function readHead(file: VmxFile, machine: DesktopMachine): void {
  const encrypted = file.takeEntry('encryption.keysafe') ?? file.takeEntry('encryptedvm.guid')
  const data = file.takeEntry('encryption.data')
  if (encrypted !== undefined || data !== undefined)
    machine.say(
      'encrypted',
      'warning',
      'The VM is encrypted: what stands encrypted is not read, and QEMU opens none of its files. Take the encryption away in VMware first, which also takes its TPM: have the recovery key of BitLocker at hand.',
      (encrypted ?? data)?.position,
    )
  file.drop('encryption')
  file.drop('encryptedvm')
  machine.name = file.take('displayname')
  machine.description = file.take('annotation')?.replaceAll('\r', '')
  machine.guest = guestOf(file.take('guestos') ?? '')
  nameDistribution(file, machine)
  machine.memory = file.takeNumber('memsize')
  machine.cpus = file.takeNumber('numvcpus') ?? 1
  machine.coresPerSocket = file.takeNumber('cpuid.corespersocket')
  machine.isNested = file.takeFlag('vhv.enable') === true
  const bios = file
    .take('uuid.bios')
    ?.replace(/[^0-9a-f]/gi, '')
    .toLowerCase()
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(bios ?? '')
  if (parts !== null) machine.uuid = parts.slice(1).join('-')
}

/** VMware's tools say what runs where the word of the file has no version: distroName='Ubuntu' distroVersion='24.04'. */
function nameDistribution(file: VmxFile, machine: DesktopMachine): void {
  const said = file.take('guestinfo.detailed.data') ?? file.take('guestos.detailed.data') ?? ''
  if (machine.guest.id !== undefined) return
  const word = (key: string) => new RegExp(`${key}='([^']{1,40})'`).exec(said)?.[1]
  const [name = ''] = (word('distroName') ?? '').split(' ')
  const system = guestSystem(`${name}-${word('distroVersion') ?? ''}`)
  if (system !== undefined) machine.guest = { ...machine.guest, id: system.id }
}

function readFirmware(file: VmxFile, machine: DesktopMachine): void {
  const isEfi = file.take('firmware')?.toLowerCase() === 'efi'
  const isSecure = file.takeFlag('uefi.secureboot.enabled') === true
  machine.firmware = isEfi ? (isSecure ? 'uefi-secure' : 'uefi-insecure') : 'bios'
  const nvram = file.takeEntry('nvram')
  if (isEfi && nvram !== undefined)
    machine.say(
      'elsewhere',
      'advice',
      `The boot entries of UEFI stay in ${nvram.value}, which OVMF can’t read: it starts \\EFI\\BOOT on the disk, and makes them anew.`,
      nvram.position,
    )
}

const buses: readonly Bus[] = ['nvme', 'scsi', 'sata', 'ide']

/** Where QEMU has the same controller. The parallel LSI Logic and the BusLogic it has not. */
const scsiModels: Readonly<Record<string, string>> = { lsisas1068: 'lsisas1068', pvscsi: 'vmpvscsi' }

/** What follows from the guest where the file says nothing is LSI Logic. */
function readDrives(file: VmxFile, machine: DesktopMachine): void {
  for (const bus of buses) {
    const found = file.drivesOf(bus)
    for (const { controller, unit } of found) {
      const isThere = file.takeFlag(`${bus}${controller}:${unit}.present`)
      if (isThere !== true) file.drop(`${bus}${controller}:${unit}`)
      else readDrive(file, machine, bus, controller, unit)
    }
    for (const number of file.numbersOf(bus)) {
      file.take(`${bus}${number}.present`)
      file.take(`${bus}${number}.virtualdev`)
      const sharing = file.takeEntry(`${bus}${number}.sharedbus`)
      if (sharing !== undefined && sharing.value.toLowerCase() !== 'none')
        machine.say('left', 'warning', 'A bus that several VMs share is not made.', sharing.position)
    }
  }
}

function readDrive(file: VmxFile, machine: DesktopMachine, bus: Bus, controller: number, unit: number): void {
  const own = `${bus}${controller}:${unit}`
  const kind = (file.take(`${own}.devicetype`) ?? '').toLowerCase()
  const name = file.takeEntry(`${own}.filename`)
  const model = (file.peek(`${bus}${controller}.virtualdev`) ?? 'lsilogic').toLowerCase()
  const isCd = kind.includes('cdrom')
  const isConnected = file.takeFlag(`${own}.startconnected`) !== false
  const mode = file.takeEntry(`${own}.mode`)
  if (/nonpersistent|undoable/.test(mode?.value ?? ''))
    machine.say(
      'left',
      'warning',
      'What is written to this disk is kept here: VMware forgets it.',
      mode?.position,
    )
  if (kind === 'scsi-passthru' || kind === 'rawdisk')
    machine.say(
      'left',
      'warning',
      'A disk of the host that is passed through is to be said anew.',
      name?.position,
    )
  const position = name?.position ?? { line: 1, column: 1 }
  const isDevice = kind === 'atapi-cdrom' || kind === 'cdrom-raw'
  const path = isDevice ? hostDevice(name?.value) : name?.value
  machine.addDrive({
    device: isCd ? 'cdrom' : 'disk',
    bus,
    scsi: bus === 'scsi' ? ownValue(scsiModels, model) : undefined,
    controller: bus === 'scsi' ? `${own} (${model})` : own,
    path: isCd && (!isConnected || isToolsDisc(path)) ? undefined : path,
    ...(isDevice && path !== undefined ? { isBlock: true } : {}),
    ...(isCd ? { format: 'raw' } : { format: formatOf(path ?? '') ?? 'vmdk' }),
    position,
  })
}

/** The disc of VMware's tools, which the program puts in by itself. */
function isToolsDisc(path: string | undefined): boolean {
  return path !== undefined && /(?:^|[\\/])(?:linux|windows|darwin|freebsd|netware|solaris)\.iso$/i.test(path)
}

/** `/dev/sr0`; a drive that is looked for, or one of Windows, is an empty one. */
function hostDevice(name: string | undefined): string | undefined {
  return name?.startsWith('/dev/') === true ? name : undefined
}

/** The first is there unless the file says otherwise, and empty then. */
function readFloppies(file: VmxFile, machine: DesktopMachine): void {
  for (const number of file.numbersOf('floppy')) {
    const own = `floppy${number}`
    const isThere = file.takeFlag(`${own}.present`) !== false
    const name = file.takeEntry(`${own}.filename`)
    const isFile = (file.take(`${own}.filetype`) ?? '').toLowerCase() === 'file'
    if (isThere && isFile && name !== undefined)
      machine.addDrive({
        device: 'floppy',
        bus: 'floppy',
        controller: own,
        path: name.value,
        format: 'raw',
        position: name.position,
      })
  }
}

/** Of a disk with snapshots the file names the last layer: NAME-000001.vmdk. */
function readSnapshots(file: VmxFile, machine: DesktopMachine): void {
  const layers = machine.drives.filter(
    ({ device, path }) => device === 'disk' && /-\d{6}\.vmdk$/i.test(path ?? ''),
  )
  if (layers[0] !== undefined)
    machine.say(
      'snapshot',
      'warning',
      `The VM has snapshots: ${layers.map(({ path }) => path).join(', ')} holds only what came after the last one. Delete the snapshots in VMware, which joins the files, or clone the VM in full.`,
      layers[0].position,
    )
  const suspended = file.takeEntry('checkpoint.vmstate')
  if (suspended !== undefined)
    machine.say(
      'snapshot',
      'warning',
      `The VM is suspended, in ${suspended.value}: shut it down in VMware, or what is in its memory is lost.`,
      suspended.position,
    )
}
