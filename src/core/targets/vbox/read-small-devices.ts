/** What else a VM of VirtualBox has: sound, USB, shares, serial ports, a TPM. */
import { ownValue } from '../../text/index.ts'
import type { XmlElement } from '../../xml/index.ts'
import {
  addShare,
  addUsbDevice,
  allBelow,
  childOf,
  childrenOf,
  type DesktopMachine,
  isOn,
  numberOf,
  said,
} from '../desktop/index.ts'

const sounds: Readonly<Record<string, string>> = { AC97: 'ac97', HDA: 'ich9', SB16: 'sb16' }

export function readSmallDevices(hardware: XmlElement | undefined, machine: DesktopMachine): void {
  const sound = childOf(hardware, 'AudioAdapter')
  if (sound !== undefined && isOn(sound))
    machine.add(
      'sound',
      { model: ownValue(sounds, said(sound, 'controller') ?? 'AC97') ?? 'ac97' },
      sound.position,
    )
  readUsb(childOf(hardware, 'USB'), machine)
  for (const share of childrenOf(childOf(hardware, 'SharedFolders'), 'SharedFolder'))
    addShare(
      machine,
      said(share, 'hostPath') ?? '',
      said(share, 'name') ?? 'share',
      said(share, 'writable') === 'true',
      share.position,
    )
  readSerial(childOf(hardware, 'UART'), machine)
  readTpm(hardware, machine)
  readLeft(hardware, machine)
}

function readUsb(usb: XmlElement | undefined, machine: DesktopMachine): void {
  for (const filter of childrenOf(childOf(usb, 'DeviceFilters'), 'DeviceFilter')) {
    const vendor = said(filter, 'vendorId') ?? ''
    const product = said(filter, 'productId') ?? ''
    if (said(filter, 'active') === 'false') continue
    if (/^[0-9a-f]{4}$/i.test(vendor) && /^[0-9a-f]{4}$/i.test(product))
      addUsbDevice(machine, vendor, product, filter.position)
    else
      machine.say(
        'left',
        'advice',
        'A filter of USB devices without both ids is left out: say vendor and product.',
        filter.position,
      )
  }
}

function readSerial(uart: XmlElement | undefined, machine: DesktopMachine): void {
  for (const port of childrenOf(uart, 'Port')) {
    if (!isOn(port)) continue
    const { position } = port
    const path = said(port, 'path') ?? ''
    const mode = said(port, 'hostMode') ?? 'Disconnected'
    const isServer = said(port, 'server') === 'true'
    if (mode === 'TCP') {
      const [host = '', service = ''] = path.includes(':') ? path.split(':', 2) : ['127.0.0.1', path]
      const source = { mode: isServer ? 'bind' : 'connect', host, service }
      machine.add('serial', { type: 'tcp', source, protocol: { type: 'raw' } }, position)
    } else if (mode === 'HostPipe' && path.startsWith('/'))
      machine.add('serial', { type: 'unix', source: { path, mode: isServer ? 'bind' : 'connect' } }, position)
    else if (mode === 'HostDevice' && path.startsWith('/'))
      machine.add('serial', { type: 'dev', source: { path } }, position)
    else if (mode === 'RawFile' && path.startsWith('/'))
      machine.add('serial', { type: 'file', source: { path } }, position)
    else {
      machine.add('serial', { type: 'pty' }, position)
      machine.say('changed', 'advice', 'The serial port is a pty here: virsh console speaks to it.', position)
    }
  }
}

function readTpm(hardware: XmlElement | undefined, machine: DesktopMachine): void {
  const tpm = allBelow(hardware, 'TrustedPlatformModule')[0]
  const type = said(tpm, 'type')
  if (tpm === undefined || type === undefined || type === 'None') return
  const version = type === 'v1_2' ? '1.2' : '2.0'
  const model = version === '1.2' ? 'tpm-tis' : 'tpm-crb'
  machine.add('tpm', { model, backend: { type: 'emulator', version } }, tpm.position)
  machine.say(
    'elsewhere',
    'warning',
    'What is in the TPM of the VM stays behind: the new one is empty. Have the recovery key of BitLocker at hand, or suspend BitLocker before you leave.',
    tpm.position,
  )
}

function readLeft(hardware: XmlElement | undefined, machine: DesktopMachine): void {
  const display = childOf(hardware, 'Display')
  if (display !== undefined && said(display, 'accelerate3D') === 'true')
    machine.say(
      'left',
      'advice',
      '3D is not drawn by the host here: say accel3d on a virtio card, with a display that has OpenGL.',
      display.position,
    )
  const screens = numberOf(said(display, 'monitorCount')) ?? 1
  if (display !== undefined && screens > 1)
    machine.say(
      'left',
      'advice',
      `${screens} screens are one here: say heads on the video card.`,
      display.position,
    )
  for (const port of childrenOf(childOf(hardware, 'LPT'), 'Port'))
    if (isOn(port)) machine.say('left', 'advice', 'The parallel port is left out.', port.position)
  const remote = childOf(hardware, 'RemoteDisplay')
  if (remote !== undefined && isOn(remote))
    machine.say(
      'left',
      'advice',
      'The screen is seen by VNC here, not by RDP, and on this host alone.',
      remote.position,
    )
  for (const device of allBelow(childOf(hardware, 'HostPci'), 'Device'))
    machine.say(
      'left',
      'warning',
      'A PCI device that is passed through is to be said anew, by its address on the new host.',
      device.position,
    )
}
