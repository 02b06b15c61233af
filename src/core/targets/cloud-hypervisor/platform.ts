/** What the guest reads of its machine: SMBIOS. */
import { line } from '../plain/codecs.ts'
import type { Part } from '../plain/part.ts'
import { type Row, takeRows } from '../plain/rows.ts'

const platform: readonly Row[] = [
  ['uuid', 'uuid', line],
  ['sysinfo.oem_strings', 'oem_strings', texts],
  ['sysinfo.system.serial', 'serial_number', line],
  ['sysinfo.system.manufacturer', 'system_manufacturer', line],
  ['sysinfo.system.product', 'system_product_name', line],
  ['sysinfo.system.version', 'system_version', line],
  ['sysinfo.system.family', 'system_family', line],
  ['sysinfo.system.sku', 'system_sku_number', line],
]

function texts(held: unknown): unknown {
  return Array.isArray(held) && held.length > 0 && held.every((one) => line(one) !== undefined)
    ? held
    : undefined
}

export function platformOf(root: Part): Record<string, unknown> | undefined {
  const said = takeRows(root, platform)
  if (Object.keys(said).length === 0) return undefined
  root.pass('sysinfo.type', 'smbios')
  root.pass('os.smbios', 'sysinfo')
  return said
}
