/** Giving a device of the host to the guest and taking it back, one step of undo each. */

import { type HostDevice, usbId } from '../../core/picture/index.ts'
import { formatPciAddress, type HostFacts, type UsbIdentity, usbIdentities } from '../core.ts'
import { changedOf, giveLists, nameOfAll } from '../panels/hostdevs/give.ts'
import { givenIds, type Hostdev, newMdev, newUsb, usbListedAs, withChosen } from '../panels/hostdevs/given.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** True when all of it is among the host devices of the design. */
export function isGiven(
  device: HostDevice,
  hostdevs: readonly Hostdev[],
  host: HostFacts | undefined,
): boolean {
  if (device.kind === 'pci') {
    const given = givenIds(hostdevs)
    return device.functions.every((id) => given.has(id))
  }
  const usb = usbIdentities(host)
  return hostdevs.some((hostdev) => isIt(hostdev, device, usb))
}

/** @param goes false to take it back */
export function giveDevice(
  device: HostDevice,
  goes: boolean,
  hostdevs: readonly Hostdev[],
  host: HostFacts | undefined,
): void {
  if (device.kind === 'pci') givePci(device, goes, hostdevs, host)
  else giveOther(device, goes, hostdevs, host)
}

function givePci(
  { functions }: HostDevice,
  goes: boolean,
  hostdevs: readonly Hostdev[],
  host: HostFacts | undefined,
): void {
  const given = givenIds(hostdevs)
  const chosen = new Set(given)
  for (const id of functions)
    if (goes) chosen.add(id)
    else chosen.delete(id)
  // Of all others the choice stays as it is.
  const ofDevice = (host?.pci ?? []).filter(({ address }) => functions.includes(formatPciAddress(address)))
  const changed = changedOf(ofDevice, given, chosen)
  if (changed.length > 0) give(withChosen(hostdevs, ofDevice, chosen), goes, nameOfAll(changed))
}

function giveOther(
  device: HostDevice,
  goes: boolean,
  hostdevs: readonly Hostdev[],
  host: HostFacts | undefined,
): void {
  const usb = usbIdentities(host)
  const others = hostdevs.filter((hostdev) => !isIt(hostdev, device, usb))
  const identity = usb.find((one) => usbId(one) === device.id)
  const made = identity === undefined ? newMdev(device.id) : newUsb(identity)
  give(goes ? [...others, made] : others, goes, device.title)
}

function give(hostdevs: readonly Hostdev[], goes: boolean, name: string): void {
  giveLists({ hostdevs }, goes ? t`add ${name}` : t`remove ${name}`)
  announce(goes ? t`${name} goes to the guest` : t`${name} stays with the host`)
}

/** Whether a host device of the design is this one of the host. */
function isIt(hostdev: Hostdev, { kind, id }: HostDevice, usb: readonly UsbIdentity[]): boolean {
  if (kind !== hostdev.type) return false
  if (kind === 'mdev') return hostdev.source?.uuid?.toLowerCase() === id
  const identity = usbListedAs(hostdev, usb)
  return identity !== undefined && usbId(identity) === id
}
