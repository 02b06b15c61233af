import { deviceRule } from '../support/device-rule.ts'
import { addressLeftOut } from '../support/left-out.ts'

export const rule = deviceRule(['disks', 'hostdevs'], {
  id: 'address.controller-range',
  title: 'A drive on a controller that no machine has room for',
  source:
    'libvirt adds a controller for each number up to that of a drive (virDomainDefAddDiskControllersForType); a PCI bus has 32 slots, and of 256 buses most are taken by root ports with one',
  check({ address }) {
    if (address?.type !== 'drive' || Number(address.controller ?? 0) <= last) return undefined
    const wrong = `There is no controller ${address.controller}: no machine has room for more than ${last + 1} of them.`
    return addressLeftOut(['address'], wrong, 'controller')
  },
})

const last = 1023
