/** The shorter words that vm.yml has for parts of a domain. Each is tried; none has to be right for every domain. */
import type { VmSpec } from '../spec/index.ts'
import { formatSize, sizeInBytes } from '../table/index.ts'

type Libvirt = NonNullable<VmSpec['libvirt']>
type Devices = NonNullable<Libvirt['devices']>

/** A shorter spec, or undefined when there is nothing to shorten. */
type ShorterWay = (spec: VmSpec) => VmSpec | undefined

function withLibvirt(spec: VmSpec, change: Partial<Libvirt>): VmSpec {
  return { ...spec, libvirt: { ...spec.libvirt, ...change } }
}

function withDevices(spec: VmSpec, change: Partial<Devices>): VmSpec {
  return withLibvirt(spec, { devices: { ...spec.libvirt?.devices, ...change } })
}

const memory: ShorterWay = (spec) => {
  const said = spec.libvirt?.memory
  const unit = units.find((known) => known === said?.value?.split(' ')[1])
  const bytes = said?.value === undefined ? undefined : sizeInBytes(said.value, 1024)
  if (bytes === undefined || unit === undefined) return undefined
  const { value: _, ...others } = said ?? {}
  return withLibvirt(
    { ...spec, ram: formatSize(bytes) },
    { memory: Object.keys(others).length === 0 ? undefined : others, memory_unit: unit },
  )
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

const vcpus: ShorterWay = (spec) => {
  const said = spec.libvirt?.vcpu
  if (said?.value === undefined) return undefined
  const { value, ...others } = said
  return withLibvirt({ ...spec, cpu: value }, { vcpu: others })
}

const machine: ShorterWay = (spec) => {
  const said = spec.libvirt?.os
  const known = (['q35', 'virt', 'pc'] as const).find((name) => name === said?.machine)
  return known === undefined
    ? undefined
    : withLibvirt({ ...spec, machine: known }, { os: { ...said, machine: undefined } })
}

const firmware =
  (kind: 'uefi-insecure' | 'uefi-secure'): ShorterWay =>
  (spec) => {
    const said = spec.libvirt?.os
    if (said?.firmware !== 'efi') return undefined
    return withLibvirt(
      { ...spec, firmware: kind },
      { os: { ...said, firmware: undefined, firmware_features: undefined } },
    )
  }

const rootDisk: ShorterWay = (spec) => {
  const [first, ...others] = spec.libvirt?.devices?.disks ?? []
  const path = first?.source?.file
  const format = (['qcow2', 'raw', 'vmdk', 'vdi', 'vpc', 'vhdx', 'qed'] as const).find(
    (name) => name === first?.driver?.type,
  )
  if (first?.target?.dev !== 'vda' || path === undefined || format === undefined) return undefined
  return withDevices(
    {
      ...spec,
      source: { ...spec.source, disk_path: path, ...(format === 'qcow2' ? {} : { disk_format: format }) },
    },
    { disks: others },
  )
}

const firstInterface: ShorterWay = (spec) => {
  const [first, ...others] = spec.libvirt?.devices?.interfaces ?? []
  if (first === undefined) return undefined
  const ranges = first.port_forwards?.flatMap((forward) => forward.ranges ?? []) ?? []
  const [ssh] = ranges[0]?.to === 22 ? ranges : []
  const forwards = ranges.slice(ssh === undefined ? 0 : 1).map(({ start, to }) => `${start}:${to ?? start}`)
  const network: NonNullable<VmSpec['network']> = {
    ...modeOf(first),
    model: first.model?.type,
    mac: first.mac?.address,
    ...(forwards.length === 0 ? {} : { port_forwards: forwards }),
  }
  return withDevices(
    { ...spec, network, ...(ssh?.start === undefined ? {} : { ssh: { ...spec.ssh, port: ssh.start } }) },
    { interfaces: others },
  )
}

function modeOf(device: NonNullable<Devices['interfaces']>[number]): NonNullable<VmSpec['network']> {
  if (device.type === 'bridge') return { mode: 'bridge', bridge: device.source?.bridge }
  if (device.type !== 'network') return { mode: 'user' }
  const name = device.source?.network
  return name === 'default' ? { mode: 'nat' } : { mode: 'network', bridge: name }
}

const noFeature =
  (key: 'acpi' | 'apic'): ShorterWay =>
  (spec) =>
    spec.libvirt?.leave_out?.includes(`features.${key}`)
      ? withLibvirt(spec, { features: { ...spec.libvirt.features, [key]: false } })
      : undefined

/** In the order they are tried. */
export const shorterWays: readonly ShorterWay[] = [
  memory,
  vcpus,
  machine,
  firmware('uefi-insecure'),
  firmware('uefi-secure'),
  rootDisk,
  firstInterface,
  noFeature('acpi'),
  noFeature('apic'),
]
