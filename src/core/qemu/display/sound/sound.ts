/** Sound cards. libvirt manual, Sound devices. */
import type { Path } from '../../../finding.ts'
import { type Build, device, find, hasQemu, idOf, virtioOptions } from '../../build.ts'
import { type Said, said } from '../../said.ts'
import { virtioSaid } from '../../said-of-devices.ts'
import { seat, seatSaid } from '../seat.ts'
import { audiodevOf } from './audio-names.ts'
import { defaultStreams, type Sound, soundCards } from './sound-cards.ts'

export const soundSaid: Said<Sound> = {
  model: said,
  multichannel: said,
  streams: said,
  codecs: { type: said },
  audio: said,
  driver: virtioSaid,
  ...seatSaid,
}

export function renderSound(build: Build): void {
  for (const [index, sound] of (build.devices.sound ?? []).entries())
    renderCard(build, sound, index, ['devices', 'sound', index])
}

function renderCard(build: Build, sound: Sound, index: number, path: Path): void {
  const { model } = sound
  const audiodev = audiodevOf(build, sound.audio)
  if (model === 'pcspk') {
    build.machine['pcspk-audiodev'] = audiodev
    reportKnobs(build, sound, path)
    return
  }
  const card = soundCards.find((one) => one.model === model)
  if (card === undefined) {
    const which = model ?? 'without a model'
    find(build, 'qemu.unsupported', [...path, 'model'], `QEMU has no sound card ${which}: use ich9.`)
    return
  }
  if (model === 'virtio' && !hasQemu(build, '8.2'))
    find(build, 'qemu.unsupported', path, 'QEMU has a virtio sound card since 8.2: use ich9.')
  const id = idOf(build, sound.alias, `sound${index}`, path)
  device(
    build,
    card.driver,
    path,
    { id },
    model === 'virtio' ? virtioOptions(sound.driver) : undefined,
    {
      audiodev: card.hasCodecs ? undefined : audiodev,
      multi: model === 'usb' ? sound.multichannel : undefined,
      streams: model === 'virtio' ? (sound.streams ?? defaultStreams) : undefined,
    },
    seat(build, sound, path, model !== 'usb' && model !== 'sb16'),
  )
  if (card.hasCodecs) renderCodecs(build, sound, id, audiodev, path)
  reportKnobs(build, sound, path)
}

function renderCodecs(
  build: Build,
  sound: Sound,
  id: string,
  audiodev: string | undefined,
  path: Path,
): void {
  const said = sound.codecs ?? []
  const codecs = said.length === 0 ? [{ type: 'duplex' as const }] : said
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
