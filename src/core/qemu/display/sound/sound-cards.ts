/** Which QEMU device a sound card is; the PC speaker is part of the machine. */
import type { Devices, Item } from '../../../domain/index.ts'

export type Sound = Item<Devices['sound']>

interface SoundCard {
  readonly model: NonNullable<Sound['model']>
  readonly driver: string
  /** HDA controllers: the sound is in their codecs. */
  readonly hasCodecs: boolean
}

export const soundCards: readonly SoundCard[] = [
  { model: 'ich6', driver: 'intel-hda', hasCodecs: true },
  { model: 'ich9', driver: 'ich9-intel-hda', hasCodecs: true },
  { model: 'ac97', driver: 'AC97', hasCodecs: false },
  { model: 'es1370', driver: 'ES1370', hasCodecs: false },
  { model: 'sb16', driver: 'sb16', hasCodecs: false },
  { model: 'usb', driver: 'usb-audio', hasCodecs: false },
  { model: 'virtio', driver: 'virtio-sound-pci', hasCodecs: false },
]

export const codecTypes = ['duplex', 'micro', 'output'] as const

/** What libvirt gives a virtio card without a number. */
export const defaultStreams = 2
