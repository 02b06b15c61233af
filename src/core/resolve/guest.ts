/**
 * What follows from the system that runs in the VM beside the tables of defaults: its architecture, a TPM, a screen, and
 * the notes on the words that it gives. Never against what the author says: a list that is said, though it be empty, is
 * theirs.
 */
import type { Path } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { VmSpec } from '../spec/index.ts'
import type { GuestSystem, GuestWord } from '../systems/index.ts'
import { ownValue } from '../text/index.ts'
import { addDevice, type Draft, guestNote } from './draft.ts'
import type { Note } from './resolved.ts'

/** The author's word, else the host's architecture where the system is made for it. */
export function archOf(spec: VmSpec, system: GuestSystem | undefined, host: HostFacts): string {
  const ofHost = host.arch ?? 'x86_64'
  const said = spec.libvirt?.os?.arch
  if (said !== undefined || system === undefined) return said ?? ofHost
  return system.arch.find((arch) => arch === ofHost) ?? system.arch[0] ?? ofHost
}

/** TPM, screen and pointer. libvirt manual, TPM device; Graphical framebuffers; Video devices; Input devices. */
export function resolveGuest(draft: Draft): void {
  const { system, libvirt } = draft
  if (system === undefined) return
  const own = libvirt.devices ?? {}
  if (system.tpm === true && own.tpm === undefined) addTpm(draft, system)
  const whyScreen = reasonForScreen(draft, system)
  if (whyScreen !== undefined && own.graphics === undefined && !hasOwnCard(draft)) addScreen(draft, whyScreen)
  if ((draft.devices.graphics?.length ?? 0) > 0 && own.video === undefined && !hasOwnCard(draft))
    addVideo(draft, system)
}

function addTpm(draft: Draft, { name }: GuestSystem): void {
  const model = draft.arch === 'x86_64' ? 'tpm-crb' : 'tpm-tis'
  const path = addDevice(draft, 'tpm', { model, backend: { type: 'emulator', version: '2.0' } })
  guestNote(
    draft,
    path,
    'a TPM 2.0',
    `${name} asks for it.`,
    'Set libvirt.devices.tpm; an empty list leaves it out.',
  )
}

/** A server speaks on its serial port; whoever installs by hand answers questions on a screen. */
function reasonForScreen({ spec: { installer } }: Draft, { name, screen }: GuestSystem): string | undefined {
  if (screen === true) return `${name} can be neither installed nor used without one.`
  if (installer === undefined) return undefined
  const { enabled, desktop } = installer.unattended ?? {}
  if (enabled !== true) return `The installer of ${name} asks its questions there.`
  return desktop === undefined || desktop === 'none' ? undefined : `The desktop of ${name} is seen there.`
}

/** VNC is in every build of QEMU. A pointer that says where it is needs no capture of the mouse. */
function addScreen(draft: Draft, why: string): void {
  const listen = [{ type: 'address', address: '127.0.0.1' }] as const
  const path = addDevice(draft, 'graphics', { type: 'vnc', autoport: 'yes', listen })
  guestNote(
    draft,
    path,
    'a screen by VNC, for this host alone',
    why,
    'Set libvirt.devices.graphics; an empty list leaves it out.',
  )
  if (draft.libvirt.devices?.inputs !== undefined) return
  guestNote(
    draft,
    addDevice(draft, 'inputs', { type: 'tablet', bus: 'usb' }),
    'a tablet as its pointer',
    'The pointer is where the mouse is.',
    'Set libvirt.devices.inputs; an empty list leaves it out.',
  )
}

function addVideo(draft: Draft, { name, video }: GuestSystem): void {
  guestNote(
    draft,
    addDevice(draft, 'video', { model: video }),
    `video ${video}`,
    `${name} shows its screen on it as it is installed.`,
    'Set libvirt.devices.video.',
  )
}

/** A PCI device of the host may be the screen: then another one is the author's to say. */
function hasOwnCard({ libvirt }: Draft): boolean {
  return libvirt.devices?.hostdevs?.some(({ type }) => type === 'pci' || type === 'mdev') ?? false
}

const placesOfWords: Readonly<Record<string, { readonly at: Path; readonly what: string }>> = {
  ram: { at: ['memory'], what: 'memory' },
  cpu: { at: ['vcpu'], what: 'vCPUs' },
  machine: { at: ['os', 'machine'], what: 'machine' },
  firmware: { at: ['os'], what: 'firmware' },
}

/** A note on each word that the author did not say and the system gives, before all others. */
export function noteGuestWords(draft: Draft, words: readonly GuestWord[]): void {
  const notes = words.map(({ path, value, why }): Note => {
    const word = path.join('.')
    const rootDisk = draft.made.get('root_disk')
    const { at, what } = ownValue(placesOfWords, word) ?? {
      at: rootDisk ?? ['devices', 'disks'],
      what: word === 'disk_size' ? 'root disk' : word.replace('source.', ''),
    }
    return { path: at, what: `${what} ${value}`, why, how: `Set ${word}.`, by: 'guest' }
  })
  draft.notes.unshift(...notes)
}
