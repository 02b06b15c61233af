import { deviceRule } from '../support/device-rule.ts'
import { isNewerThan } from '../support/host-version.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.usb-port',
  title: 'A USB device of the host by its port, before libvirt knows ports',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"Missing required attribute 'device' in element 'address'\"; the schema of 12.8 has port",
  when: (context) => !isNewerThan(context.host?.libvirt, withoutPorts),
  check(hostdev) {
    const { source } = hostdev
    if (hostdev.type !== 'usb' || source?.bus === undefined || source.device !== undefined) return undefined
    return {
      at: ['source'],
      message: `libvirt ${withoutPorts} finds a USB device by vendor and product, or by bus and device number, and not by its port. Say one of these.`,
    }
  },
})

/** Refused by this one, seen in the lab. */
const withoutPorts = '11.3.0'
