/** How the guest says that it has crashed. libvirt manual, Panic device. */
import type { Devices, Item } from '../../domain/index.ts'
import { type Build, idOf, leftOut } from '../build/index.ts'
import { type Decisions, written } from '../decisions/index.ts'
import { type Reading, takeCommon } from '../reading/index.ts'
import { device, placeOf } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

type Panic = Item<Devices['panic']>

export const panicDecisions: Decisions<Panic> = {
  model: written,
  alias: deviceDecisions.alias,
  address: deviceDecisions.address,
}

export function renderPanics(build: Build): void {
  for (const [index, panic] of (build.devices.panic ?? []).entries()) {
    const path = ['devices', 'panic', index]
    const { model = build.isX86 ? 'isa' : 'pvpanic', address } = panic
    // libvirt gives it no id.
    const id = panic.alias === undefined ? undefined : idOf(build, panic.alias, `panic${index}`, path)
    if (model === 'isa') {
      const port = address?.type === 'isa' ? address.iobase : undefined
      device(build, 'pvpanic', path, { id, ioport: port })
    } else if (model === 'pvpanic') device(build, 'pvpanic-pci', path, { id }, placeOf(build, panic))
    else if (model !== 'hyperv' && (model === 'pseries' || model === 's390') && build.isX86)
      leftOut(build, [...path, 'model'], `The panic device ${model} is left out: not on x86.`)
    // The processor (hyperv, with hv-crash) and the firmware (pseries, s390) have the others built in.
  }
}

export function readPanics(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'pvpanic' || driver === 'pvpanic-pci')) {
    if (option.peek('driver') === 'pvpanic-pci') {
      reading.add('panic', { model: 'pvpanic', ...takeCommon(reading, option) }, [option])
      continue
    }
    const port = option.takeNumber('ioport')
    reading.add(
      'panic',
      {
        model: 'isa',
        ...takeCommon(reading, option),
        ...(port === undefined ? {} : { address: { type: 'isa', iobase: `0x${port.toString(16)}` } }),
      },
      [option],
    )
  }
}
