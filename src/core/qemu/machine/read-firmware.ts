/** Firmware and its variables, read: `-bios`, `-pflash`, `-drive if=pflash`, `-machine pflash0=`. */
import type { Domain } from '../../domain/index.ts'
import { BlockView } from '../disks/block-view.ts'
import type { Reading } from '../reading/index.ts'
import type { Pair } from '../words/command-options.ts'

type Os = NonNullable<Domain['os']>

interface Chip {
  readonly file: string
  readonly format: string | undefined
  readonly isReadOnly: boolean
}

export function readFirmware(reading: Reading): void {
  const os: { -readonly [Key in keyof Os]: Os[Key] } = {}
  for (const option of reading.unread('bios')) {
    // What QEMU takes without a word.
    if (option.written.value === 'default') option.finish()
    // A bare name is a file of QEMU's own; libvirt takes paths.
    if (option.written.value?.startsWith('/') !== true) continue
    os.loader = { type: 'rom', value: option.written.value }
    option.finish()
  }
  const [code, variables] = readChips(reading)
  if (code !== undefined) {
    const secure = takeSecure(reading)
    os.loader = {
      readonly: code.isReadOnly,
      ...(secure ? { secure } : {}),
      type: 'pflash',
      ...(code.format === undefined || code.format === 'raw' ? {} : { format: formatOf(code) }),
      value: code.file,
    }
    // A chip that is not written to, alone: the firmware keeps nothing.
    if (variables === undefined && code.isReadOnly) os.loader = { ...os.loader, stateless: true }
  }
  if (variables !== undefined)
    os.nvram = {
      ...(variables.format === undefined || variables.format === 'raw'
        ? {}
        : { format: formatOf(variables) }),
      value: variables.file,
    }
  readVariableStore(reading, os)
  reading.domain.os = { ...reading.domain.os, ...os }
}

function formatOf({ format }: Chip): 'raw' | 'qcow2' {
  return format === 'qcow2' ? 'qcow2' : 'raw'
}

/** The first two chips, by the machine's properties, by unit, or in the order of the options. */
function readChips(reading: Reading): readonly (Chip | undefined)[] {
  const chips: (Chip | undefined)[] = [chipOfMachine(reading, 'pflash0'), chipOfMachine(reading, 'pflash1')]
  for (const option of reading.unread('pflash')) {
    const unit = freeUnit(chips)
    if (unit === undefined || option.written.value === undefined) continue
    chips[unit] = { file: option.written.value, format: undefined, isReadOnly: false }
    option.finish()
  }
  for (const option of reading.unread('drive')) {
    if (option.peek('if') !== 'pflash' || !option.rest.every(isOfDrive)) continue
    const said = option.peek('unit') ?? option.peek('index')
    const unit = said === '0' ? 0 : said === '1' ? 1 : freeUnit(chips)
    const file = option.peek('file') ?? option.peek('file.filename')
    if (unit === undefined || file === undefined || !isFormat(option.peek('format') ?? option.peek('driver')))
      continue
    chips[unit] = {
      file,
      format: option.take('format', 'driver'),
      isReadOnly: option.takeBoolean('readonly', 'read-only') === true,
    }
    option.finish()
  }
  return chips
}

/** Keys that say no more than the file, and how it is opened while QEMU runs. */
const driveKeys = new Set(
  'if format unit index readonly read-only file file.filename file.locking id node-name file.node-name bus cache aio'.split(
    ' ',
  ),
)

function isOfDrive([key, value]: Pair): boolean {
  if (key === 'driver') return isFormat(value)
  if (key === 'file.driver') return value === 'file'
  if (key === 'snapshot') return value === 'off'
  return driveKeys.has(key)
}

function isFormat(format: string | undefined): boolean {
  return format === undefined || format === 'raw' || format === 'qcow2'
}

function freeUnit(chips: readonly (Chip | undefined)[]): 0 | 1 | undefined {
  if (chips[0] === undefined) return 0
  return chips[1] === undefined ? 1 : undefined
}

/** A node of -blockdev: a format over a file, a file alone, in one option or in several, below limits that limit nothing. */
function chipOfMachine(reading: Reading, property: 'pflash0' | 'pflash1'): Chip | undefined {
  const machine = reading.unread('machine', 'M').findLast((one) => one.peek(property) !== undefined)
  const node = reading.named('blockdev', machine?.peek(property))
  if (machine === undefined || node === undefined || node.isRead) return undefined
  const layers = layersOf(reading, new BlockView(node))
  const drivers = layers.map((layer) => layer.peek('driver') ?? '')
  const format = drivers.find((driver) => driver !== 'file' && driver !== 'throttle')
  const file = layers.at(-1)?.peek('filename')
  if (file === undefined || drivers.at(-1) !== 'file' || !isFormat(format)) return undefined
  const groups = layers.map((layer) => reading.named('object', layer.peek('throttle-group')))
  if (groups.some((group) => group?.rest.some(([key, value]) => isLimit(key, value)))) return undefined
  const isReadOnly = layers[0]?.takeBoolean('read-only') === true
  machine.take(property)
  for (const group of groups) group?.finish()
  for (const { option } of layers) option.finish()
  return { file, format, isReadOnly }
}

/** The node, and what it names or holds as `file`, down to the last. */
function layersOf(reading: Reading, node: BlockView): readonly BlockView[] {
  const layers = [node]
  for (let layer: BlockView | undefined = node; layer !== undefined && layers.length < 8; ) {
    const named = reading.named('blockdev', layer.peek('file'))
    const isInside: boolean = layer.has('file.driver') || layer.has('file.filename')
    layer = named === undefined ? (isInside ? layer.under('file') : undefined) : new BlockView(named)
    if (layer !== undefined) layers.push(layer)
  }
  return layers
}

function isLimit(key: string, value: string): boolean {
  return /^(?:x-|limits\.)/.test(key) && value !== '0'
}

function takeSecure(reading: Reading): boolean {
  let isSecure = false
  for (const option of reading.unread('global')) {
    const said = new Map(option.rest)
    const isLong =
      said.get('driver') === 'cfi.pflash01' && said.get('property') === 'secure' && said.get('value') === 'on'
    if (!isLong && !/^(?:on|true|1)$/.test(said.get('cfi.pflash01.secure') ?? '')) continue
    isSecure = true
    option.finish()
  }
  return isSecure
}

function readVariableStore(reading: Reading, os: { varstore?: Os['varstore'] }): void {
  for (const option of reading.devices(
    (driver) => driver === 'uefi-vars-x64' || driver === 'uefi-vars-sysbus',
  )) {
    const path = option.take('jsonfile')
    if (path === undefined) continue
    os.varstore = { path }
    option.drop('driver')
  }
}
