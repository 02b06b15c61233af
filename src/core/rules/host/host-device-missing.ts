import { givenFunctions } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.device-missing',
  title: 'A PCI function that the host does not have',
  source:
    'libvirt 11.3 at the start: "Device 0000:01:00.0 not found: could not access /sys/bus/pci/devices/0000:01:00.0/config"',
  *check(context) {
    const pci = context.host?.pci ?? []
    if (pci.length === 0) return
    for (const { path, device, address } of givenFunctions(context)) {
      if (device !== undefined) continue
      const parent = pci.find(
        ({ address: at_, sriov }) =>
          sriov !== undefined && sriov.now < sriov.most && sameBus(at_.bus, address),
      )
      const hint =
        parent === undefined
          ? 'It may have moved when a card was added: look at the list of devices.'
          : 'A card on its bus can make virtual functions, which are not made yet: write their number into sriov_numvfs.'
      yield {
        at: path,
        message: `The host has no PCI function ${address}. ${hint}`,
        fix: { title: 'Remove the device' },
      }
    }
  },
}

function sameBus(bus: number, address: string): boolean {
  return Number.parseInt(address.split(':')[1] ?? '', 16) === bus
}
