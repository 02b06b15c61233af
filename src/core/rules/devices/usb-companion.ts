import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'usb.companion',
  title: 'A USB companion without its controller',
  source: 'libvirt 11.3: "No master USB controller specified"',
  *check(context) {
    const usb = devicesOf(context, 'controllers').filter(({ item }) => item.type === 'usb')
    for (const { item, path } of usb) {
      if (!/^ich9-uhci/.test(item.model ?? '')) {
        const hasOther = usb.some(
          (other) => other.item.master === undefined && (other.item.index ?? 0) === (item.index ?? 0),
        )
        if (item.master !== undefined && item.model !== 'none' && !hasOther)
          yield {
            at: [...path, 'master'],
            message:
              'The controller says that it is a part of another with the same number, which is not there.',
            fix: { title: 'Leave master out' },
          }
        continue
      }
      const hasMaster = usb.some(
        (other) => other.item.model === 'ich9-ehci1' && (other.item.index ?? 0) === (item.index ?? 0),
      )
      if (hasMaster) continue
      yield {
        at: [...path, 'model'],
        message: `${item.model} is the USB 1 half of ich9-ehci1, which has to be there with the same number. qemu-xhci does all of it alone.`,
        fix: {
          title: 'Take qemu-xhci',
          all: [{ at: [...path, 'model'], value: 'qemu-xhci' }, { at: [...path, 'master'] }],
        },
      }
    }
  },
}
