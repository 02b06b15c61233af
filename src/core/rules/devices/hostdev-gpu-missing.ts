import { formatPath, type Path } from '../../finding.ts'
import { isWindowsGuest } from '../../guide/index.ts'
import { pciKind } from '../../host/index.ts'
import { devicesOf } from '../support/devices.ts'
import { givenFunctions } from '../support/host-pci.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.gpu-missing',
  title: 'A guest made for a graphics card of the host, without one',
  severity: 'warning',
  source:
    'Looking Glass, documentation: the guest needs a graphics card of its own; rules.md, NVIDIA Code 43: KVM is hidden from the driver of a passed-through card',
  *check(context) {
    const why = madeForCard(context)
    if (why === undefined || hasCard(context)) return
    yield {
      path: ['libvirt', 'devices', 'hostdevs'],
      message: `No GPU of the host is passed through, and the design is made for one: ${why}. Pick one in Host devices, with its whole IOMMU group.`,
    }
  },
}

/** What of the design makes sense with a passed-through card only. */
function madeForCard(context: RuleContext): string | undefined {
  const { spec, domain } = context
  const { kvm, hyperv } = domain.features ?? {}
  if (devicesOf(context, 'shmem').some(({ item }) => /looking-?glass/i.test(item.name ?? '')))
    return 'Looking Glass shows the picture of that card'
  const cards = devicesOf(context, 'video')
  const hasNoCard = cards.length > 0 && cards.every(({ item }) => item.model === 'none')
  const hasScreen = devicesOf(context, 'graphics').some(
    ({ item }) => item.type === 'spice' || item.type === 'vnc',
  )
  // What was imported ran like that: boards of ARM have no card that a display would need.
  if (hasNoCard && hasScreen && spec.source?.kind !== 'imported')
    return 'its display has no video card to show'
  if (hasNoCard && isWindowsGuest(spec)) return 'Windows has no screen without'
  if (kvm?.hidden === 'on' && hyperv?.vendor_id?.state === 'on')
    return 'it hides KVM from the driver of such a card'
  return undefined
}

/** A function or a slice of the host that is a graphics card, or may be one for all that is known. */
function hasCard(context: RuleContext): boolean {
  const others = givenFunctions(context).filter(
    ({ device }) => device !== undefined && pciKind(device.class_code) !== 'gpu',
  )
  const isOther = (place: Path) => others.some(({ path }) => formatPath(path) === formatPath(place))
  return devicesOf(context, 'hostdevs').some(
    ({ item, path }) => item.type === 'mdev' || (item.type === 'pci' && !isOther(path)),
  )
}
