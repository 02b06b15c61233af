/**
 * The .conf of a VM of quickemu: variables of bash. Manual: quickemu_conf(5) of quickemu 4.9; the devices that it gives a
 * guest are those of the script itself: virtio for the disk and the card, UEFI where nothing is said.
 */
import { sizeInBytes } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import {
  addShare,
  addUsbDevice,
  type Bus,
  DesktopMachine,
  type Drive,
  type Forward,
  type Guest,
  macOf,
  type ReadMachines,
} from '../desktop/index.ts'
import { type Assignment, readScript } from './assignments.ts'

/** Variables that say how quickemu shows the VM and speaks to it, and nothing of the VM. */
const ofProgram: ReadonlySet<string> = new Set([
  ...['display', 'viewer', 'viewer_extra_args', 'width', 'height', 'screen', 'screenpct', 'fullscreen', 'gl'],
  ...['monitor', 'monitor_cmd', 'monitor_telnet_host', 'monitor_telnet_port', 'spice_port', 'access'],
  ...['serial', 'serial_telnet_host', 'serial_telnet_port', 'keyboard_layout', 'preallocation', 'braille'],
  ...['disk_format', 'usb_controller', 'keyboard', 'mouse', 'sound_duplex', 'vm', 'sudo', 'status_quo'],
])

class Variables {
  readonly #open: Map<string, Assignment>

  constructor(assignments: ReadonlyMap<string, Assignment>) {
    this.#open = new Map(assignments)
  }

  /** Undefined for none, and for one that is empty. */
  take(name: string): (Assignment & { readonly value: string }) | undefined {
    const found = this.#open.get(name)
    this.#open.delete(name)
    const value = found?.words[0] ?? ''
    return found === undefined || value === '' ? undefined : { ...found, value }
  }

  get left(): IterableIterator<Assignment> {
    return this.#open.values()
  }
}

export function readQuickemu(text: string): ReadMachines {
  const { assignments, others } = readScript(text)
  const variables = new Variables(assignments)
  const machine = new DesktopMachine('quickemu', 'the folder where quickemu is run, that of the .conf')
  readGuest(variables, machine)
  readSizes(variables, machine)
  readDrives(variables, machine)
  readNetwork(variables, machine)
  readDevices(variables, machine)
  for (const { name, words, position } of variables.left)
    if (!ofProgram.has(name))
      machine.say('unknown', 'advice', `${name}=${words.join(' ').slice(0, 80)} is not understood.`, position)
  for (const { text: line, position } of others)
    machine.say(
      'unknown',
      'warning',
      `A shell would work this out, and it is not read: ${line.slice(0, 80)}`,
      position,
    )
  return { machines: machine.drives.length === 0 ? [] : [machine], findings: [] }
}

const families: Readonly<Record<string, Guest['family']>> = {
  linux: 'linux',
  linux_old: 'linux',
  batocera: 'linux',
  windows: 'windows',
  'windows-server': 'windows',
  macos: 'macos',
}

/** What quickemu calls a guest, and ours where it means one: Windows with a TPM is 11. */
const systems: Readonly<Record<string, string>> = {
  macos: 'macos',
  haiku: 'haiku',
  reactos: 'reactos',
}

function readGuest(variables: Variables, machine: DesktopMachine): void {
  const word = variables.take('guest_os')?.value ?? 'linux'
  const arch = variables.take('arch')?.value
  const tpm = variables.take('tpm')
  const isWindows11 = word === 'windows' && tpm?.value === 'on'
  const id = isWindows11 ? 'windows-11' : word === 'windows' ? 'windows-10' : ownValue(systems, word)
  machine.guest = {
    ...(id === undefined ? {} : { id }),
    family: ownValue(families, word) ?? 'other',
    isArm: arch === 'aarch64',
  }
  if (tpm?.value === 'on')
    machine.add('tpm', { model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }, tpm.position)
  const release = variables.take('macos_release')
  if (word === 'macos')
    machine.say(
      'left',
      'warning',
      `quickemu starts macOS${release === undefined ? '' : ` ${release.value}`} by OpenCore.qcow2 beside the disk, with a key of Apple’s for QEMU: add that disk before the others, and the key under qemu_arguments.`,
      release?.position,
    )
  const isLegacy = variables.take('boot')?.value === 'legacy'
  const isSecure = variables.take('secureboot')?.value === 'on'
  machine.firmware = isLegacy ? 'bios' : isSecure ? 'uefi-secure' : 'uefi-insecure'
}

/** What is not said follows from the guest instead. */
function readSizes(variables: Variables, machine: DesktopMachine): void {
  const cpus = variables.take('cpu_cores')
  const ram = variables.take('ram')
  const bytes = ram === undefined ? undefined : sizeInBytes(ram.value, 1024 * 1024 * 1024)
  if (cpus !== undefined && /^\d{1,4}$/.test(cpus.value)) machine.cpus = Number(cpus.value)
  if (bytes !== undefined) machine.memory = Math.floor(bytes / 1024 / 1024)
  const unsaid = [...(ram === undefined ? ['ram'] : []), ...(cpus === undefined ? ['cpu'] : [])]
  if (unsaid.length > 0)
    machine.say(
      'elsewhere',
      'advice',
      `quickemu goes by its host where the .conf does not say ${unsaid.join(' and ')}: say here what the VM is to have.`,
    )
}

