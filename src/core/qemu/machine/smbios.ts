/** How the guest names itself in SMBIOS. libvirt manual, SMBIOS System Information; QEMU manual, -smbios. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, emit, find } from '../build.ts'
import { options } from '../options.ts'
import { type Said, said } from '../said.ts'

type Sysinfo = NonNullable<Domain['sysinfo']>
type Entries = Readonly<Record<string, string>>

export const sysinfoSaid: Said<Sysinfo> = {
  type: said,
  bios: said,
  system: said,
  baseboard: said,
  chassis: said,
  processor: said,
  oem_strings: said,
}

const biosKeys = ['vendor', 'version', 'date', 'release']
const systemKeys = ['manufacturer', 'product', 'version', 'serial', 'uuid', 'sku', 'family']
const baseboardKeys = ['manufacturer', 'product', 'version', 'serial', 'asset', 'location']
const chassisKeys = ['manufacturer', 'version', 'serial', 'asset', 'sku']
/** libvirt's names of processor entries, and QEMU's. */
const processorKeys: Readonly<Record<string, string>> = {
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
  const { sysinfo, os } = build.domain
  if (os?.smbios === 'host')
    find(
      build,
      'qemu.unsupported',
      ['os', 'smbios'],
      'The host’s SMBIOS is left out: libvirt copies it at the start. Say what the guest shall see in sysinfo.',
    )
  if (sysinfo === undefined) return
  const path = ['sysinfo']
  if (sysinfo.type === 'fwcfg') {
    find(
      build,
      'qemu.unsupported',
      path,
      'Firmware blobs are left out: add -fw_cfg name=opt/…,file=… for each of them.',
    )
    return
  }
  if (os?.smbios !== 'sysinfo') {
    find(
      build,
      'qemu.differs',
      path,
      'The system information is left out, as libvirt does too as long as os.smbios is not sysinfo.',
    )
    return
  }
  table(build, 0, sysinfo.bios, biosKeys, [...path, 'bios'])
  table(build, 1, sysinfo.system, systemKeys, [...path, 'system'])
  for (const [index, board] of (sysinfo.baseboard ?? []).entries())
    table(build, 2, board, baseboardKeys, [...path, 'baseboard', index])
  table(build, 3, sysinfo.chassis, chassisKeys, [...path, 'chassis'])
  for (const [index, processor] of (sysinfo.processor ?? []).entries())
    processorTable(build, processor, [...path, 'processor', index])
  if (sysinfo.oem_strings !== undefined && sysinfo.oem_strings.length > 0)
    emit(build, '-smbios', [...path, 'oem_strings'], options('', { type: 11, value: sysinfo.oem_strings }))
}

function table(
  build: Build,
  type: number,
  entries: Entries | undefined,
  known: readonly string[],
  path: Path,
): void {
  if (entries === undefined) return
  const pairs: Record<string, string | number> = { type }
  for (const key of Object.keys(entries)) {
    const value = entries[key]
    if (value === undefined) continue
    if (known.includes(key)) pairs[key] = value
    else unknownEntry(build, key, path)
  }
  emit(build, '-smbios', path, options('', pairs))
}

function processorTable(build: Build, entries: Entries, path: Path): void {
  const pairs: Record<string, string | number> = { type: 4 }
  for (const key of Object.keys(entries)) {
    const value = entries[key]
    const name = processorKeys[key]
    if (value === undefined) continue
    if (name === undefined) unknownEntry(build, key, path)
    else pairs[name] = value
  }
  emit(build, '-smbios', path, options('', pairs))
}

function unknownEntry(build: Build, key: string, path: Path): void {
  find(build, 'qemu.unsupported', [...path, key], `The entry ${key} is left out: QEMU has no word for it.`)
}
