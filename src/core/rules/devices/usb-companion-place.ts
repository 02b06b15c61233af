import type { Devices, Item } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'usb.companion-place',
  title: 'USB controllers of one bus in one place',
  source:
    'libvirt 11.3: "Attempted double use of PCI Address 0000:00:02.0", since each model has a function of its own; QEMU 10.0: "firstport 4 asks for ports 4-5, but port 4 has a companion assigned already"',
  *check(context) {
    // What says no number gets one of its own.
    const parts = devicesOf(context, 'controllers').filter(
      ({ item: { model, index } }) => /^ich9-/.test(model ?? '') && index !== undefined,
    )
    const placed = repeated(
      parts.filter(({ item }) => item.address === undefined),
      ({ item: { model, index } }) => `${index} ${model}`,
    )
    for (const { item } of placed)
      yield {
        at: item.path,
        message: `The USB bus ${item.item.index} has a ${item.item.model} already, whose place this one would get.`,
        fix: { title: 'Remove the controller' },
      }
    const taken = new Set<string>()
    for (const { item, path } of parts) {
      const first = firstPort(item)
      if (first === undefined) continue
      const ports = [first, first + 1].map((port) => `${item.index} ${port}`)
      if (first > lastFirstPort || ports.some((port) => taken.has(port)))
        yield {
          at: [...path, 'master'],
          message:
            first > lastFirstPort
              ? `A companion has two of the six ports: its first is at most ${lastFirstPort}, not ${first}.`
              : `Another companion of the bus has the ports ${first} and ${first + 1}, or one of them.`,
          fix: {
            title: `Begin at port ${usualFirstPort[item.model ?? ''] ?? 0}`,
            value: usualFirstPort[item.model ?? ''],
          },
        }
      for (const port of ports) taken.add(port)
    }
  },
}

/** ich9-ehci1 has six ports, from 0 on here. */
const lastFirstPort = 4

/** What libvirt gives a companion that says nothing. */
const usualFirstPort: Readonly<Record<string, number>> = { 'ich9-uhci1': 0, 'ich9-uhci2': 2, 'ich9-uhci3': 4 }

/** Undefined for the controller that the companions belong to. */
function firstPort({ model, master }: Item<Devices['controllers']>): number | undefined {
  const usual = usualFirstPort[model ?? '']
  return usual === undefined ? undefined : (master ?? usual)
}
