/** The hardware of a Domain as far as a configuration and the command made of it have to agree, as comparable text. */
import { busOfDisk, type Domain } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { keptDrives, keptMemory, keptPci } from './kept-words.test-helper.ts'

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

/** @param byName whether the names of volumes are compared, too: some storages have names of their own for them */
export function hardwareOf(domain: Domain, byName: boolean): Hardware {
  const { os, type, devices = {} } = domain
  return {
    machine: [type, os?.arch, os?.machine],
    firmware: firmwareOf(domain),
    cpu: cpuOf(domain),
    memory: memoryOf(domain),
    disks: disksOf(domain, byName),
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
  const named = (cpu?.features ?? [])
    .map(({ name, policy }) => `${policy === 'disable' ? '-' : '+'}${name}`)
    .sort()
  const hyperv = Object.entries(features?.hyperv ?? {}).map(
    ([key, value]) => `${key}=${JSON.stringify(value)}`,
  )
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

function memoryOf(domain: Domain): unknown {
  const { memory, devices, cpu, memory_backing: backing } = domain
  const bytes = (text: string | undefined) => sizeInBytes(text ?? '0', 1024) ?? 0
  const modules = (devices?.memory ?? []).reduce((sum, one) => sum + bytes(one.target?.size), 0)
  const kept = keptMemory(domain)
  // Modules belong to cells, which have them beside their own memory.
  const cells = (cpu?.numa ?? []).map((one) => [one.id, one.cpus])
  return {
    mebibytes: (bytes(memory?.value) + modules + kept) / 1024 ** 2,
    cells,
    pages: bytes(backing?.hugepages?.size),
  }
}

function disksOf(domain: Domain, byName: boolean): string[] {
  const { devices } = domain
  const scsi = (devices?.controllers ?? []).filter(({ type }) => type === 'scsi')
  const said = (devices?.disks ?? []).map((disk) => {
    const { device, source, driver, boot, serial, readonly } = disk
    const bus = busOfDisk(disk)
    const path = source?.volume ?? source?.file ?? source?.dev ?? source?.name ?? 'empty'
    const tail = byName ? path.slice(path.lastIndexOf('/') + 1) : ''
    const controller = bus === 'scsi' ? scsi[0]?.model : ''
    const words = [
      `cache=${device === 'cdrom' ? '' : driver?.cache} discard=${driver?.discard === 'unmap'} thread=${driver?.iothread !== undefined}`,
      `serial=${serial ?? ''} ro=${device === 'cdrom' || (readonly ?? false)} boot=${boot !== undefined}`,
    ]
    return `${device} ${bus} ${controller} ${tail} ${words.join(' ')}`
  })
  const kept = keptDrives(domain).map(({ device, bus, name, cache, discards, boots }) => {
    const isCd = device === 'cdrom'
    const controller = bus === 'scsi' ? scsi[0]?.model : ''
    return `${device} ${bus} ${controller} ${byName ? name : ''} cache=${isCd ? '' : cache} discard=${discards} thread=false serial= ro=${isCd} boot=${boots}`
  })
  return [...said, ...kept].sort()
}

function hostDevicesOf(domain: Domain): string[] {
  const said = (domain.devices?.hostdevs ?? []).map(({ type, source }) => {
    const { domain: segment, bus, slot, vendor, product, port } = source ?? {}
    // Which functions a slot has only the node knows.
    if (type === 'pci') return `pci ${[segment, bus, slot].map(Number).join(':')}`
    return `usb ${vendor ?? Number(bus)} ${product ?? port}`
  })
  return [...new Set([...said, ...keptPci(domain)])].sort()
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
  return list.flatMap(([name, items]) =>
    items === undefined || items.length === 0 ? [] : [`${name} ${JSON.stringify(items)}`],
  )
}
