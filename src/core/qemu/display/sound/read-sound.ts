/** Sound cards of a command line: `-device`, and `-soundhw` of QEMU before 7.1. */
import { ownValue } from '../../../text/index.ts'
import { type OptionInHand, type Reading, takeCommon, takeProperties } from '../../reading/index.ts'
import { takeAudiodev } from './audio-names.ts'
import { codecTypes, hasCodecs, type Sound, soundCards } from './sound-cards.ts'

type Draft = { -readonly [Key in keyof Sound]: Sound[Key] }

/** QEMU takes lower case for two of them, and no bus for virtio. */
const otherNames: Readonly<Record<string, string>> = {
  ac97: 'AC97',
  es1370: 'ES1370',
  'virtio-sound': 'virtio-sound-pci',
  'virtio-snd': 'virtio-sound-pci',
  'virtio-snd-pci': 'virtio-sound-pci',
}

export function readSound(reading: Reading): void {
  readSoundhw(reading)
  readSpeaker(reading)
  for (const option of reading.devices((driver) => cardOf(driver) !== undefined)) {
    const card = cardOf(option.peek('driver') ?? '')
    if (card === undefined) continue
    const codecs = hasCodecs(card.model) ? codecsOf(reading, option) : []
    // A controller alone is one of libvirt's with a codec that it adds: that would be another machine.
    if (codecs === undefined) continue
    if ([option, ...codecs].some((one) => isForeign(reading, one.peek('audiodev')))) continue
    const item: Draft = { model: card.model, ...takeProperties(option, card.properties) }
    if (codecs.length > 0) takeCodecs(reading, codecs, item)
    else item.audio = takeAudiodev(reading, option)
    reading.add('sound', { ...item, ...takeCommon(reading, option) }, [option, ...codecs])
  }
}

function cardOf(driver: string) {
  const name = ownValue(otherNames, driver) ?? driver
  return soundCards.find((card) => card.driver === name)
}

/** The codecs of a controller, in the order of their numbers; undefined when they can't be said. */
function codecsOf(reading: Reading, controller: OptionInHand): OptionInHand[] | undefined {
  const id = controller.peek('id')
  const isOnly = reading.devices((driver) => hasCodecs(cardOf(driver)?.model)).length === 1
  const codecs = reading
    .devices((driver) => driver.startsWith('hda-'))
    .filter((codec) => {
      const bus = codec.peek('bus')
      return bus === undefined ? isOnly : id !== undefined && bus === `${id}.0`
    })
  const backends = new Set(codecs.map((codec) => codec.peek('audiodev')))
  const isKnown = codecs.every((codec) => codecTypes.some((type) => codec.peek('driver') === `hda-${type}`))
  return codecs.length > 0 && backends.size === 1 && isKnown ? codecs : undefined
}

/** A backend of another system stays as it is, and its cards with it. */
function isForeign(reading: Reading, id: string | undefined): boolean {
  return reading.named('audiodev', id)?.isRead === false
}

function takeCodecs(reading: Reading, codecs: readonly OptionInHand[], item: Draft): void {
  const types = codecs.map((codec) => codecTypes.find((type) => codec.peek('driver') === `hda-${type}`))
  // One of the commonest kind is what libvirt adds anyway.
  if (types.length > 1 || types[0] !== 'duplex') item.codecs = types.map((type) => ({ type }))
  for (const [number, codec] of codecs.entries()) {
    codec.take('driver')
    codec.take('id')
    codec.take('bus')
    codec.drop('cad', String(number))
    item.audio = takeAudiodev(reading, codec) ?? item.audio
  }
}

/** The PC speaker is part of the machine. */
function readSpeaker(reading: Reading): void {
  for (const option of reading.options) {
    if (option.name !== 'machine' && option.name !== 'M') continue
    const audio = takeAudiodev(reading, option, 'pcspk-audiodev')
    if (audio !== undefined) reading.add('sound', { model: 'pcspk', audio }, [])
  }
}

const soundhw: Readonly<Record<string, Draft['model']>> = {
  ac97: 'ac97',
  es1370: 'es1370',
  sb16: 'sb16',
  hda: 'ich6',
  pcspk: 'pcspk',
}

/** `-soundhw ac97,hda`; one that libvirt does not have leaves the whole option as it is. */
function readSoundhw(reading: Reading): void {
  for (const option of reading.unread('soundhw')) {
    const models = (option.written.value ?? '').split(',').map((name) => ownValue(soundhw, name))
    if (models.includes(undefined)) continue
    option.finish()
    for (const model of models) reading.add('sound', { model }, [option])
  }
}
