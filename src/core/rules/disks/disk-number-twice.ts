import { busOfDisk, diskNumber } from '../../domain/index.ts'
import { devicesOf, type PlacedDisk } from '../support/devices.ts'
import { callDisk } from '../support/free-disk-name.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.number-twice',
  title: 'Two disks with one number on a bus',
  fixIsSafe: true,
  source: 'QEMU 10.0 at the start: "Duplicate device ID \'virtio-disk0\'"',
  *check(context) {
    const disks = devicesOf(context, 'disks').filter(({ item }) => item.address === undefined)
    for (const { item, first } of repeated(disks, numberOf)) {
      const [mine, theirs] = [item.item.target?.dev ?? '', first.item.target?.dev ?? '']
      if (mine === theirs) continue
      const bus = busOfDisk(item.item)
      yield {
        at: [...item.path, 'target', 'dev'],
        message: `${mine} and ${theirs} are both the same disk on ${bus} to libvirt, which counts by the last letter. Give one another letter.`,
        fix: callDisk(context, bus === 'virtio' ? 'vd' : 'sd'),
      }
    }
  },
}

function numberOf({ item }: PlacedDisk): string | undefined {
  const number = diskNumber(item.target?.dev ?? '')
  return number === undefined ? undefined : `${busOfDisk(item)} ${number}`
}
