/** USB devices of the host. libvirt manual, USB host devices; QEMU manual, USB emulation, usb-host. */
import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, bootIndexOf, report } from '../../build/index.ts'
import type { Pairs } from '../../words/options.ts'
import { usbNumber } from '../../words/usb-number.ts'
import { device, place, propertyPairs } from '../../writing/index.ts'
import { usbSource } from './hostdev-properties.ts'

export function renderUsbHostdev(build: Build, one: Hostdev, id: string, path: Path): void {
  const reset = one.source?.guest_reset
  device(
    build,
    'usb-host',
    path,
    whichOf(build, one, path),
    {
      id,
      'guest-reset': reset === undefined ? undefined : reset !== 'off',
      'guest-resets-all': reset === undefined || reset === 'off' ? undefined : reset === 'on',
      bootindex: bootIndexOf(build, 'hostdev', one.boot),
    },
    place(build, one.address),
  )
  report(
    build,
    'qemu.host-setup',
    path,
    'QEMU has to be allowed to open the device in /dev/bus/usb: run it as root or add a udev rule.',
  )
}

/** libvirt looks up which device it is now; QEMU finds it by its ids or its port whenever it is plugged in. */
function whichOf(build: Build, one: Hostdev, path: Path): Pairs {
  const { vendor, product, bus, device: number, port } = one.source ?? {}
  return vendor === undefined && product === undefined && port === undefined && bus && number
    ? { hostdevice: `/dev/bus/usb/${threeDigits(bus)}/${threeDigits(number)}` }
    : propertyPairs(build, usbSource, one, path)
}

function threeDigits(number: string): string {
  return usbNumber(number).padStart(3, '0')
}
