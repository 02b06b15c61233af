/** Mediated devices: parts of a card that its driver gives away. libvirt manual, mdev. */

import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { shellWord } from '../../../text/index.ts'
import { type Build, bootIndexOf, device, find } from '../../build.ts'
import { placeOf } from '../../place.ts'
import { romOptions } from './pci.ts'

/** Where the kernel lists them. */
export const mdevDirectory = '/sys/bus/mdev/devices/'

export function renderMdev(build: Build, one: Hostdev, id: string, path: Path): void {
  const uuid = one.source?.uuid
  if (uuid === undefined) {
    find(build, 'qemu.text', [...path, 'source', 'uuid'], 'A mediated device needs its UUID.', 'warning')
    return
  }
  const model = one.model === 'vfio-ccw' || one.model === 'vfio-ap' ? one.model : 'vfio-pci'
  const isPci = model === 'vfio-pci'
  if (!isPci && build.arch !== 's390x')
    find(build, 'qemu.unsupported', [...path, 'model'], `${model} is for s390x: QEMU does not start with it.`)
  const ramfb = one.ramfb === 'on' && isPci
  device(
    build,
    ramfb ? 'vfio-pci-nohotplug' : model,
    path,
    {
      id,
      sysfsdev: `${mdevDirectory}${uuid}`,
      // libvirt says it, so that a newer QEMU which takes another default changes nothing.
      display: isPci ? (one.display ?? 'off') : undefined,
      ramfb: ramfb ? true : undefined,
      bootindex: bootIndexOf(build, 'hostdev', one.boot),
    },
    romOptions(one),
    placeOf(build, one),
  )
  find(
    build,
    'qemu.host-setup',
    path,
    `The mediated device has to be there before the start: mdevctl start -u ${shellWord(uuid)}.`,
  )
}
