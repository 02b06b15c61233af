/** What else a VM of VMware has: sound, USB, shares, serial ports, a TPM. */
import type { Position } from '../../finding.ts'
import { ownValue } from '../../text/index.ts'
import { addShare, addUsbDevice, type DesktopMachine } from '../desktop/index.ts'
import type { VmxEntry, VmxFile } from './vmx-file.ts'

export function readSmallDevices(file: VmxFile, machine: DesktopMachine): void {
  readSound(file, machine)
  readUsb(file, machine)
  readShares(file, machine)
  readSerial(file, machine)
  readTpm(file, machine)
  readLeft(file, machine)
}

const sounds: Readonly<Record<string, string>> = { hdaudio: 'ich9', es1371: 'es1370', sb16: 'sb16' }

/** An AudioPCI where nothing is said. */
function readSound(file: VmxFile, machine: DesktopMachine): void {
  const present = file.takeEntry('sound.present')
  const device = file.takeEntry('sound.virtualdev')
  if (present === undefined || present.value.toLowerCase() !== 'true') return
  const word = device?.value.toLowerCase() ?? 'es1371'
  machine.add('sound', { model: ownValue(sounds, word) ?? 'ich9' }, (device ?? present).position)
}

/** libvirt gives q35 a controller for USB 3; what is plugged in by itself is said by vendor and product. */
function readUsb(file: VmxFile, machine: DesktopMachine): void {
  for (const key of ['usb.present', 'ehci.present', 'usb_xhci.present', 'usb.analyzer.enable']) file.take(key)
  for (let number = 0; number < 8; number += 1) {
    const entry = file.takeEntry(`usb.autoconnect.device${number}`)
    const ids = /vid:(?:0x)?([0-9a-f]{1,4}).{0,40}?pid:(?:0x)?([0-9a-f]{1,4})/i.exec(entry?.value ?? '')
    if (entry !== undefined && ids !== null) addUsbDevice(machine, ids[1] ?? '', ids[2] ?? '', entry.position)
  }
}

function readShares(file: VmxFile, machine: DesktopMachine): void {
  for (const number of file.numbersOf('sharedfolder')) {
    const own = `sharedfolder${number}`
    const isThere = file.takeFlag(`${own}.present`) === true && file.takeFlag(`${own}.enabled`) !== false
    const path = file.takeEntry(`${own}.hostpath`)
    const name = file.take(`${own}.guestname`) ?? `share${number}`
    const isWritten = file.takeFlag(`${own}.writeaccess`) === true
    file.drop(own)
    if (isThere && path !== undefined) addShare(machine, path.value, name, isWritten, path.position)
  }
}

/** A named pipe is a socket on Linux. VMware's manual, Configure a serial port. */
function readSerial(file: VmxFile, machine: DesktopMachine): void {
  for (const number of file.numbersOf('serial')) {
    const own = `serial${number}`
    const isThere = file.takeFlag(`${own}.present`) === true
    const kind = (file.take(`${own}.filetype`) ?? '').toLowerCase()
    const name = file.takeEntry(`${own}.filename`)
    const isClient = file.take(`${own}.pipe.endpoint`)?.toLowerCase() === 'client'
    file.drop(own)
    if (!isThere || kind === 'thinprint') continue
    const position = name?.position ?? { line: 1, column: 1 }
    machine.add('serial', serialOf(kind, name, isClient, position, machine), position)
  }
}

function serialOf(
  kind: string,
  name: VmxEntry | undefined,
  isClient: boolean,
  position: Position,
  machine: DesktopMachine,
) {
  const path = name?.value ?? ''
  if (path.startsWith('/')) {
    if (kind === 'file') return { type: 'file', source: { path } }
    if (kind === 'device') return { type: 'dev', source: { path } }
    if (kind === 'pipe') return { type: 'unix', source: { path, mode: isClient ? 'connect' : 'bind' } }
  }
  machine.say('changed', 'advice', 'The serial port is a pty here: virsh console speaks to it.', position)
  return { type: 'pty' }
}

function readTpm(file: VmxFile, machine: DesktopMachine): void {
  const tpm = file.takeEntry('vtpm.present')
  file.drop('vtpm')
  if (tpm?.value.toLowerCase() !== 'true') return
  machine.add('tpm', { model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }, tpm.position)
  machine.say(
    'elsewhere',
    'warning',
    'What is in the TPM of the VM stays behind: the new one is empty. Have the recovery key of BitLocker at hand, or suspend BitLocker before you leave.',
    tpm.position,
  )
}

const without: readonly { readonly key: string; readonly message: string }[] = [
  { key: 'parallel0.present', message: 'The parallel port is left out.' },
  {
    key: 'mks.enable3d',
    message:
      '3D is not drawn by the host here: say accel3d on a virtio card, with a display that has OpenGL.',
  },
  { key: 'ich7m.present', message: 'The chipset of a Mac is left out.' },
  {
    key: 'smc.present',
    message: 'The System Management Controller of a Mac is left out: macOS asks for it.',
  },
  { key: 'board-id.reflecthost', message: 'The board of a Mac is left out.' },
  {
    key: 'pcipassthru0.present',
    message: 'A PCI device that is passed through is to be said anew, by its address on the new host.',
  },
]

function readLeft(file: VmxFile, machine: DesktopMachine): void {
  for (const { key, message } of without) {
    const entry = file.takeEntry(key)
    if (entry !== undefined && entry.value.toLowerCase() === 'true')
      machine.say('left', 'advice', message, entry.position)
    const family = /^(?:parallel0|pcipassthru0)(?=\.)/.exec(key)?.[0]
    if (family !== undefined) file.drop(family)
  }
}
