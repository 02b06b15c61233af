/** Serial and parallel ports. libvirt manual, Serial port; Parallel port. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, idOf, leftOut } from '../build/index.ts'
import { type Decisions, placeDecisions, written } from '../decisions/index.ts'
import { doubleCommas } from '../words/options.ts'
import { device, emit, place } from '../writing/index.ts'
import { chardevDecisions, renderChardev } from './chardev.ts'
import { serialModel } from './serial-models.ts'

type Serial = Item<Devices['serial']>

export const serialDecisions: Decisions<Serial> = {
  ...chardevDecisions,
  target: { type: written, port: written, model: written },
  ...placeDecisions,
}

export const parallelDecisions: Decisions<Item<Devices['parallel']>> = {
  ...chardevDecisions,
  target: { port: written },
  ...placeDecisions,
}

export function renderSerialPorts(build: Build): void {
  const ports = portNumbers(build.devices.serial ?? [])
  for (const [index, serial] of (build.devices.serial ?? []).entries()) {
    const path = ['devices', 'serial', index]
    renderSerial(build, serial, `serial${index}`, ports[index] ?? index, path)
  }
  for (const [index, parallel] of (build.devices.parallel ?? []).entries()) {
    const path = ['devices', 'parallel', index]
    const id = idOf(build, parallel.alias, `parallel${index}`, path)
    if (parallel.type === 'dev')
      emit(build, '-chardev', path, `parallel,id=char${id},path=${doubleCommas(parallel.source?.path ?? '')}`)
    else if (!renderChardev(build, parallel, `char${id}`, `parallel${index}.sock`, path)) continue
    device(
      build,
      'isa-parallel',
      path,
      {
        chardev: `char${id}`,
        id,
        // QEMU deals the ports out in turn, and libvirt says none.
        index: inTurn(parallel.target?.port, index),
      },
      place(build, parallel.address),
    )
  }
}

function inTurn(port: number | undefined, index: number): number | undefined {
  return port === index ? undefined : port
}

/** Whoever has no number gets the next one, as libvirt numbers them. */
function portNumbers(list: readonly Serial[]): number[] {
  let next = 0
  return list.map(({ target }) => {
    const port = target?.port ?? next
    next = Math.max(next, port + 1)
    return port
  })
}

/**
 * Writes one serial port and its end on the host.
 *
 * @param fallback what it is called when it has no alias
 * @param port its number, from 0
 */
export function renderSerial(build: Build, serial: Serial, fallback: string, port: number, path: Path): void {
  const { target } = serial
  const model = serialModel(target, build.arch)
  if (model === undefined) {
    const name = target?.model ?? target?.type ?? ''
    leftOut(build, [...path, 'target'], `A serial port of type ${name} is left out.`)
    return
  }
  const id = idOf(build, serial.alias, fallback, path)
  const chardev = `char${id}`
  const socketName = fallback === 'serial0' ? 'serial.sock' : `${fallback}.sock`
  if (!renderChardev(build, serial, chardev, socketName, path)) return
  if (model.driver === undefined) emit(build, '-serial', path, `chardev:${chardev}`)
  else
    device(
      build,
      model.driver,
      path,
      { chardev, id, index: model.driver === 'isa-serial' ? port : undefined },
      place(build, serial.address),
    )
}
