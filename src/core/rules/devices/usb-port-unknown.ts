import { portsOfController } from '../../complete/index.ts'
import { devicesOf } from '../support/devices.ts'
import { addressLeftOut } from '../support/left-out.ts'
import type { Rule, RuleContext } from '../support/rule.ts'
import { usbDevices } from '../support/usb-devices.ts'

export const rule: Rule = {
  id: 'usb.port-unknown',
  title: 'A USB port that is not there',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "there is no hub at port 1 in USB address bus: 0 port: 1.2.3", "requested USB port 1.9 not present on USB bus 0", "USB bus 1 requested but no controller with that index is present", "Cannot parse <address> \'port\' attribute"',
  *check(context) {
    const devices = usbDevices(context)
    const hubs = new Set(
      devices.flatMap(({ isHub, bus, port }) => (isHub && port !== undefined ? [`${bus} ${port}`] : [])),
    )
    const said = devicesOf(context, 'controllers').filter(({ item }) => item.type === 'usb')
    for (const { path, bus, port } of devices) {
      const steps = port?.split('.') ?? []
      const around = steps.slice(0, -1).join('.')
      const isOnHub = around !== ''
      const wrong =
        steps.length > mostSteps
          ? `A port has ${mostSteps} steps at most, ${port} has ${steps.length}.`
          : bus > 0 && !said.some(({ item }) => (item.index ?? 0) === bus)
            ? `There is no USB controller ${bus}.`
            : isOnHub && !hubs.has(`${bus} ${around}`)
              ? `There is no hub in port ${around}.`
              : port !== undefined && !/^\d+(?:\.\d+)*$/.test(port)
                ? `${port} is no port: 1, or 1.2 for one of a hub.`
                : !isOnHub && Number(port ?? 0) > portsOf(context, bus)
                  ? `The USB controller ${bus} has ${portsOf(context, bus)} ports: ${port} is not among them.`
                  : isOnHub && Number(steps.at(-1)) > portsOfHub
                    ? `A hub has ${portsOfHub} ports, ${steps.at(-1)} is not among them.`
                    : undefined
      if (wrong !== undefined) yield addressLeftOut([...path, 'address'], wrong)
    }
  },
}

/** VIR_DOMAIN_DEVICE_USB_MAX_PORT_DEPTH */
const mostSteps = 4
const portsOfHub = 8
/** QEMU: those of qemu-xhci. */
const mostPorts = 15

/** Those of a bus; of one whose controller is not known, as many as any has. */
function portsOf({ completed }: RuleContext, bus: number): number {
  const counts = (completed.domain.devices?.controllers ?? [])
    .filter(({ index = 0 }) => index === bus)
    .flatMap((controller) => portsOfController(controller) ?? [])
  return counts.length === 0 ? mostPorts : Math.max(...counts)
}
