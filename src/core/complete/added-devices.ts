/** What libvirt adds to a design, in words: nobody said it, and it is there when the VM runs. */
import type { Controller, Devices, Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { ownValue } from '../text/index.ts'

export interface AddedDevice {
  /** In the completed Domain; of the first one, when there are more of the same. */
  readonly path: Path
  /** `PCIe root port`, `USB controller qemu-xhci`. */
  readonly what: string
  readonly count: number
}

const bridges: Readonly<Record<string, string>> = {
  'pcie-root-port': 'PCIe root port',
  'pcie-to-pci-bridge': 'bridge from PCIe to PCI',
  'dmi-to-pci-bridge': 'bridge from PCIe to PCI',
  'pci-bridge': 'PCI bridge',
}

const controllerWords: Readonly<Record<string, string>> = {
  usb: 'USB controller',
  ide: 'IDE controller',
  sata: 'SATA controller',
  scsi: 'SCSI controller',
  fdc: 'floppy controller',
  ccid: 'smart card reader',
  'virtio-serial': 'virtio-serial controller',
}

/**
 * The devices that are in the completed Domain alone, the same ones together.
 *
 * @param given the Domain that was completed
 */
export function addedDevices(given: Domain, completed: Domain): AddedDevice[] {
  const before = given.devices ?? {}
  const after = completed.devices ?? {}
  return [
    ...added('controllers', controllerName, before.controllers, after.controllers),
    ...added('hub', () => 'USB hub', before.hub, after.hub),
    ...added('serial', () => 'serial port', before.serial, after.serial),
    ...added('video', ({ model }) => named('video card', model), before.video, after.video),
    ...added('audio', ({ type }) => named('audio backend', type), before.audio, after.audio),
    ...added('watchdog', ({ model }) => named('watchdog', model), before.watchdog, after.watchdog),
    ...(before.memballoon === undefined && after.memballoon !== undefined
      ? [{ path: ['devices', 'memballoon'], what: 'memory balloon', count: 1 }]
      : []),
  ]
}

/** What is added stands at the end of its list. */
function added<T>(
  list: keyof Devices,
  nameOf: (item: T) => string,
  before: readonly T[] = [],
  after: readonly T[] = [],
): AddedDevice[] {
  const found = new Map<string, AddedDevice>()
  for (const [index, item] of after.slice(before.length).entries()) {
    const what = nameOf(item)
    const { path, count } = found.get(what) ?? { path: ['devices', list, before.length + index], count: 0 }
    found.set(what, { path, what, count: count + 1 })
  }
  return [...found.values()]
}

function controllerName({ type, model }: Controller): string {
  return (
    ownValue(bridges, model ?? '') ??
    named(ownValue(controllerWords, type ?? '') ?? `${type} controller`, model)
  )
}

function named(kind: string, model: string | undefined): string {
  return model === undefined ? kind : `${kind} ${model}`
}