function readDrives(variables: Variables, machine: DesktopMachine): void {
  const { guest } = machine
  const format = variables.take('disk_format')?.value
  const size = variables.take('disk_size')
  const bus: Bus = guest.id === 'reactos' ? 'ide' : 'virtio'
  const add = (name: string, drive: Omit<Drive, 'controller' | 'path' | 'position'>) => {
    const found = variables.take(name)
    if (found !== undefined)
      machine.addDrive({ ...drive, controller: name, path: found.value, position: found.position })
  }
  // The image of a recovery is a disk for macOS, and a stick for others.
  add('disk_img', { device: 'disk', bus, format: format ?? 'qcow2' })
  add('img', { device: 'disk', bus: guest.family === 'macos' ? bus : 'usb', format: 'raw' })
  for (const name of ['iso', 'fixed_iso']) add(name, { device: 'cdrom', bus: 'sata', format: 'raw' })
  add('floppy', { device: 'floppy', bus: 'floppy', format: 'raw' })
  if (size !== undefined)
    machine.say(
      'elsewhere',
      'advice',
      `quickemu makes the disk in ${size.value} when it is not there: start the VM with quickemu once, or make it by qemu-img create.`,
      size.position,
    )
}

function readNetwork(variables: Variables, machine: DesktopMachine): void {
  const network = variables.take('network')
  const bridge = variables.take('bridge')
  const mac = variables.take('macaddr')
  const ssh = variables.take('ssh_port')
  const forwards = variables.take('port_forwards')
  const kind = network?.value ?? 'user'
  if (kind === 'none') return
  const isBridge = bridge !== undefined || !['user', 'restrict'].includes(kind)
  if (kind === 'restrict')
    machine.say(
      'left',
      'warning',
      'The guest was closed off from the network, which libvirt can’t say of a user network: say a network without <forward>, or a filter.',
      network?.position,
    )
  const pairs = [...(ssh === undefined ? [] : [`${ssh.value}:22`]), ...(forwards?.words ?? [])]
  const all = pairs.flatMap((pair) => forwardOf(pair, machine, forwards ?? ssh))
  machine.addCard({
    mode: isBridge ? 'bridge' : 'user',
    network: isBridge ? (bridge?.value ?? kind) : undefined,
    model: machine.guest.family === 'macos' ? 'vmxnet3' : 'virtio',
    mac: mac === undefined ? undefined : macOf(mac.value),
    forwards: isBridge ? [] : all,
    position: (network ?? bridge ?? mac ?? forwards ?? ssh)?.position ?? { line: 1, column: 1 },
  })
}

/** `8123:8123`, on all addresses of the host and by TCP and UDP both: TCP is what anybody means. */
function forwardOf(pair: string, machine: DesktopMachine, from: Assignment | undefined): Forward[] {
  const parts = /^(\d{1,5}):(\d{1,5})$/.exec(pair)
  if (parts !== null)
    return [{ proto: 'tcp', address: '127.0.0.1', host: Number(parts[1]), guest: Number(parts[2]) }]
  machine.say('value', 'warning', `${pair.slice(0, 40)} is no port forward.`, from?.position)
  return []
}

const sounds: Readonly<Record<string, string>> = {
  'intel-hda': 'ich9',
  ac97: 'ac97',
  es1370: 'es1370',
  sb16: 'sb16',
  'usb-audio': 'usb',
  'virtio-sound-pci': 'virtio',
}

function readDevices(variables: Variables, machine: DesktopMachine): void {
  const sound = variables.take('sound_card')
  if (sound?.value !== 'none')
    machine.add(
      'sound',
      { model: ownValue(sounds, sound?.value.toLowerCase() ?? '') ?? 'ich9' },
      sound?.position ?? { line: 1, column: 1 },
    )
  const usb = variables.take('usb_devices')
  for (const one of usb?.words ?? []) {
    const ids = /^([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(one)
    if (ids !== null && usb !== undefined) addUsbDevice(machine, ids[1] ?? '', ids[2] ?? '', usb.position)
  }
  const folder = variables.take('public_dir')
  if (folder !== undefined && folder.value !== 'none')
    addShare(machine, folder.value, 'Public', true, folder.position)
  const more = variables.take('extra_args')
  if (more === undefined) return
  machine.domain['qemu_arguments'] = more.value
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((value) => ({ value }))
  machine.say(
    'left',
    'advice',
    `extra_args goes to QEMU as it is: ${more.value.slice(0, 200)}. What libvirt has a device for is better said there.`,
    more.position,
  )
}
