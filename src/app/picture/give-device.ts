/** Giving a device of the host to the guest and taking it back, one step of undo each. */
import type { HostDevice } from '../../core/picture/index.ts'
import { formatPciAddress, type PciDevice } from '../core.ts'
import { changedOf, giveLists, nameOfAll } from '../panels/hostdevs/give.ts'
import { givenIds, type Hostdev, withChosen } from '../panels/hostdevs/given.ts'
import { announce } from '../ui/index.ts'

/** True when all functions of it are among the host devices of the design. */
export function isGiven({ functions }: HostDevice, hostdevs: readonly Hostdev[]): boolean {
  const given = givenIds(hostdevs)
  return functions.every((id) => given.has(id))
}

/**
 * @param devices all PCI functions of the host
 * @param goes false to take it back
 */
export function giveDevice(
  device: HostDevice,
  goes: boolean,
  hostdevs: readonly Hostdev[],
  devices: readonly PciDevice[],
): void {
  const given = givenIds(hostdevs)
  const chosen = new Set(given)
  for (const id of device.functions)
    if (goes) chosen.add(id)
    else chosen.delete(id)
  // Of all others the choice stays as it is.
  const ofDevice = devices.filter(({ address }) => device.functions.includes(formatPciAddress(address)))
  const changed = changedOf(ofDevice, given, chosen)
  if (changed.length === 0) return
  const name = nameOfAll(changed)
  giveLists({ hostdevs: withChosen(hostdevs, ofDevice, chosen) }, `${goes ? 'add' : 'remove'} ${name}`)
  announce(goes ? `${name} goes to the guest` : `${name} stays with the host`)
}
