import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('controllers', {
  id: 'usb.ports',
  title: 'More ports than a USB controller has',
  source: "libvirt 11.3: \"'nec-xhci' controller only supports up to '15' ports\"",
  check(controller) {
    const isXhci = controller.model === 'nec-xhci' || controller.model === 'qemu-xhci'
    if (
      controller.type !== 'usb' ||
      controller.ports === undefined ||
      !isXhci ||
      controller.ports <= mostPorts
    )
      return undefined
    return {
      at: ['ports'],
      message: `${controller.model} has ${mostPorts} ports at most.`,
      fix: { title: `Take ${mostPorts}`, value: mostPorts },
    }
  },
})

const mostPorts = 15
