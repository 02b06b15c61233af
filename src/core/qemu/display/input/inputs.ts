/** Keyboards, mice, tablets. libvirt manual, Input devices. */
import type { Path } from '../../../finding.ts'
import { type Build, idOf, leftOut, report } from '../../build/index.ts'
import { decisionsOf, written } from '../../decisions/index.ts'
import { device, object, propertyPairs, virtioFlavour } from '../../writing/index.ts'
import { seat, seatDecisions } from '../seat.ts'
import { hostEvents, hostInput, type Input, inputDrivers, passedInput, virtioInput } from './input-drivers.ts'

export const inputDecisions = decisionsOf<Input>([hostEvents, passedInput], {
  type: written,
  bus: written,
  model: written,
  ...seatDecisions,
})

export function renderInputs(build: Build): void {
  for (const [index, input] of (build.devices.inputs ?? []).entries())
    renderInput(build, input, index, ['devices', 'inputs', index])
}

function renderInput(build: Build, input: Input, index: number, path: Path): void {
  const { type = 'tablet' } = input
  const id = idOf(build, input.alias, `input${index}`, path)
  if (type === 'evdev') {
    renderEvdev(build, input, id, path)
    return
  }
  const bus =
    type === 'passthrough' ? 'virtio' : (input.bus ?? (type === 'tablet' || !build.isX86 ? 'usb' : 'ps2'))
  const driver = inputDrivers.find((one) => one.type === type)
  if (bus === 'usb' && driver !== undefined) {
    device(build, driver.usb, path, { id }, seat(build, input, path, false))
    reportUnheard(build, input, ['source', 'driver', 'model'], path)
  } else if (bus === 'virtio') renderVirtio(build, input, id, driver?.virtio ?? hostInput, path)
  else if (bus === 'ps2') renderBuiltIn(build, input, path)
  else leftOut(build, [...path, 'bus'], `QEMU has no input device on the bus ${bus}: use usb or virtio.`)
}

/** Events of a device of the host, which go to the keyboard or mouse that the guest has. */
function renderEvdev(build: Build, input: Input, id: string, path: Path): void {
  const evdev = input.source?.dev ?? input.source?.evdev
  object(build, 'input-linux', path, propertyPairs(build, hostEvents, input, path, { id, evdev }))
  reportUnheard(build, input, ['bus', 'driver', 'model', 'acpi'], path)
}

function renderVirtio(build: Build, input: Input, id: string, name: string, path: Path): void {
  const isPassed = name === hostInput
  // Only PCI has an end for new and old guests, and these devices are for new ones anyway.
  device(
    build,
    `${name}${virtioFlavour(undefined, input.address)}`,
    path,
    propertyPairs(build, isPassed ? passedInput : virtioInput, input, path, {
      id,
      evdev: input.source?.evdev ?? input.source?.dev,
    }),
    seat(build, input, path),
  )
  if (input.model !== undefined && input.model !== 'virtio')
    leftOut(build, [...path, 'model'], 'QEMU has no such flavour of virtio input devices.')
  if (!isPassed) reportUnheard(build, input, ['source'], path)
}

/** Every PC has a PS/2 keyboard and mouse built in. */
function renderBuiltIn(build: Build, input: Input, path: Path): void {
  const { type = 'tablet' } = input
  if (!build.isX86 || type === 'tablet')
    leftOut(build, [...path, 'bus'], `There is no PS/2 ${type} here: use usb or virtio.`)
  reportUnheard(build, input, ['source', 'driver', 'model', 'address', 'acpi', 'alias'], path)
}

function reportUnheard(build: Build, input: Input, keys: readonly (keyof Input)[], path: Path): void {
  for (const key of keys)
    if (input[key] !== undefined)
      report(
        build,
        'qemu.differs',
        [...path, key],
        `${key} is left out: this kind of input device has no such setting.`,
      )
}
