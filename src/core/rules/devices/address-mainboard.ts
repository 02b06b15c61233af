import { ownValue } from '../../text/index.ts'
import { formatGuestAddress, type GuestPciAddress, guestPciAddresses } from '../support/addresses.ts'
import { devicesOf } from '../support/devices.ts'
import { addressLeftOut, leftOut } from '../support/left-out.ts'
import { isI440fx, isQ35, machineOf } from '../support/machine.ts'
import type { Problem, Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.mainboard',
  title: 'A device where the mainboard has one of its own',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "Attempted double use of PCI Address 0000:00:01.1", "Primary IDE controller must have PCI address 0:0:1.1", "PIIX3 USB controller at index 0 must have PCI address 0:0:1.2"',
  *check(context) {
    const taken = isQ35(context) ? ofQ35 : isI440fx(context) ? ofI440fx : undefined
    if (taken === undefined) return
    yield* ownElsewhere(context)
    yield* ownTwice(context)
    for (const address of guestPciAddresses(context)) {
      const place = `${address.slot.toString(16)}.${address.function}`
      const what = ownValue(taken, place)
      if (address.domain + address.bus > 0 || what === undefined || isThat(context, address, place)) continue
      yield addressLeftOut(
        address.path,
        `${formatGuestAddress(address)} is where ${machineOf(context)} has its ${what}.`,
      )
    }
  },
}

/** Slot and function: `qemuDomainValidateDevicePCISlotsPIIX3` and `…Q35`. */
const ofI440fx: Readonly<Record<string, string>> = {
  '1.0': 'ISA bridge',
  '1.1': 'IDE controller',
  '1.2': 'USB controller',
  '1.3': 'power management',
}
const ofQ35: Readonly<Record<string, string>> = {
  '1f.0': 'LPC bridge',
  '1f.2': 'SATA controller',
  '1f.3': 'SMBus',
}

/** Whether a device is the one that the mainboard has there. */
function isThat({ domain }: RuleContext, { path }: GuestPciAddress, place: string): boolean {
  const [, list, index] = path
  const one = list === 'controllers' ? domain.devices?.controllers?.[Number(index)] : undefined
  return one !== undefined && (one.index ?? 0) === 0 && one.type === ownValue(ownControllers, place)
}

const ownControllers: Readonly<Record<string, string>> = { '1.1': 'ide', '1.2': 'usb', '1f.2': 'sata' }

/** The mainboard's own controllers are where it has them. */
function* ownElsewhere(context: RuleContext): Generator<Problem> {
  const own: Readonly<Record<string, string>> = isQ35(context) ? { sata: '1f.2' } : { ide: '1.1', usb: '1.2' }
  for (const address of guestPciAddresses(context)) {
    const [, list, index] = address.path
    const one = list === 'controllers' ? context.domain.devices?.controllers?.[Number(index)] : undefined
    if (one === undefined || (one.index ?? 0) !== 0) continue
    const { type, model = 'piix3-uhci' } = one
    const place = ownValue(own, type ?? '')
    if (place === undefined || (type === 'usb' && model !== 'piix3-uhci')) continue
    if (address.bus + address.domain === 0 && place === `${address.slot.toString(16)}.${address.function}`)
      continue
    yield leftOut(
      address.path,
      `The first ${type} controller of the machine ${machineOf(context)} is at 00:${place}, and nowhere else.`,
      'the address',
    )
  }
}

/** The old PC has one place for the USB controller that libvirt takes by itself. */
function* ownTwice(context: RuleContext): Generator<Problem> {
  if (!isI440fx(context)) return
  const first = devicesOf(context, 'controllers').filter(
    ({ item }) => item.type === 'usb' && item.index === 0 && (item.model ?? 'piix3-uhci') === 'piix3-uhci',
  )
  for (const { path } of first.slice(1))
    yield {
      at: path,
      message: 'The machine has one USB controller 0, and this is the second. Remove it.',
      fix: { title: 'Remove the controller' },
    }
}
