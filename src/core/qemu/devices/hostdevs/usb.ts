/** USB devices of the host. libvirt manual, USB host devices; QEMU manual, USB emulation, usb-host. */

import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, bootIndexOf, device, find } from '../../build.ts'
import { place } from '../../place.ts'
import { usbNumber } from '../../usb-number.ts'

export function renderUsbHostdev(build: Build, one: Hostdev, id: string, path: Path): void {
  const { source } = one
  const reset = source?.guest_reset
  device(
    build,
    'usb-host',
    path,
    whichOf(source),
    {
      id,
      'guest-reset': reset === undefined ? undefined : reset !== 'off',
      'guest-resets-all': reset === undefined || reset === 'off' ? undefined : reset === 'on',
      bootindex: bootIndexOf(build, 'hostdev', one.boot),
    },
    place(build, one.address),
  )
  find(
    build,
    'qemu.host-setup',
    path,
    'QEMU has to be allowed to open the device in /dev/bus/usb: run it as root or add a udev rule.',
  )
}

/** libvirt looks up which device it is now; QEMU finds it by its ids or its port whenever it is plugged in. */
function whichOf(source: Hostdev['source']) {
  const { vendor, product, bus, device: number, port } = source ?? {}
  if (vendor === undefined && product === undefined && port === undefined && bus && number)
    return { hostdevice: `/dev/bus/usb/${threeDigits(bus)}/${threeDigits(number)}` }
  return {
    vendorid: vendor,
    productid: product,
    hostbus: bus === undefined ? undefined : usbNumber(bus),
    hostaddr: number === undefined ? undefined : usbNumber(number),
    hostport: port,
  }
}

function threeDigits(number: string): string {
  return usbNumber(number).padStart(3, '0')
}
