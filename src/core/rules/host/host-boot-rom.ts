import { formatPciAddress, pciKind } from '../../host/index.ts'
import { devicesOf } from '../support/devices.ts'
import { givenFunctions, nameOf } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.boot-rom',
  title: 'The card that the host started on, without a file of its ROM',
  severity: 'advice',
  source:
    'Linux, Documentation/PCI/sysfs-pci.rst, rom: what is read of a card that the firmware has started may be its changed copy; not seen in the lab',
  *check(context) {
    for (const { path, device } of givenFunctions(context)) {
      if (device?.boot_vga !== true || pciKind(device.class_code) !== 'gpu') continue
      const hostdev = devicesOf(context, 'hostdevs').find(({ path: own }) => own.join() === path.join())
      if (hostdev === undefined || hostdev.item.rom !== undefined) continue
      yield {
        at: path,
        message: `The host starts its screen on ${nameOf(device)}, and the firmware may leave a ROM behind that shows nothing in the guest. If the guest stays dark, give it a file of the ROM: the bundle then brings dump-vbios.sh, which reads it from the card.`,
        fix: {
          title: 'Show the guest a file of its ROM',
          at: [...path, 'rom', 'file'],
          value: `/usr/share/vgabios/${formatPciAddress(device.address).replaceAll(':', '-')}.rom`,
        },
      }
    }
  },
}
