import { repeatedRule } from '../support/repeated-rule.ts'
import { usbDevices } from '../support/usb-devices.ts'

export const rule = repeatedRule(usbDevices, {
  id: 'usb.port-twice',
  title: 'Two USB devices in one port',
  fixIsSafe: true,
  source: 'libvirt 11.3: "Duplicate USB address bus 0 port 1"',
  same: ({ bus, port }) => (port === undefined ? undefined : `${bus} ${port}`),
  at: ['address'],
  says: ({ port }, first) =>
    `${first} is in port ${port} already. Leave the address out, and libvirt picks one.`,
  fix: { title: 'Leave the address out' },
})
