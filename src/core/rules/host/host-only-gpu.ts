import { formatPciAddress, pciKind } from '../../host/index.ts'
import { givenFunctions, nameOf } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.only-gpu',
  title: 'No graphics card left to the host',
  severity: 'warning',
  source:
    'rules.md, single GPU: the host has no screen while the guest runs, and its display server has to end before',
  *check(context) {
    const given = givenFunctions(context)
    const taken = new Set(given.map(({ address }) => address))
    // A slice of a card shows nothing, and what vfio-pci has is lost to the host already.
    const cards = (context.host?.pci ?? []).filter(
      (one) =>
        pciKind(one.class_code) === 'gpu' && one.physical_function === undefined && one.driver !== 'vfio-pci',
    )
    if (cards.some(({ address }) => !taken.has(formatPciAddress(address)))) return
    const ofCards = given.filter(({ device }) => device !== undefined && cards.includes(device))
    // The one that the firmware starts on is the one to keep.
    const kept = ofCards.find(({ device }) => device?.boot_vga === true) ?? ofCards[0]
    if (kept?.device === undefined) return
    const isOnly = cards.length === 1
    const which = isOnly
      ? `${nameOf(kept.device)} is the only graphics card of the host`
      : `All ${cards.length} graphics cards of the host go to the guest`
    yield {
      at: kept.path,
      message: `${which}: its screen stays dark while the guest runs. Reach the host over SSH, and let hooks stop and start its display.`,
      fix: { title: `Leave ${isOnly ? 'the card' : nameOf(kept.device)} with the host` },
    }
  },
}
