/** The CDs that a system is installed from, before the disk in the boot order. */
import type { Devices, Item } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { installerKernel, isUnattended } from '../installer/index.ts'
import { addMadeDisk } from './add-made-device.ts'
import { hasDeviceBootOrder } from './defaults.ts'
import { type Draft, note, origin } from './draft.ts'
import { freeCdName } from './free-cd-name.ts'
import type { Installation } from './installation.ts'
import type { MadeDisk } from './made-devices.ts'

type Disk = Item<Devices['disks']>

/** Adds the CDs, and the kernel of an installer that is told by it. */
export function addInstaller(draft: Draft, taken: Set<string | undefined>): void {
  const { installation } = draft
  if (installation === undefined) {
    reportNoIso(draft)
    return
  }
  for (const { device, file, url, path } of installation.media) {
    const place = addCd(draft, taken, device, file, path.slice(0, -1))
    if (url === undefined) origin(draft, [...place, 'source', 'file'], path)
    note(
      draft,
      place,
      device === 'installer_disk' ? 'the installer’s CD' : 'a CD with drivers',
      device === 'installer_disk'
        ? 'The system is installed from it.'
        : 'Windows brings no drivers for virtio along: Setup and the desktop take them from here.',
      device === 'installer_disk'
        ? 'Set installer.done when the system is installed.'
        : 'Name another one in installer.drivers, or leave out drivers_disk.',
    )
  }
  if (installation.answersFile !== undefined) {
    const place = addCd(draft, taken, 'answers_disk', installation.answersFile, ['installer', 'unattended'])
    note(
      draft,
      place,
      'the answers to the installer’s questions',
      'The installer finds them on a CD of their own.',
      'Set installer.unattended.enabled to false.',
    )
  }
  startKernel(draft, installation)
  reportUntold(draft, installation)
}

/** An installer that is to be told, and is not. */
function reportUntold({ design, spec, findings, arch }: Draft, { answers, boot }: Installation): void {
  if (!isUnattended(design)) return
  if (answers === undefined)
    findings.push({
      code: 'unattended.unknown-system',
      severity: 'warning',
      path: spec.guest === undefined ? ['guest'] : ['installer', 'unattended', 'answers'],
      message: `${spec.guest === undefined ? 'Nothing tells what is installed' : `Which file the installer of ${spec.guest} reads is not known`}, so its questions are not answered. Say the system in guest, or the kind of file in installer.unattended.answers.`,
    })
  else if (boot === undefined && installerKernel(answers, arch) !== undefined)
    findings.push({
      code: 'unattended.secure-boot',
      severity: 'warning',
      path: ['installer', 'unattended'],
      message: `The installer reads ${answers === 'preseed' ? 'its answers only' : 'without a question'} when its kernel is told so, and the kernel is not started by itself here: with Secure Boot the firmware refuses it, and a kernel of your own stays. Install without Secure Boot, and switch it on afterwards.`,
    })
}

function reportNoIso({ spec: { installer }, findings }: Draft): void {
  if (installer === undefined || installer.done === true) return
  if (Object.values(installer).every((held) => held === undefined)) return
  findings.push({
    code: 'installer.no-iso',
    severity: 'warning',
    path: ['installer', 'url'],
    message:
      'The installer has no ISO, so no CD is made of it. Say its address or where it lies on the host.',
  })
}

function addCd(draft: Draft, taken: Set<string | undefined>, name: MadeDisk, file: string, from: Path): Path {
  const dev = freeCdName(taken)
  taken.add(dev)
  const cd: Disk = {
    type: 'file',
    device: 'cdrom',
    driver: { name: 'qemu', type: 'raw' },
    source: { file },
    target: { dev, bus: 'sata' },
    readonly: true,
  }
  return addMadeDisk(draft, name, cd, from)
}

function startKernel(draft: Draft, { boot }: Installation): void {
  if (boot === undefined) return
  const { kernelFile, initrdFile, cmdline } = boot
  draft.domain.os = {
    ...draft.domain.os,
    kernel: kernelFile,
    initrd: initrdFile,
    cmdline: draft.libvirt.os?.cmdline ?? cmdline,
  }
  for (const key of ['kernel', 'initrd', ...(draft.libvirt.os?.cmdline === undefined ? ['cmdline'] : [])])
    origin(draft, ['os', key], ['installer', 'unattended'])
  note(
    draft,
    ['os', 'kernel'],
    'the kernel of the installer',
    'It reads its answers only when the kernel is told so. create.sh takes kernel and initrd from the ISO.',
    'Set installer.unattended.enabled to false.',
  )
}

/**
 * The installer’s CD comes first and the disk after it, unless the author says what boots. Called when all disks are there.
 * libvirt starts from nothing that has no place in the order.
 */
export function orderBoot(draft: Draft): void {
  const place = draft.made.get('installer_disk')
  const index = place?.at(-1)
  const { disks } = draft.devices
  if (typeof index !== 'number' || disks === undefined) return
  if (draft.libvirt.os?.boot !== undefined || hasDeviceBootOrder(draft)) {
    reportOwnOrder(draft, disks[index])
    return
  }
  const first = disks.findIndex(({ device }) => (device ?? 'disk') === 'disk')
  const ordered = disks.map((disk, at): Disk => {
    const order = at === index ? 1 : at === first ? 2 : undefined
    return order === undefined ? disk : { ...disk, boot: { ...disk.boot, order } }
  })
  draft.devices.disks = ordered
  note(
    draft,
    ['devices', 'disks', index, 'boot'],
    'the CD before the disk',
    'The installer starts as long as its CD is in; behind it the disk does.',
    'Set a boot order at the devices, or libvirt.os.boot.',
  )
}

/** What the author says stays, and may be that nothing starts from the CD. */
function reportOwnOrder({ libvirt, findings }: Draft, cd: Disk | undefined): void {
  const list = libvirt.os?.boot
  if (cd?.boot?.order !== undefined || list?.some(({ dev }) => dev === 'cdrom') === true) return
  findings.push({
    code: 'installer.boot-order',
    severity: 'warning',
    path: list === undefined ? ['libvirt', 'installer_disk'] : ['libvirt', 'os', 'boot'],
    message:
      list === undefined
        ? 'The devices have a boot order, and the installer’s CD has no place in it, so nothing starts from it. Say libvirt.installer_disk.boot.order.'
        : 'The installer’s CD is not in the boot order, so nothing starts from it. Add cdrom, or take the list out: then the CD comes before the disk.',
  })
}
