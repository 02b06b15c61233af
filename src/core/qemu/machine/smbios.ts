/** How the guest names itself in SMBIOS. libvirt manual, SMBIOS System Information; QEMU manual, -smbios. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { ownValue, setOwn } from '../../text/index.ts'
import { type Build, leftOut, report } from '../build/index.ts'
import { type Decisions, writtenIn } from '../decisions/index.ts'
import { emitPairs } from '../writing/index.ts'

type Sysinfo = NonNullable<Domain['sysinfo']>
type Entries = Readonly<Record<string, string>>

export const sysinfoDecisions: Decisions<Sysinfo> = {
  ...writtenIn<Sysinfo>()('type bios system baseboard chassis processor oem_strings entries'),
}

/** Entries that QEMU knows, by the number of the table: it calls them as libvirt does. */
export const smbiosKeys: Readonly<Record<string, readonly string[]>> = {
  0: ['vendor', 'version', 'date', 'release'],
  1: ['manufacturer', 'product', 'version', 'serial', 'uuid', 'sku', 'family'],
  2: ['manufacturer', 'product', 'version', 'serial', 'asset', 'location'],
  3: ['manufacturer', 'version', 'serial', 'asset', 'sku'],
}

/** libvirt's names of processor entries, and QEMU's. */
export const processorKeys: Readonly<Record<string, string>> = {
  socket_destination: 'sock_pfx',
  manufacturer: 'manufacturer',
  version: 'version',
  serial_number: 'serial',
  asset_tag: 'asset',
  part_number: 'part',
  max_speed: 'max-speed',
  current_speed: 'current-speed',
}

export function renderSmbios(build: Build): void {
  const { os } = build.domain
  if (os?.smbios === 'host')
    leftOut(
      build,
      ['os', 'smbios'],
      'The host’s SMBIOS is left out: libvirt copies it at the start. Say what the guest shall see in sysinfo.',
    )
  for (const [at, one] of everySysinfo(build.domain)) {
    if (one.type === 'fwcfg') renderBlobs(build, one, at)
    else if (os?.smbios === 'sysinfo') renderTables(build, one, at)
    else
      report(
        build,
        'qemu.differs',
        at,
        'The system information is left out, as libvirt does too as long as os.smbios is not sysinfo.',
      )
  }
}

function everySysinfo({ sysinfo, more_sysinfo: more = [] }: Domain): (readonly [Path, Sysinfo])[] {
  return [
    ...(sysinfo === undefined ? [] : [[['sysinfo'], sysinfo] as const]),
    ...more.map((one, index) => [['more_sysinfo', index], one] as const),
  ]
}

function renderBlobs(build: Build, { entries = [] }: Sysinfo, path: Path): void {
  for (const [index, { name, file, value }] of entries.entries()) {
    const at = [...path, 'entries', index]
    if (file === undefined && value === undefined)
      report(build, 'qemu.text', at, 'The entry is left out: it has neither a file nor a value.')
    else emitPairs(build, '-fw_cfg', at, '', { name, string: file === undefined ? value : undefined, file })
  }
}

function renderTables(build: Build, sysinfo: Sysinfo, path: Path): void {
  table(build, 0, sysinfo.bios, [...path, 'bios'])
  table(build, 1, sysinfo.system, [...path, 'system'])
  for (const [index, board] of (sysinfo.baseboard ?? []).entries())
    table(build, 2, board, [...path, 'baseboard', index])
  table(build, 3, sysinfo.chassis, [...path, 'chassis'])
  for (const [index, processor] of (sysinfo.processor ?? []).entries())
    processorTable(build, processor, [...path, 'processor', index])
  if (sysinfo.oem_strings !== undefined && sysinfo.oem_strings.length > 0)
    emitPairs(build, '-smbios', [...path, 'oem_strings'], '', { type: 11, value: sysinfo.oem_strings })
}

function table(build: Build, type: number, entries: Entries | undefined, path: Path): void {
  if (entries === undefined) return
  const known = smbiosKeys[type] ?? []
  const pairs: Record<string, string | number> = { type }
  for (const key of Object.keys(entries)) {
    const value = ownValue(entries, key)
    if (value === undefined) continue
    if (known.includes(key)) setOwn<string | number>(pairs, key, value)
    else unknownEntry(build, key, path)
  }
  emitPairs(build, '-smbios', path, '', pairs)
}

function processorTable(build: Build, entries: Entries, path: Path): void {
  const pairs: Record<string, string | number> = { type: 4 }
  for (const key of Object.keys(entries)) {
    const value = ownValue(entries, key)
    const name = ownValue(processorKeys, key)
    if (value === undefined) continue
    if (name === undefined) unknownEntry(build, key, path)
    else setOwn<string | number>(pairs, name, value)
  }
  emitPairs(build, '-smbios', path, '', pairs)
}

function unknownEntry(build: Build, key: string, path: Path): void {
  leftOut(build, [...path, key], `The entry ${key} is left out: QEMU has no word for it.`)
}
