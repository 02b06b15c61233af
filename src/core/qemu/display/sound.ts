/** Sound cards and where they play. libvirt manual, Sound devices; Audio backends. */
import type { Path } from '../../finding.ts'
import { type Build, type Devices, device, emit, find, type Item, idOf, virtioOptions } from '../build.ts'
import { ensureUsb } from '../devices/controllers.ts'
import { options } from '../options.ts'
import { type Said, said } from '../said.ts'
import { placeSaid, virtioSaid } from '../said-of-devices.ts'

type Sound = Item<Devices['sound']>
type Audio = Item<Devices['audio']>

export const soundSaid: Said<Sound> = {
  model: said,
  multichannel: said,
  streams: said,
  codecs: { type: said },
  audio: said,
  driver: virtioSaid,
  ...placeSaid,
}

export const audioSaid: Said<Audio> = {
  id: said,
  type: said,
  timer_period: said,
  server_name: said,
  path: said,
  driver: said,
  runtime_dir: said,
}

const backends: Readonly<Record<string, string>> = { pulseaudio: 'pa', file: 'wav' }

export function renderAudioBackends(build: Build): void {
  const list = build.devices.audio ?? []
  for (const [index, audio] of list.entries()) renderBackend(build, audio, ['devices', 'audio', index])
  if (list.length === 0 && (build.devices.sound?.length ?? 0) > 0) renderImpliedBackend(build)
}

function renderBackend(build: Build, audio: Audio, path: Path): void {
  const { type = 'none' } = audio
  emit(
    build,
    '-audiodev',
    path,
    options(backends[type] ?? type, {
      id: `audio${audio.id ?? 1}`,
      'timer-period': audio.timer_period,
      server: type === 'pulseaudio' ? audio.server_name : undefined,
      path: type === 'file' ? audio.path : undefined,
    }),
  )
  if (audio.driver !== undefined)
    find(
      build,
      'qemu.host-setup',
      [...path, 'driver'],
      `SDL takes its driver from the environment: start QEMU with SDL_AUDIODRIVER=${audio.driver}.`,
    )
  if (audio.runtime_dir !== undefined)
    find(
      build,
      'qemu.host-setup',
      [...path, 'runtime_dir'],
      `PipeWire takes its directory from the environment: start QEMU with PIPEWIRE_RUNTIME_DIR=${audio.runtime_dir}.`,
    )
}

/** As libvirt chooses: sound goes with SPICE or the SDL window, else nowhere. */
function renderImpliedBackend(build: Build): void {
  const types = (build.devices.graphics ?? []).map((one) => one.type)
  const type = types.includes('spice') ? 'spice' : types.includes('sdl') ? 'sdl' : 'none'
  emit(build, '-audiodev', ['devices', 'sound', 0], `${type},id=audio1`)
  if (type === 'none')
    find(
      build,
      'qemu.differs',
      ['devices', 'sound', 0],
      'The sound goes nowhere: say an audio backend in devices.audio.',
    )
}

const pciCards: Readonly<Record<string, string>> = { ac97: 'AC97', es1370: 'ES1370', sb16: 'sb16' }

export function renderSound(build: Build): void {
  for (const [index, sound] of (build.devices.sound ?? []).entries())
    renderCard(build, sound, index, ['devices', 'sound', index])
}

function renderCard(build: Build, sound: Sound, index: number, path: Path): void {
  const id = idOf(build, sound.alias, `sound${index}`, path)
  const audiodev = `audio${sound.audio ?? build.devices.audio?.[0]?.id ?? 1}`
  const { model } = sound
  switch (model) {
    case 'ich6':
    case 'ich9':
      device(build, model === 'ich6' ? 'intel-hda' : 'ich9-intel-hda', path, { id })
      renderCodecs(build, sound, id, audiodev, path)
      break
    case 'ac97':
    case 'es1370':
    case 'sb16':
      device(build, pciCards[model] ?? model, path, { id, audiodev })
      break
    case 'usb':
      ensureUsb(build, path)
      device(build, 'usb-audio', path, { id, audiodev, multi: sound.multichannel })
      break
    case 'pcspk':
      build.machine['pcspk-audiodev'] = audiodev
      break
    case 'virtio':
      device(build, 'virtio-sound-pci', path, {
        id,
        audiodev,
        streams: sound.streams,
        ...virtioOptions(sound.driver),
      })
      find(build, 'qemu.host-setup', path, 'A virtio sound card needs QEMU 8.2 or later.')
      break
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'model'],
        `QEMU has no sound card ${model ?? 'without a model'}: use ich9.`,
      )
      return
  }
  reportKnobs(build, sound, path)
}

function renderCodecs(build: Build, sound: Sound, id: string, audiodev: string, path: Path): void {
  const codecs = sound.codecs ?? [{ type: 'duplex' as const }]
  for (const [number, codec] of codecs.entries())
    device(build, `hda-${codec.type ?? 'duplex'}`, path, {
      id: `${id}-codec${number}`,
      bus: `${id}.0`,
      cad: number,
      audiodev,
    })
}

function reportKnobs(build: Build, sound: Sound, path: Path): void {
  const { model } = sound
  const wrong: string[] = []
  if (sound.multichannel !== undefined && model !== 'usb') wrong.push('multichannel')
  if (sound.streams !== undefined && model !== 'virtio') wrong.push('streams')
  if (sound.codecs !== undefined && model !== 'ich6' && model !== 'ich9') wrong.push('codecs')
  if (sound.driver !== undefined && model !== 'virtio') wrong.push('driver')
  for (const key of wrong)
    find(build, 'qemu.differs', [...path, key], `${key} is left out: the card ${model} has no such setting.`)
}
