/** Which QEMU device a keyboard, mouse or tablet is, and what it can be told. */
import type { Devices, Item } from '../../../domain/index.ts'
import { onOff, sameWords, text, words } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import { virtio } from '../../properties/shared.ts'

export type Input = Item<Devices['inputs']>

interface InputDriver {
  readonly type: 'tablet' | 'mouse' | 'keyboard'
  readonly usb: string
  /** Without the end that names its bus. */
  readonly virtio: string
}

export const inputDrivers: readonly InputDriver[] = [
  { type: 'tablet', usb: 'usb-tablet', virtio: 'virtio-tablet' },
  { type: 'mouse', usb: 'usb-mouse', virtio: 'virtio-mouse' },
  { type: 'keyboard', usb: 'usb-kbd', virtio: 'virtio-keyboard' },
]

/** An input device of the host. */
export const hostInput = 'virtio-input-host'

const property = propertyOf<Input>()

/** `-object input-linux`: events of a device of the host, by way of what the guest has. */
export const hostEvents: Properties<Input> = {
  id: given,
  evdev: property('source.dev', text),
  repeat: property('source.repeat', onOff),
  grab_all: property('source.grab', words({ all: 'on' })),
  'grab-toggle': property(
    'source.grab_toggle',
    sameWords('ctrl-ctrl', 'alt-alt', 'shift-shift', 'meta-meta', 'scrolllock', 'ctrl-scrolllock'),
  ),
}

export const virtioInput: Properties<Input> = { id: given, ...virtio }

/** The same for a device of the host, passed on. */
export const passedInput: Properties<Input> = {
  id: given,
  evdev: property('source.evdev', text),
  ...virtio,
}
