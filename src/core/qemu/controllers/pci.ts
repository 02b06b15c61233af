/** PCI bridges and ports. libvirt: `qemuBuildPCIControllerProps`. */
import { sizeInBytes } from '../../table/index.ts'
import { type Build, device, emit, find } from '../build.ts'
import { place } from '../place.ts'
import type { PlacedController } from './controllers.ts'
import { type Controller, pciDriverFor } from './drivers.ts'

export function renderPci(build: Build, { controller, index, id, path }: PlacedController): void {
  const { model, target, address } = controller
  sayHole(build, controller, path)
  if (model === 'pci-root' || model === 'pcie-root') return
  const driver = pciDriverFor(controller)
  if (driver === undefined || driver === 'spapr-pci-host-bridge') {
    find(build, 'qemu.unsupported', path, `QEMU has no PCI controller ${model} here: it is left out.`)
    return
  }
  const where = place(build, address)
  const reserve = target?.memory_reserve
  const mostMemory = reserve === undefined ? undefined : reserve * 1024
  switch (model) {
    case 'pci-bridge':
      device(
        build,
        driver,
        path,
        { chassis_nr: numberOf(target?.chassis_nr) ?? index, 'mem-reserve': mostMemory, id },
        where,
      )
      break
    case 'pcie-root-port':
      device(
        build,
        driver,
        path,
        {
          port: numberOf(target?.port) ?? portOf(controller),
          chassis: numberOf(target?.chassis) ?? index,
          hotplug: target?.hotplug,
          'mem-reserve': mostMemory,
          id,
        },
        where,
      )
      break
    case 'pcie-switch-downstream-port':
      device(
        build,
        driver,
        path,
        {
          port: numberOf(target?.port) ?? numberOf(address?.slot),
          chassis: numberOf(target?.chassis) ?? index,
          hotplug: target?.hotplug,
          id,
        },
        where,
      )
      break
    case 'pci-expander-bus':
    case 'pcie-expander-bus':
      device(build, driver, path, { bus_nr: numberOf(target?.bus_nr), id, numa_node: target?.node }, where)
      break
    default:
      device(build, driver, path, { 'mem-reserve': mostMemory, id }, where)
  }
}

/** The number of a root port is its place, five bits of slot and three of function. */
function portOf({ address }: Controller): number | undefined {
  if (address?.slot === undefined) return undefined
  return Number(address.slot) * 8 + Number(address.function ?? 0)
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

function sayHole(build: Build, { pcihole64: hole }: Controller, path: PlacedController['path']): void {
  if (hole === undefined) return
  const bridge = build.board === 'pc' ? 'i440FX-pcihost' : 'q35-pcihost'
  const kibibytes = Math.ceil((sizeInBytes(hole, 1024) ?? 0) / 1024)
  emit(build, '-global', [...path, 'pcihole64'], `${bridge}.pci-hole64-size=${kibibytes}K`)
}
