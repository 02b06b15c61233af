import { formatPath } from '../../finding.ts'
import { driveAddresses } from '../support/drive-addresses.ts'
import { addressLeftOut } from '../support/left-out.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.address-twice',
  title: 'Two drives at one address',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "Found duplicate drive address for disk with target name \'sda\'", "using disk target name \'sda\' conflicts with SCSI host device address", "SCSI host address … in use by another SCSI host device"',
  *check(context) {
    const addresses = driveAddresses(context)
    const said = addresses.filter(({ isSaid }) => isSaid)
    for (const { item, first } of repeated(said, ({ key }) => key))
      yield addressLeftOut(
        [...item.path, 'address'],
        `${formatPath(at(context, ...first.path))} is at this address already.`,
      )
    for (const named of addresses.filter(({ isSaid, key }) => !isSaid && said.some((one) => one.key === key)))
      yield {
        at: [...named.path, 'target', 'dev'],
        message:
          'The name of the disk gives it a place where another device is already. Give one of them another.',
      }
  },
}
