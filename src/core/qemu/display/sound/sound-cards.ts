/** Which QEMU device a sound card is, and what it can be told; the PC speaker is part of the machine. */
import type { Devices, Item } from '../../../domain/index.ts'
import { number, onOff } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import { virtio } from '../../properties/shared.ts'

export type Sound = Item<Devices['sound']>

const property = propertyOf<Sound>()

/** A controller of HDA: the sound is in its codecs. */
const controller: Properties<Sound> = { id: given }
const card: Properties<Sound> = { id: given, audiodev: given }
/** libvirt gives a virtio card without a number two streams. */
const streams = property('streams', number, { unsaid: 2 })

interface SoundCard {
  readonly model: NonNullable<Sound['model']>
  readonly driver: string
  readonly properties: Properties<Sound>
}

export const soundCards: readonly SoundCard[] = [
  { model: 'ich6', driver: 'intel-hda', properties: controller },
  { model: 'ich9', driver: 'ich9-intel-hda', properties: controller },
  { model: 'ac97', driver: 'AC97', properties: card },
  { model: 'es1370', driver: 'ES1370', properties: card },
  { model: 'sb16', driver: 'sb16', properties: card },
  { model: 'usb', driver: 'usb-audio', properties: { ...card, multi: property('multichannel', onOff) } },
  {
    model: 'virtio',
    driver: 'virtio-sound-pci',
    properties: { id: given, ...virtio, audiodev: given, streams },
  },
]

/** Whether the sound of a card is in codecs of its own. */
export function hasCodecs(model: Sound['model']): boolean {
  return model === 'ich6' || model === 'ich9'
}

export const codecTypes = ['duplex', 'micro', 'output'] as const
