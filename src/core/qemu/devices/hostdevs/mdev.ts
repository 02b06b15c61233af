/** Mediated devices: parts of a card that its driver gives away. libvirt manual, mdev. */
import type { Hostdev } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { shellWord } from '../../../text/index.ts'
import { type Build, bootIndexOf, leftOut, report } from '../../build/index.ts'
import { placedDevice } from '../../writing/index.ts'
import { mediated, mediatedPci } from './hostdev-properties.ts'

/** Where the kernel lists them. */
export const mdevDirectory = '/sys/bus/mdev/devices/'

export function renderMdev(build: Build, one: Hostdev, id: string, path: Path): void {
  const uuid = one.source?.uuid
  if (uuid === undefined) {
    report(build, 'qemu.text', [...path, 'source', 'uuid'], 'A mediated device needs its UUID.', 'warning')
    return
  }
  const model = one.model === 'vfio-ccw' || one.model === 'vfio-ap' ? one.model : 'vfio-pci'
  const isPci = model === 'vfio-pci'
  if (!isPci && build.arch !== 's390x')
    leftOut(build, [...path, 'model'], `${model} is for s390x: QEMU does not start with it.`)
  const isShown = one.ramfb === 'on' && isPci
  placedDevice(build, isShown ? 'vfio-pci-nohotplug' : model, path, isPci ? mediatedPci : mediated, one, {
    id,
    sysfsdev: `${mdevDirectory}${uuid}`,
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
  report(
    build,
    'qemu.host-setup',
    path,
    `The mediated device has to be there before the start: mdevctl start -u ${shellWord(uuid)}.`,
  )
}
