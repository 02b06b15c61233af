/** Which QEMU device a keyboard, mouse or tablet is. */
import type { Devices, Item } from '../../../domain/index.ts'

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

export const grabToggles = [
  'ctrl-ctrl',
  'alt-alt',
  'shift-shift',
  'meta-meta',
  'scrolllock',
  'ctrl-scrolllock',
] as const
