import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.twice',
  title: 'Two controllers with one number',
  source:
    "libvirt 11.3: \"Multiple 'pci' controllers with index '1'\", \"Can't add another USB controller: USB is disabled for this domain\"",
  *check(context) {
    const all = devicesOf(context, 'controllers')
    const usb = all.filter(({ item }) => item.type === 'usb')
    const off = usb.find(({ item }) => item.model === 'none')
    for (const { path } of off === undefined ? [] : usb.filter((one) => one !== off))
      yield {
        at: path,
        message: 'USB is switched off by the controller none: no other can be there.',
        fix: { title: 'Remove the controller' },
      }
    const others = all.filter(({ item }) => item.type !== 'usb')
    for (const { item } of repeated(others, ({ item: { type, index } }) =>
      index === undefined ? undefined : `${type} ${index}`,
    ))
      yield {
        at: [...item.path, 'index'],
        message: `There is a controller ${item.item.type} with the number ${item.item.index} already. Leave the number out.`,
        fix: { title: 'Leave the number out' },
      }
  },
}
