/** Changes what of the host is given, one step of undo each. */
import { type Change, deviceName, formatPciAddress, type PciDevice, pciKind } from '../../core.ts'
import { type SpecPath, say, unsay } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { type Card, type Hostdev, hostdevsPath, interfacesPath } from './given.ts'

export interface Lists {
  readonly hostdevs?: readonly Hostdev[]
  readonly interfaces?: readonly Card[]
}

/**
 * Sets the lists that are named; an empty one is taken away.
 *
 * @param label what undo says: 'add GeForce GTX 660'
 */
export function giveLists({ hostdevs, interfaces }: Lists, label: string): void {
  vmDocument.selectDevice(hostdevsPath, undefined)
  vmDocument.changeAll([...sayList(hostdevsPath, hostdevs), ...sayList(interfacesPath, interfaces)], label)
}

function sayList<Item>(path: SpecPath<readonly Item[]>, list: readonly Item[] | undefined): Change[] {
  if (list === undefined) return []
  return [list.length === 0 ? unsay(path) : say(path, list)]
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
