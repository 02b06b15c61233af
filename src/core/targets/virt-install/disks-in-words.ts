/** What virt-install fills in of disks that a command does not say (virtinst/devices/disk.py, 5.0). */
import { ownValue } from '../../text/index.ts'
import type { GrownElement } from './grown-element.ts'

/** An image that the command makes. */
export interface MadeDisk {
  readonly file: string
  /** As vm.yml has it: `20G`. */
  readonly size: string
}

/** Where the pool `default` of the system connection keeps images. */
const images = '/var/lib/libvirt/images'

/** The bus of a drive whose name does not tell. */
const usualBuses = { disk: 'virtio', floppy: 'fdc', lun: 'scsi' } as const

/** Each bus with the beginning of the names of its disks. */
const prefixes: Readonly<Record<string, string>> = {
  fdc: 'fd',
  ide: 'hd',
  sata: 'sd',
  scsi: 'sd',
  usb: 'sd',
  virtio: 'vd',
}

/**
 * Names the disks for the guest, and says the format where it is known without a look at the image.
 *
 * @param sizes in GiB, of the disks that say one
 * @returns the images that are made
 */
export function completeDisks(
  disks: readonly GrownElement[],
  sizes: ReadonlyMap<GrownElement, number>,
  vm: string,
): readonly MadeDisk[] {
  const made: MadeDisk[] = []
  const taken = new Set(disks.map((disk) => disk.get('target/@dev')))
  for (const disk of disks) {
    const device = disk.get('@device') ?? 'disk'
    const size = sizes.get(disk)
    const isFile = disk.get('@type') === 'file'
    if (size !== undefined && isFile) {
      const file =
        disk.get('source/@file') ?? `${images}/${vm}${made.length === 0 ? '' : `-${made.length}`}.qcow2`
      disk.set('source/@file', file)
      made.push({ file, size: `${size}G` })
    }
    const isQcow2 = size !== undefined || /\.qcow2$/.test(disk.get('source/@file') ?? '')
    if (isFile && device === 'disk' && isQcow2 && disk.get('driver/@type') === undefined) {
      disk.set('driver/@name', 'qemu')
      disk.set('driver/@type', 'qcow2')
    }
    // A name tells libvirt the bus.
    if (disk.get('target/@dev') !== undefined) continue
    const bus = disk.get('target/@bus') ?? ownValue(usualBuses, device) ?? 'sata'
    disk.set('target/@bus', bus)
    const dev = freeName(ownValue(prefixes, bus) ?? 'sd', taken)
    disk.set('target/@dev', dev)
    taken.add(dev)
  }
  return made
}

/** `vda` to `vdz`, `vdaa` … */
function freeName(prefix: string, taken: ReadonlySet<string | undefined>): string {
  for (let number = 0; ; number += 1) {
    const first = number < letters.length ? '' : letters.charAt(Math.floor(number / letters.length) - 1)
    const name = `${prefix}${first}${letters.charAt(number % letters.length)}`
    if (!taken.has(name)) return name
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
