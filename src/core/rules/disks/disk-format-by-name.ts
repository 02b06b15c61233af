import { ownValue } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.format-by-name',
  title: 'An image opened in another format than its name says',
  severity: 'warning',
  source: 'libvirt 9.0 and 11.3 start it; the guest sees the header of the image (rules.md)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const file = item.source?.file ?? ''
      const format = ownValue(formats, /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '')
      if ((item.driver?.type ?? 'raw') !== 'raw' || format === undefined) continue
      const title = `Set the format to ${format}`
      const isSource = at(context, ...path)[0] === 'source'
      const inSpec = ['source', 'disk_format']
      yield {
        ...(isSource
          ? { path: inSpec, fix: { title, changes: [{ path: inSpec, value: format }] } }
          : { at: [...path, 'driver', 'type'], fix: { title, value: format } }),
        message: `${file} is called like a ${format} image but is opened as raw${item.driver?.type === undefined ? ', which is what libvirt takes when no format is said' : ''}: the guest would see the image’s header for a disk. Set the format to ${format}.`,
      }
    }
  },
}

const formats: Readonly<Record<string, string>> = {
  qcow2: 'qcow2',
  qcow: 'qcow',
  qed: 'qed',
  vmdk: 'vmdk',
  vdi: 'vdi',
  vhd: 'vpc',
  vhdx: 'vhdx',
}
