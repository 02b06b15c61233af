import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('controllers', {
  id: 'usb.ports-model',
  title: 'Ports of a USB controller that has a fixed number',
  fixIsSafe: true,
  source: "libvirt 11.3: \"usb controller type 'piix3-uhci' doesn't support 'ports' with this QEMU binary\"",
  check(controller) {
    const { model = 'qemu-xhci' } = controller
    if (
      controller.type !== 'usb' ||
      controller.ports === undefined ||
      /xhci$/.test(model) ||
      model === 'none'
    )
      return undefined
    return {
      at: ['ports'],
      message: `A ${model} has as many ports as it has. Leave ports out, or take qemu-xhci.`,
      fix: { title: 'Leave ports out' },
    }
  },
})
