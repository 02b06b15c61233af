/** Keyboards, mice, tablets. libvirt manual, Input devices. */
import type { Path } from '../../../finding.ts'
import { type Build, device, find, idOf, object, virtioFlavour, virtioOptions } from '../../build.ts'
import { type Said, said } from '../../said.ts'
import { virtioSaid } from '../../said-of-devices.ts'
import { seat, seatSaid } from '../seat.ts'
import { hostInput, type Input, inputDrivers } from './input-drivers.ts'

export const inputSaid: Said<Input> = {
  type: said,
  bus: said,
  model: said,
  source: { evdev: said, dev: said, grab: said, repeat: said, grab_toggle: said },
  driver: virtioSaid,
  ...seatSaid,
}

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
  const { source } = input
  object(build, 'input-linux', path, {
    id,
    evdev: source?.dev ?? source?.evdev,
    repeat: source?.repeat,
    grab_all: source?.grab === 'all' ? true : undefined,
    'grab-toggle': source?.grab_toggle,
  })
  reportUnheard(build, input, ['bus', 'driver', 'model', 'acpi'], path)
}

function renderVirtio(build: Build, input: Input, id: string, name: string, path: Path): void {
  // Only PCI has an end for new and old guests, and these devices are for new ones anyway.
  device(
    build,
    `${name}${virtioFlavour(undefined, input.address)}`,
    path,
    { id, evdev: name === hostInput ? (input.source?.evdev ?? input.source?.dev) : undefined },
    virtioOptions(input.driver),
    seat(build, input, path),
  )
  if (input.model !== undefined && input.model !== 'virtio')
    find(build, 'qemu.unsupported', [...path, 'model'], 'QEMU has no such flavour of virtio input devices.')
  if (name !== hostInput) reportUnheard(build, input, ['source'], path)
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
