import { devicesOf } from '../support/devices.ts'
import { isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'
import { usbUsers } from '../support/usb-devices.ts'

export const rule: Rule = {
  id: 'usb.no-controller',
  title: 'A USB device on a board without USB',
  target: 'libvirt',
  source:
    'libvirt 11.3: "USB is disabled for this domain, but USB devices are present in the domain XML" (aarch64, riscv64 and others, where it adds no controller by itself)',
  *check(context) {
    const { arch = 'x86_64' } = context.domain.os ?? {}
    if (isX86(context) || hasUsbByItself.has(arch)) return
    if (devicesOf(context, 'controllers').some(({ item }) => item.type === 'usb')) return
    if ((context.domain.devices?.usb ?? []).length > 0) return
    const [first] = usbUsers(context)
    if (first === undefined) return
    const count = context.spec.libvirt?.devices?.usb?.length ?? 0
    yield {
      at: first.path,
      message: `libvirt gives a machine for ${arch} no USB by itself, and this device needs it. Add a controller of type usb, model qemu-xhci.`,
      fix: {
        title: 'Add a USB controller',
        changes: [{ path: ['libvirt', 'devices', 'usb', count], value: { type: 'usb', model: 'qemu-xhci' } }],
      },
    }
  },
}

/** `qemuDomainDefAddDefaultDevices`: addDefaultUSB. */
const hasUsbByItself: ReadonlySet<string> = new Set([
  'ppc',
  'ppc64',
  'ppc64le',
  'alpha',
  'mips',
  'mipsel',
  'mips64',
  'mips64el',
  'loongarch64',
])
