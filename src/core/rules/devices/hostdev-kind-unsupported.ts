import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.kind-unsupported',
  title: 'A host device of a kind for containers, or of another driver',
  source:
    'libvirt 11.3: "hostdev mode \'capabilities\' is not supported in kvm", at the start "invalid PCI passthrough type \'kvm\'"',
  check(hostdev) {
    if (hostdev.mode === 'capabilities')
      return {
        at: ['mode'],
        message: 'Devices of the mode capabilities are for containers.',
        fix: { title: 'Remove the device', at: [] },
      }
    if (hostdev.driver?.name === 'kvm' || hostdev.driver?.name === 'xen')
      return {
        at: ['driver', 'name'],
        message: `The driver ${hostdev.driver.name} is gone; vfio is the one, and libvirt takes it by itself.`,
        fix: { title: 'Leave the driver out' },
      }
    return undefined
  },
})
