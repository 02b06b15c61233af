/** Changes what of the host is given, one step of undo each. */

import {
  type Change,
  deviceName,
  formatPciAddress,
  type Path,
  type PciDevice,
  pciKind,
  valueAt,
} from '../../core.ts'
import { whenWritten } from '../../render/index.ts'
import { type SpecPath, say, unsay } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { counted } from '../../words/index.ts'
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
  const made = firstNew(hostdevsPath, hostdevs) ?? firstNew(interfacesPath, interfaces)
  vmDocument.selectDevice(hostdevsPath, undefined)
  vmDocument.changeAll([...sayList(hostdevsPath, hostdevs), ...sayList(interfacesPath, interfaces)], label)
  if (made !== undefined) void whenWritten().then(() => vmDocument.reveal(made))
}

/** The place of the first item that the list did not have before. */
function firstNew<Item>(path: SpecPath<readonly Item[]>, list: readonly Item[] = []): Path | undefined {
  const held = valueAt(vmDocument.store.getState().design.spec, path)
  const before = new Set<unknown>(Array.isArray(held) ? held : [])
  const index = list.findIndex((item) => !before.has(item))
  return index < 0 ? undefined : [...path, index]
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
