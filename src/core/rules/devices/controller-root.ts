import { deviceRule } from '../support/device-rule.ts'
import { leftOut } from '../support/left-out.ts'
import { isI440fx, isQ35 } from '../support/machine.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.root',
  title: 'Another root bus than the machine has',
  source:
    "libvirt 11.3: \"The PCI controller with index='0' must be model='pci-root' for this machine type, but model='pcie-root' was found instead\", \"pci-root and pcie-root controllers should have index 0\"",
  check(controller, context) {
    if (controller.type !== 'pci') return undefined
    const isRoot = controller.model === 'pci-root' || controller.model === 'pcie-root'
    const wanted = isQ35(context) ? 'pcie-root' : isI440fx(context) ? 'pci-root' : undefined
    if (isRoot && (controller.index ?? 0) !== 0 && wanted !== undefined)
      return {
        at: ['index'],
        message: 'The root bus has the number 0.',
        fix: { title: 'Remove the controller', at: [] },
      }
    if (
      controller.index === 0 &&
      wanted !== undefined &&
      controller.model !== undefined &&
      controller.model !== wanted
    )
      return {
        at: ['model'],
        message: `Controller 0 is the root bus, which for ${context.domain.os?.machine} is ${wanted}.`,
        fix: { title: `Take ${wanted}`, value: wanted },
      }
    if (isRoot && controller.address !== undefined)
      return leftOut(['address'], 'The root bus has no address.', 'the address')
    return undefined
  },
})
