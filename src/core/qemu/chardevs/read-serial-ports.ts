/** `-serial`, `-parallel`, `-debugcon` and the devices they stand for. The way back of serial-ports.ts. */
import type { Devices, Item } from '../../domain/index.ts'
import { type OptionInHand, type Reading, takeSeat } from '../reading/index.ts'
import { type ReadHostEnd, readChardev, takeChardev } from './read-chardev.ts'
import { monitorAside } from './read-monitor.ts'
import { readShortChardev } from './read-short-chardev.ts'
import { serialModels } from './serial-models.ts'

type Serial = Item<Devices['serial']>

export function readSerialPorts(reading: Reading): void {
  readSoldered(reading)
  for (const option of reading.devices((driver) => serialModels.some((one) => one.driver === driver)))
    readSerialDevice(reading, option)
  for (const option of reading.unread('debugcon')) readDebugConsole(reading, option)
}

/** `-serial` fills the ports of the board, in turn. */
function readSoldered(reading: Reading): void {
  let port = 0
  for (const option of reading.unread('serial')) {
    const { value = '' } = option.written
    if (value === 'none') {
      option.finish()
      continue
    }
    const isShared = value === 'mon:stdio'
    const held = readOption(reading, isShared ? 'stdio' : value)
    if (isShared) reading.findings.push(monitorAside)
    if (held?.options.every(({ rest }) => rest.length === 0)) {
      option.finish()
      reading.add('serial', { ...held.end, target: { ...boardPort(reading), port } }, [
        option,
        ...held.options,
      ])
    }
    port += 1
  }
}

function boardPort({ arch }: Reading): Pick<NonNullable<Serial['target']>, 'type' | 'model'> {
  if (arch === 'x86_64' || arch === 'i686') return { type: 'isa-serial' }
  if (arch === 'aarch64' || arch === 'arm') return { type: 'system-serial', model: 'pl011' }
  return { type: 'system-serial', model: '16550a' }
}

/** A short form, or `chardev:ID`. */
function readOption(reading: Reading, value: string): ReadHostEnd | undefined {
  if (value.startsWith('chardev:')) return readChardev(reading, value.slice('chardev:'.length))
  const end = readShortChardev(value)
  return end === undefined ? undefined : { end, options: [] }
}

function readSerialDevice(reading: Reading, option: OptionInHand): void {
  const driver = option.peek('driver') ?? ''
  const held = takeChardev(reading, option)
  if (held === undefined) return
  const type = serialModels.find((one) => one.driver === driver)?.type
  const model = driver === 'sclplmconsole' ? driver : undefined
  const port = option.takeNumber('index') ?? nextPort(reading)
  const address = readIsa(option)
  const place = takeSeat(reading, option)
  reading.add(
    'serial',
    {
      ...held.end,
      target: { type, model, port: driver === 'isa-serial' ? port : undefined },
      ...(address === undefined ? place : { ...place, address }),
    },
    [option, ...held.options],
  )
}

/** QEMU gives a port without a number the first one that is free. */
function nextPort({ read }: Reading): number {
  return read.filter(({ list }) => list === 'serial').length
}

/** `-debugcon` sits at 0xe9 unless a `-global` says otherwise. QEMU manual, -debugcon. */
function readDebugConsole(reading: Reading, option: OptionInHand): void {
  const held = readOption(reading, option.written.value ?? '')
  if (held === undefined) return
  option.finish()
  const elsewhere = reading.unread('global').find((one) => one.peek('isa-debugcon.iobase') !== undefined)
  const iobase = elsewhere?.take('isa-debugcon.iobase') ?? '0xe9'
  reading.add('serial', { ...held.end, target: { type: 'isa-debug' }, address: { type: 'isa', iobase } }, [
    option,
    ...held.options,
    ...(elsewhere === undefined ? [] : [elsewhere]),
  ])
}

export function readParallelPorts(reading: Reading): void {
  let port = 0
  for (const option of reading.unread('parallel')) {
    const held = readOption(reading, option.written.value ?? '')
    if (option.written.value === 'none') option.finish()
    else if (held !== undefined) {
      option.finish()
      reading.add('parallel', { ...held.end, target: { port } }, [option, ...held.options])
      port += 1
    }
  }
  for (const option of reading.devices((driver) => driver === 'isa-parallel')) {
    const held = takeChardev(reading, option)
    if (held === undefined) continue
    const index = option.takeNumber('index') ?? port
    const address = readIsa(option)
    reading.add('parallel', { ...held.end, target: { port: index }, ...takeSeat(reading, option), address }, [
      option,
      ...held.options,
    ])
    port = index + 1
  }
}

/** Where a port sits on the ISA bus. */
function readIsa(option: OptionInHand): Serial['address'] {
  const iobase = option.takeNumber('iobase')
  const irq = option.takeNumber('irq')
  if (iobase === undefined && irq === undefined) return undefined
  return {
    type: 'isa',
    iobase: iobase === undefined ? undefined : `0x${iobase.toString(16)}`,
    irq: irq === undefined ? undefined : `0x${irq.toString(16)}`,
  }
}
