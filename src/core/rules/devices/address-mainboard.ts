import { ownValue } from '../../text/index.ts'
import { formatGuestAddress, guestPciAddresses } from '../support/addresses.ts'
import { isI440fx, isQ35 } from '../support/machine.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.mainboard',
  title: 'A device where the mainboard has one of its own',
  severity: 'error',
  source: 'libvirt 11.3: "Attempted double use of PCI Address 0000:00:01.1"',
  *check(context) {
    const taken = isQ35(context) ? ofQ35 : isI440fx(context) ? ofI440fx : undefined
    if (taken === undefined) return
    for (const address of guestPciAddresses(context)) {
      const place = `${address.slot.toString(16)}.${address.function}`
      const what = ownValue(taken, place)
      const list = address.path[1]
      if (address.domain + address.bus > 0 || what === undefined || list === 'controllers') continue
      yield {
        path: at(context, ...address.path),
        message: `${formatGuestAddress(address)} is where ${context.domain.os?.machine} has its ${what}. Leave the address out, and libvirt picks a free one.`,
        fix: removeFix(context, 'Leave the address out', address.path),
      }
    }
  },
}

/** Slot and function: `qemuDomainValidateDevicePCISlotsPIIX3` and `…Q35`. */
const ofI440fx: Readonly<Record<string, string>> = {
  '1.0': 'ISA bridge',
  '1.1': 'IDE controller',
  '1.3': 'power management',
}
const ofQ35: Readonly<Record<string, string>> = {
  '1f.0': 'LPC bridge',
  '1f.2': 'SATA controller',
  '1f.3': 'SMBus',
}
