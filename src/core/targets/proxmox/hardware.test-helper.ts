/** The hardware of a Domain as far as a configuration and the command made of it have to agree, as comparable text. */
import { busOfDisk, type Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'

export interface Hardware {
  readonly machine: unknown
  readonly firmware: unknown
  readonly cpu: unknown
  readonly memory: unknown
  readonly disks: readonly string[]
  readonly network: readonly string[]
  readonly hostDevices: readonly string[]
  readonly display: unknown
  readonly devices: readonly string[]
}

export function hardwareOf(domain: Domain): Hardware {
  const { os, type, devices = {} } = domain
  return {
    machine: [type, os?.arch, os?.machine],
    firmware: firmwareOf(domain),
    cpu: cpuOf(domain),
    memory: memoryOf(domain),
    disks: disksOf(domain),
    network: (devices.interfaces ?? []).map(
      ({ model, mac, driver, boot }) =>
        `${model?.type} ${mac?.address?.toUpperCase()} queues=${driver?.queues ?? 1} boot=${boot !== undefined}`,
    ),
    hostDevices: hostDevicesOf(domain),
    display: [
      (devices.video ?? []).map(({ model, heads, vram }) => [model, heads ?? 1, vram ?? 'usual']),
      (devices.graphics ?? []).some((one) => one.type === 'spice'),
    ],
    devices: otherDevicesOf(domain),
  }
}

function firmwareOf({ os }: Domain): unknown {
  const code = os?.loader?.value ?? ''
  const isEfi = os?.firmware === 'efi' || /OVMF|AAVMF|edk2/.test(code)
  const secure =
    os?.firmware_features?.some(({ name, enabled }) => name === 'secure-boot' && enabled === true) === true ||
    /secboot/.test(code)
  return [isEfi ? 'efi' : 'bios', secure]
}

function cpuOf({ cpu, vcpu, features }: Domain): unknown {
  const { sockets = vcpu?.value ?? 1, cores = 1, threads = 1, dies = 1 } = cpu?.topology ?? {}
  const named = (cpu?.features ?? []).map(({ name, policy }) => `${policy === 'disable' ? '-' : '+'}${name}`).sort()
  const hyperv = Object.entries(features?.hyperv ?? {}).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  return {
    mode: cpu?.mode,
    model: cpu?.model?.value,
    features: named,
    hyperv: hyperv.sort(),
    hidden: features?.kvm?.hidden,
    spinlocks: [features?.apic_eoi, features?.pvspinlock],
    width: cpu?.maxphysaddr,
    count: [vcpu?.value, vcpu?.current],
    topology: [sockets, dies, cores, threads],
  }
}

function memoryOf({ memory, devices, cpu, memory_backing: backing }: Domain): unknown {
  const bytes = (text: string | undefined) => sizeInBytes(text ?? '0', 1024) ?? 0
  const plugged = (devices?.memory ?? []).reduce((sum, one) => sum + bytes(one.target?.size), 0)
  const cells = (cpu?.numa ?? []).map((one) => [one.id, one.cpus, bytes(`${one.memory} ${one.unit ?? 'KiB'}`)])
  return {
    mebibytes: (bytes(memory?.value) + (memory?.value === undefined ? 0 : plugged)) / 1024 ** 2,
    cells,
    pages: bytes(backing?.hugepages?.size),
  }
}

function disksOf({ devices }: Domain): string[] {
  const scsi = (devices?.controllers ?? []).filter(({ type }) => type === 'scsi')
  return (devices?.disks ?? [])
    .map((disk) => {
      const { type, device, source, driver, boot, serial, readonly } = disk
      const bus = busOfDisk(disk)
      const path = source?.volume ?? source?.file ?? source?.dev ?? source?.name ?? 'empty'
      const tail = path.slice(path.lastIndexOf('/') + 1)
      const controller = bus === 'scsi' ? scsi[0]?.model : ''
      const words = [
        `cache=${driver?.cache ?? ''} discard=${driver?.discard ?? ''} thread=${driver?.iothread !== undefined}`,
        `serial=${serial ?? ''} ro=${readonly ?? false} boot=${boot !== undefined}`,
      ]
      return `${device} ${bus} ${controller} ${type === 'block' ? 'block' : ''} ${tail} ${words.join(' ')}`
    })
    .sort()
}

function hostDevicesOf({ devices, qemu_arguments: kept }: Domain): string[] {
  const said = (devices?.hostdevs ?? []).map(({ type, source }) => {
    const { domain, bus, slot, function: own, vendor, product, port } = source ?? {}
    if (type === 'pci') return `pci ${[domain, bus, slot, own].map(Number).join(':')}`
    return `usb ${vendor ?? Number(bus)} ${product ?? port}`
  })
  // What hangs on a bus that libvirt has no name for is kept as it was written.
  const words = (kept ?? []).flatMap(({ value }) => {
    const address = /"vfio-pci","host":"([\da-f]+):([\da-f]+):([\da-f]+)\.(\d)"/.exec(value ?? '')
    return address === null ? [] : [`pci ${address.slice(1).map((part) => Number.parseInt(part, 16)).join(':')}`]
  })
  return [...said, ...words].sort()
}

function otherDevicesOf({ devices = {}, genid, uuid, sysinfo, launch_security: security }: Domain): string[] {
  const list: (readonly [string, readonly unknown[] | undefined])[] = [
    ['serial', devices.serial?.map(({ type }) => (type === 'dev' ? 'dev' : 'terminal'))],
    ['channel', devices.channels?.map(({ name }) => name)],
    ['tpm', devices.tpm?.map(({ model }) => model)],
    ['rng', devices.rng?.map(({ backend, rate }) => [backend?.value, rate?.bytes, rate?.period])],
    ['watchdog', devices.watchdog?.map(({ model }) => model)],
    ['sound', devices.sound?.map(({ model }) => model)],
    ['redirection', devices.redirdev?.map(({ type }) => type)],
    ['tablet', devices.inputs?.filter(({ type }) => type === 'tablet').map(({ bus }) => bus)],
    ['balloon', [devices.memballoon?.model]],
    ['iommu', devices.iommu && [devices.iommu.model, devices.iommu.driver?.aw_bits]],
    ['identity', [genid, uuid ?? sysinfo?.system?.['uuid']]],
    ['security', [security?.type]],
  ]
  return list.flatMap(([name, items]) => (items === undefined || items.length === 0 ? [] : [`${name} ${JSON.stringify(items)}`]))
}
