/** The words of vm.yml's own for parts of a Domain: ways to say a changed place there, the likeliest first. */
import type { Domain, Interface } from '../domain/index.ts'
import type { Change, Path } from '../finding.ts'
import { startsWith } from '../path.ts'
import { applyChanges, type VmSpec } from '../spec/index.ts'
import { systemOf } from '../systems/index.ts'
import { formatSize, sizeInBytes } from '../table/index.ts'
import { fits } from './fits.ts'

/**
 * The specs that say a place of the wanted Domain in short words; the Domain that each resolves to decides.
 *
 * @param interfacePath where the interface stands that is made of `network`
 */
export function inNaturalWords(
  spec: VmSpec,
  path: Path,
  wanted: Domain,
  interfacePath: Path | undefined,
): VmSpec[] {
  const ways: (readonly Change[])[] = []
  if (startsWith(path, ['memory'])) ways.push(...memory(spec, wanted))
  if (startsWith(path, ['vcpu'])) ways.push([{ path: ['cpu'], value: wanted.vcpu?.value }])
  if (startsWith(path, ['cpu', 'features']) && spec.nested !== undefined) ways.push([{ path: ['nested'] }])
  if (startsWith(path, ['os', 'machine'])) ways.push([{ path: ['machine'], value: wanted.os?.machine }])
  if (path[0] === 'os')
    for (const value of ['bios', 'uefi-insecure', 'uefi-secure'])
      if (value !== spec.firmware) ways.push([{ path: ['firmware'], value }])
  if (
    path[0] === 'features' &&
    (path[1] === 'acpi' || path[1] === 'apic') &&
    wanted.features?.[path[1]] !== true
  )
    ways.push([{ path: ['libvirt', 'features', path[1]], value: false }])
  if (startsWith(path, ['sysinfo', 'oem_strings']))
    ways.push([
      { path: ['ssh', 'key_injection', 'smbios'], value: 'disabled' },
      { path: ['libvirt', 'sysinfo', 'oem_strings'], value: wanted.sysinfo?.oem_strings },
    ])
  if (interfacePath !== undefined && startsWith(path, interfacePath)) {
    const device = wanted.devices?.interfaces?.[Number(interfacePath[2])]
    if (device !== undefined) ways.push(firstInterface(spec, device))
  }
  return ways
    .map((changes) => changes.filter((change) => fits(change.path, change.value)))
    .filter((changes) => changes.length > 0)
    .map((changes) => applyChanges(spec, changes))
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']

/** In the unit that the XML has, which the design only says when it is not MiB. */
function memory(
  { libvirt }: VmSpec,
  { memory: said, current_memory: current }: Domain,
): (readonly Change[])[] {
  const bytes = said?.value === undefined ? undefined : sizeInBytes(said.value, 1024)
  if (bytes === undefined) return []
  const unit = units.find((known) => known === said?.value?.split(' ')[1])
  // What the guest has at the start follows the memory, as long as the edit did not leave it where it was.
  const atStart: Change[] =
    current === undefined || sizeInBytes(current, 1024) === bytes
      ? []
      : [{ path: ['libvirt', 'current_memory'], value: current }]
  const size: readonly Change[] = [{ path: ['ram'], value: formatSize(bytes) }, ...atStart]
  const sameUnit = size
  const otherUnit = [...size, { path: ['libvirt', 'memory_unit'], value: unit === 'MiB' ? undefined : unit }]
  const asSaid: Change = { path: ['libvirt', 'memory', 'value'] }
  return libvirt?.memory?.value === undefined
    ? [sameUnit, otherUnit]
    : [
        [...sameUnit, asSaid],
        [...otherUnit, asSaid],
      ]
}

/** Mode, card, address and forwards, each where `network` and `ssh` have it. */
function firstInterface(spec: VmSpec, device: Interface): Change[] {
  const { network, ssh } = spec
  const ranges = device.port_forwards?.flatMap((forward) => forward.ranges ?? []) ?? []
  const hadSsh = ssh?.port !== undefined && ssh.port !== 0
  const isSsh = ranges[0]?.to === 22 && (hadSsh || network?.port_forwards === undefined)
  const forwards = ranges.slice(isSsh ? 1 : 0).map(({ start, to }) => `${start}:${to ?? start}`)
  const { mode, bridge } = modeOf(device)
  const model = device.model?.type
  const changes: Change[] = [
    { path: ['network', 'mode'], value: mode },
    { path: ['network', 'bridge'], value: bridge },
    { path: ['network', 'model'], value: model },
    { path: ['network', 'mac'], value: device.mac?.address },
    { path: ['network', 'port_forwards'], value: forwards.length === 0 ? undefined : forwards },
    { path: ['ssh', 'port'], value: isSsh ? ranges[0]?.start : ssh?.port === 0 ? 0 : undefined },
  ]
  const now = new Map<string, unknown>([
    ['mode', network?.mode ?? 'user'],
    ['model', network?.model ?? systemOf(spec)?.network ?? 'virtio'],
  ])
  // What the design means without saying it stays unsaid.
  return changes.filter(({ path, value }) => !now.has(String(path[1])) || now.get(String(path[1])) !== value)
}

function modeOf(device: Interface): { readonly mode: string; readonly bridge: string | undefined } {
  if (device.type === 'bridge') return { mode: 'bridge', bridge: device.source?.bridge }
  if (device.type !== 'network') return { mode: 'user', bridge: undefined }
  const name = device.source?.network
  return name === 'default' ? { mode: 'nat', bridge: undefined } : { mode: 'network', bridge: name }
}
