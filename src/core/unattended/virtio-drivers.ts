/** Where the drivers of a Windows lie on the virtio CD: `\DRIVER\VERSION\ARCHITECTURE`. virtio-win, README.md. */

import { ownValue } from '../text/index.ts'

/** Drivers that Setup needs to find disk and network, and those of devices that designs often have. */
const drivers = ['viostor', 'vioscsi', 'NetKVM', 'Balloon', 'vioserial', 'viorng', 'vioinput'] as const

/** The end of a system’s id, and the directory of it; what is newer than all of them takes that of the newest. */
const versions: readonly (readonly [system: RegExp, directory: string])[] = [
  [/server.{0,30}2025/, '2k25'],
  [/server.{0,30}2022/, '2k22'],
  [/server.{0,30}2019/, '2k19'],
  [/server.{0,30}2016/, '2k16'],
  [/server.{0,30}2012-?r2/, '2k12R2'],
  [/server.{0,30}2012/, '2k12'],
  [/server.{0,30}2008-?r2/, '2k8R2'],
  [/server/, '2k25'],
  [/windows-10/, 'w10'],
  [/windows-8\.?1/, 'w8.1'],
  [/windows-8/, 'w8'],
  [/windows-7/, 'w7'],
]

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  i686: 'x86',
  aarch64: 'ARM64',
}

/** The CDs come behind the disk and Setup’s own, in an order that is the firmware’s. */
const letters = ['D', 'E', 'F', 'G'] as const

/** Directories that Setup looks for drivers in; those that are not there do no harm. */
export function driverPaths(guest: string | undefined, arch: string): string[] {
  const version = versions.find(([system]) => system.test(guest ?? ''))?.[1] ?? 'w11'
  const directory = ownValue(architectures, arch) ?? 'amd64'
  return letters.flatMap((letter) =>
    drivers.map((driver) => `${letter}:\\${driver}\\${version}\\${directory}`),
  )
}
