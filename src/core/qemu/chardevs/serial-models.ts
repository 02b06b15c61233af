/** Serial ports that the guest may see, and the drivers that make them. libvirt manual, Serial port. */
import type { Devices, Item } from '../../domain/index.ts'

type Serial = Item<Devices['serial']>
type SerialType = NonNullable<NonNullable<Serial['target']>['type']>

/** One kind of serial port. */
export interface SerialModel {
  /** libvirt's `<target type>`; what the model is for libvirt is `<model name>`. */
  readonly type: SerialType
  readonly model: string
  /** The driver of `-device`; undefined for a port that is soldered on, which `-serial` fills. */
  readonly driver: string | undefined
}

export const serialModels: readonly SerialModel[] = [
  { type: 'isa-serial', model: 'isa-serial', driver: 'isa-serial' },
  { type: 'usb-serial', model: 'usb-serial', driver: 'usb-serial' },
  { type: 'pci-serial', model: 'pci-serial', driver: 'pci-serial' },
  { type: 'spapr-vio-serial', model: 'spapr-vty', driver: 'spapr-vty' },
  { type: 'sclp-serial', model: 'sclpconsole', driver: 'sclpconsole' },
  { type: 'sclp-serial', model: 'sclplmconsole', driver: 'sclplmconsole' },
  { type: 'isa-debug', model: 'isa-debugcon', driver: 'isa-debugcon' },
  { type: 'system-serial', model: 'pl011', driver: undefined },
  { type: 'system-serial', model: '16550a', driver: undefined },
]

/** The kind of port that a target says; what the architecture has when it says none. */
export function serialModel(
  target: { readonly type?: string | undefined; readonly model?: string | undefined } | undefined,
  arch: string,
): SerialModel | undefined {
  const { type, model } = target ?? {}
  if (model !== undefined) return serialModels.find((one) => one.model === model)
  if (type !== undefined) return serialModels.find((one) => one.type === type)
  return serialModels.find((one) => one.model === defaultModel(arch))
}

function defaultModel(arch: string): string {
  if (arch === 'x86_64' || arch === 'i686') return 'isa-serial'
  if (arch.startsWith('ppc64')) return 'spapr-vty'
  if (arch === 's390x') return 'sclpconsole'
  return arch === 'aarch64' || arch === 'armv7l' ? 'pl011' : '16550a'
}
