/** Sound cards. libvirt manual, Sound devices. */
import type { Path } from '../../../finding.ts'
import { type Build, hasQemu, idOf, leftOut, report } from '../../build/index.ts'
import { decisionsOf, fieldsBeyond, written } from '../../decisions/index.ts'
import type { Properties } from '../../properties/property.ts'
import { device, propertyPairs } from '../../writing/index.ts'
import { seat, seatDecisions } from '../seat.ts'
import { audiodevOf } from './audio-names.ts'
import { hasCodecs, type Sound, soundCards } from './sound-cards.ts'

const soundProperties = soundCards.map(({ properties }) => properties)

export const soundDecisions = decisionsOf<Sound>(soundProperties, {
  model: written,
  codecs: { type: written },
  audio: written,
  ...seatDecisions,
})

export function renderSound(build: Build): void {
  for (const [index, sound] of (build.devices.sound ?? []).entries())
    renderCard(build, sound, index, ['devices', 'sound', index])
}

function renderCard(build: Build, sound: Sound, index: number, path: Path): void {
  const { model } = sound
  const audiodev = audiodevOf(build, sound.audio)
  if (model === 'pcspk') {
    build.machine['pcspk-audiodev'] = audiodev
    reportBeyond(build, sound, undefined, path)
    return
  }
  const card = soundCards.find((one) => one.model === model)
  if (card === undefined) {
    const which = model ?? 'without a model'
    leftOut(build, [...path, 'model'], `QEMU has no sound card ${which}: use ich9.`)
    return
  }
  if (model === 'virtio' && !hasQemu(build, '8.2'))
    leftOut(build, path, 'QEMU has a virtio sound card since 8.2: use ich9.')
  const id = idOf(build, sound.alias, `sound${index}`, path)
  device(
    build,
    card.driver,
    path,
    propertyPairs(build, card.properties, sound, path, { id, audiodev }),
    seat(build, sound, path, model !== 'usb' && model !== 'sb16'),
  )
  if (hasCodecs(model)) renderCodecs(build, sound, id, audiodev, path)
  reportBeyond(build, sound, card.properties, path)
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

function reportBeyond(build: Build, sound: Sound, own: Properties<Sound> | undefined, path: Path): void {
  const { model } = sound
  const beyond = [
    ...fieldsBeyond(sound, own, soundProperties),
    ...(sound.codecs !== undefined && !hasCodecs(model) ? [['codecs']] : []),
  ]
  for (const field of beyond)
    report(
      build,
      'qemu.differs',
      [...path, ...field],
      `${field.at(-1)} is left out: the card ${model} has no such setting.`,
    )
}
