/** Keyboards, mice, tablets. libvirt manual, Input devices. */
import type { Path } from '../../../finding.ts'
import { saidBy } from '../../writing/beyond.ts'
import { type Build, device, find, idOf, object, virtioFlavour } from '../../writing/build.ts'
import { said } from '../../writing/decisions.ts'
import { propertyPairs } from '../../writing/property-pairs.ts'
import { seat, seatSaid } from '../seat.ts'
import { hostEvents, hostInput, type Input, inputDrivers, passedInput, virtioInput } from './input-drivers.ts'

export const inputSaid = saidBy<Input>([hostEvents, passedInput], {
  type: said,
  bus: said,
  model: said,
  ...seatSaid,
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
  else
    find(
      build,
      'qemu.unsupported',
      [...path, 'bus'],
      `QEMU has no input device on the bus ${bus}: use usb or virtio.`,
    )
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
    find(build, 'qemu.unsupported', [...path, 'model'], 'QEMU has no such flavour of virtio input devices.')
  if (!isPassed) reportUnheard(build, input, ['source'], path)
}

/** Every PC has a PS/2 keyboard and mouse built in. */
function renderBuiltIn(build: Build, input: Input, path: Path): void {
  const { type = 'tablet' } = input
  if (!build.isX86 || type === 'tablet')
    find(build, 'qemu.unsupported', [...path, 'bus'], `There is no PS/2 ${type} here: use usb or virtio.`)
  reportUnheard(build, input, ['source', 'driver', 'model', 'address', 'acpi', 'alias'], path)
}

function reportUnheard(build: Build, input: Input, keys: readonly (keyof Input)[], path: Path): void {
  for (const key of keys)
    if (input[key] !== undefined)
      find(
        build,
        'qemu.differs',
        [...path, key],
        `${key} is left out: this kind of input device has no such setting.`,
      )
}
