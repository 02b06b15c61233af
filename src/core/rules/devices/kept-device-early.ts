import { jsonDevice } from '../../qemu/read/kept-devices.ts'
import { readOptions } from '../../qemu/words/command-options.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'kept-device.early',
  title: 'A device of qemu:commandline in text, on a bus that libvirt makes',
  target: 'libvirt',
  source: 'QEMU 10.0: "Bus \'usb.0\' not found"; it makes devices in text first, and libvirt writes JSON',
  *check(context) {
    const args = context.domain.qemu_arguments ?? []
    const options = readOptions(args.map(({ value = '' }) => value))
    const early = new Set(
      options.flatMap(({ name, value, pairs }) =>
        name === 'device' && !isJson(value) ? pairs.filter(([key]) => key === 'id').map(([, id]) => id) : [],
      ),
    )
    let index = 0
    for (const { name, value = '', words, pairs } of options) {
      const place = ['qemu_arguments', index + 1, 'value'] as const
      index += words.length
      if (name !== 'device' || isJson(value)) continue
      const bus = pairs.find(([key]) => key === 'bus')?.[1] ?? ''
      if (early.has(bus) || early.has(bus.replace(/\.\d+$/, '')) || !isOfLibvirt(context, bus)) continue
      yield {
        at: place,
        message: `QEMU makes this device before the bus ${bus}, which libvirt makes as JSON: it does not find it. Write the device as JSON too.`,
        fix: { title: 'Write it as JSON', value: jsonDevice(pairs) },
      }
    }
  },
}

function isJson(value: string | undefined): boolean {
  return value?.startsWith('{') === true
}

/** What libvirt calls the buses of its controllers; those of the mainboard are there from the start. */
function isOfLibvirt({ domain }: RuleContext, bus: string): boolean {
  if (/^(?:usb\d*|scsi\d+|sata\d+|virtio-serial\d+|ccid\d+)\.\d+$|^pci\.[1-9]\d*$|^nvme\d+$/.test(bus))
    return true
  const controllers = domain.devices?.controllers ?? []
  return controllers.some(
    ({ alias }) => alias?.name !== undefined && alias.name === bus.replace(/\.\d+$/, ''),
  )
}
