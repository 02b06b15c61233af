/** `-smbios` and `-fw_cfg`, read. */
import type { Domain } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import type { OptionInHand, Reading } from '../reading/index.ts'
import { processorKeys, smbiosKeys } from './smbios.ts'

type Sysinfo = NonNullable<Domain['sysinfo']>
type SysinfoDraft = { -readonly [Key in keyof Sysinfo]: Sysinfo[Key] }

export function readSmbios(reading: Reading): void {
  const tables: SysinfoDraft = {}
  for (const option of reading.unread('smbios')) if (readTable(option, tables)) option.finish()
  const entries = readBlobs(reading)
  const all: Sysinfo[] = []
  if (Object.keys(tables).length > 0) {
    all.push({ type: 'smbios', ...tables })
    reading.domain.os = { ...reading.domain.os, smbios: 'sysinfo' }
  }
  if (entries.length > 0) all.push({ type: 'fwcfg', entries })
  const [first, ...others] = all
  if (first !== undefined) reading.domain.sysinfo = first
  if (others.length > 0) reading.domain.more_sysinfo = others
}

/** One table, when a Domain can say all of it. */
function readTable(option: OptionInHand, tables: SysinfoDraft): boolean {
  const type = option.peek('type')
  const pairs = option.rest.filter(([key]) => key !== 'type')
  if (type === '11') {
    if (!pairs.every(([key]) => key === 'value')) return false
    tables.oem_strings = [...(tables.oem_strings ?? []), ...pairs.map(([, value]) => value)]
    return true
  }
  const known = type === '4' ? namesOfProcessor : namesOf(ownValue(smbiosKeys, type ?? ''))
  const named = pairs.map(([key, value]) => [known.get(key), value] as const)
  const entries = Object.fromEntries(named.filter(([key]) => key !== undefined))
  // An empty table is none in a Domain.
  if (pairs.length === 0 || known.size === 0 || Object.keys(entries).length < pairs.length) return false
  if (type === '0') tables.bios = { ...tables.bios, ...entries }
  else if (type === '1') tables.system = { ...tables.system, ...entries }
  else if (type === '2') tables.baseboard = [...(tables.baseboard ?? []), entries]
  else if (type === '3') tables.chassis = { ...tables.chassis, ...entries }
  else tables.processor = [...(tables.processor ?? []), entries]
  return true
}

const namesOfProcessor = new Map(Object.entries(processorKeys).map(([libvirt, qemu]) => [qemu, libvirt]))

function namesOf(keys: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [key, key]))
}

type Entry = NonNullable<Sysinfo['entries']>[number]

function readBlobs(reading: Reading): Entry[] {
  const entries: Entry[] = []
  for (const option of reading.unread('fw_cfg')) {
    const name = option.peek('name')
    const [value, file] = [option.peek('string'), option.peek('file')]
    const isKnown = option.rest.every(([key]) => key === 'name' || key === 'string' || key === 'file')
    // libvirt refuses names that are not the user's own.
    if (name === undefined || !name.startsWith('opt/') || !isKnown) continue
    entries.push({ name, ...(file === undefined ? {} : { file }), ...(value === undefined ? {} : { value }) })
    option.finish()
  }
  return entries
}
