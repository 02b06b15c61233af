import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'host.usb-twins',
  title: 'USB devices that their ids do not tell apart',
  source:
    'libvirt, src/hypervisor/virhostdev.c: "Multiple USB devices for 46d:c52b, use <address> to specify one"; the lab has no USB',
  check(hostdev, context) {
    const usb = context.host?.usb ?? []
    const { vendor, product, bus, device, port } = hostdev.source ?? {}
    if (hostdev.type !== 'usb' || vendor === undefined || product === undefined) return undefined
    if (bus !== undefined && (device !== undefined || port !== undefined)) return undefined
    const twins = usb.filter((one) => sameId(one.vendor_id, vendor) && sameId(one.product_id, product))
    if (twins.length < 2) return undefined
    const places = twins.map((one) =>
      one.port === undefined ? `bus ${one.bus} device ${one.device}` : `port ${one.port}`,
    )
    return {
      at: ['source'],
      message: `${twins.length} devices of the host have the ids ${vendor} and ${product}: at ${places.join(' and ')}. Say bus and port of the one that is meant (libvirt 9.10), or bus and device.`,
    }
  },
})

/** `0x046d` and `046d` are one number. */
function sameId(id: string, said: string): boolean {
  return Number.parseInt(id, 16) === Number.parseInt(said.replace(/^0x/i, ''), 16)
}
