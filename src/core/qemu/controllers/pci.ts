/** PCI bridges and ports. libvirt: `qemuBuildPCIControllerProps`. */
import type { Controller } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, leftOut } from '../build/index.ts'
import { pciDriverFor } from '../properties/controller-drivers.ts'
import { device, emit, place, propertyPairs } from '../writing/index.ts'
import { pciProperties } from './controller-properties.ts'
import type { PlacedController } from './placed-controller.ts'

export function renderPci(build: Build, { controller, index, id, path }: PlacedController): void {
  const { model, target, address } = controller
  sayHole(build, controller, path)
  if (model === 'pci-root' || model === 'pcie-root') return
  const driver = pciDriverFor(controller)
  if (driver === undefined || driver === 'spapr-pci-host-bridge') {
    leftOut(build, path, `QEMU has no PCI controller ${model} here: it is left out.`)
    return
  }
  device(
    build,
    driver,
    path,
    propertyPairs(build, pciProperties(model), controller, path, {
      id,
      ...(target?.chassis_nr === undefined ? { chassis_nr: index } : {}),
      ...(target?.chassis === undefined ? { chassis: index } : {}),
      ...(target?.port === undefined ? { port: portOf(controller) } : {}),
    }),
    place(build, address),
  )
}

/** The number of a root port is its place, five bits of slot and three of function. */
function portOf({ model, address }: Controller): number | undefined {
  if (address?.slot === undefined) return undefined
  const slot = Number(address.slot)
  return model === 'pcie-root-port' ? slot * 8 + Number(address.function ?? 0) : slot
}

function sayHole(build: Build, { pcihole64: hole }: Controller, path: PlacedController['path']): void {
  if (hole === undefined) return
  const bridge = build.board === 'pc' ? 'i440FX-pcihost' : 'q35-pcihost'
  const kibibytes = Math.ceil((sizeInBytes(hole, 1024) ?? 0) / 1024)
  emit(build, '-global', [...path, 'pcihole64'], `${bridge}.pci-hole64-size=${kibibytes}K`)
}
