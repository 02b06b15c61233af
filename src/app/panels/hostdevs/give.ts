/** Changes what of the host is given, one step of undo each. */
import { deviceName, formatPciAddress, type PciDevice, pciKind, type UnknownRecord } from '../../core.ts'
import { vmDocument } from '../../store.ts'
import { hostdevsPath, interfacesPath } from './given.ts'

export interface Lists {
  readonly hostdevs?: readonly UnknownRecord[]
  readonly interfaces?: readonly UnknownRecord[]
}

/**
 * Sets the lists that are named; an empty one is taken away.
 *
 * @param label what undo says: 'add GeForce GTX 660'
 */
export function giveLists({ hostdevs, interfaces }: Lists, label: string): void {
  vmDocument.selectDevice(hostdevsPath, undefined)
  const changes = [
    ...(hostdevs === undefined ? [] : [{ path: hostdevsPath, list: hostdevs }]),
    ...(interfaces === undefined ? [] : [{ path: interfacesPath, list: interfaces }]),
  ]
  vmDocument.changeAll(
    changes.map(({ path, list }) => (list.length === 0 ? { path } : { path, value: list })),
    label,
  )
}

/** Those whose choice is another than before. */
export function changedOf(
  devices: readonly PciDevice[],
  given: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): readonly PciDevice[] {
  return devices.filter(({ address }) => {
    const id = formatPciAddress(address)
    return chosen.has(id) !== given.has(id)
  })
}

/** The GPU speaks for its audio function. */
export function nameOfAll(devices: readonly PciDevice[]): string {
  const gpus = devices.filter(({ class_code }) => pciKind(class_code) === 'gpu')
  const slots = new Set(devices.map(({ address }) => `${address.domain}:${address.bus}:${address.slot}`))
  const first = gpus[0] ?? devices[0]
  if (first === undefined) return 'nothing'
  return slots.size > 1 ? counted(devices.length, 'PCI device') : deviceName(first)
}

export function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`
}
