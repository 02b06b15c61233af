/** `-m` and what memory is made of, read. */
import type { Domain } from '../../domain/index.ts'
import { sizeInBytes, sizeText } from '../../table/index.ts'
import { rangesOf } from '../../text/index.ts'
import type { Reading } from '../reading/index.ts'
import { usualOf } from './read-board.ts'
import { type ReadBackend, readBackend } from './read-memory-backend.ts'
import { readCells } from './read-numa.ts'

type Backing = NonNullable<Domain['memory_backing']>
type BackingDraft = { -readonly [Key in keyof Backing]: Backing[Key] }

export function readMemory(reading: Reading): void {
  let bytes = usualOf(reading.machine).mebibytes * 1024 ** 2
  for (const option of reading.unread('m')) {
    const size = takeSize(option.take('size', 'mem'))
    if (size !== undefined) bytes = size
    const slots = option.takeNumber('slots')
    const most = takeSize(option.take('maxmem'))
    if (most !== undefined) reading.domain.max_memory = { slots, value: sizeText(most) }
  }
  const pieces = readCells(reading, bytes)
  const whole = pieces.length === 0 ? readMainMemory(reading) : undefined
  reading.say({ memory: { value: sizeText(bytes) } })
  if (whole !== undefined) readWhole(reading, whole)
  else if (pieces.length > 0) readPieces(reading, pieces)
  readOlderWords(reading)
  for (const option of reading.unread('overcommit')) {
    const locked = option.takeBoolean('mem-lock')
    if (locked === true) addBacking(reading, { locked: true })
    option.drop('cpu-pm', 'off')
  }
  for (const option of reading.unread('realtime')) {
    if (option.written.value !== 'mlock=on' && option.written.value !== 'mlock=off') continue
    if (option.written.value === 'mlock=on') addBacking(reading, { locked: true })
    option.finish()
  }
}

/** A number counts MiB. */
function takeSize(text: string | undefined): number | undefined {
  return text === undefined ? undefined : sizeInBytes(text, 1024 ** 2)
}

function addBacking(reading: Reading, more: BackingDraft): void {
  reading.domain.memory_backing = { ...reading.domain.memory_backing, ...more }
}

/** The object that the board takes for its memory. An object that says more than a Domain can stays what it is. */
function readMainMemory(reading: Reading): ReadBackend | undefined {
  const machine = reading.unread('machine', 'M').findLast((one) => one.peek('memory-backend') !== undefined)
  const backend = readBackend(reading, machine?.peek('memory-backend'))
  if (backend !== undefined) machine?.take('memory-backend')
  return backend
}

function readWhole(reading: Reading, piece: ReadBackend): void {
  addBacking(reading, {
    ...common([piece]),
    ...(piece.huge === undefined
      ? {}
      : { hugepages: piece.huge.size === undefined ? {} : { size: piece.huge.size } }),
    ...(piece.access === undefined ? {} : { access: { mode: piece.access } }),
    ...(piece.discard === true ? { discard: true } : {}),
  })
  if (Object.keys(reading.domain.memory_backing ?? {}).length === 0) delete reading.domain.memory_backing
  if (piece.nodes !== undefined)
    reading.domain.numatune = { memory: { mode: piece.nodes.mode, nodeset: piece.nodes.nodeset } }
}

/** Cells say sharing themselves; pages and host nodes are said for each of them in one place. */
function readPieces(reading: Reading, pieces: readonly (ReadBackend & { readonly cell: number })[]): void {
  const sizes = new Map<string, number[]>()
  for (const { cell, huge } of pieces)
    if (huge !== undefined) sizes.set(huge.size ?? '', [...(sizes.get(huge.size ?? '') ?? []), cell])
  addBacking(reading, common(pieces))
  const pages = [...sizes].map(([size, cells]) => ({
    ...(size === '' ? {} : { size }),
    ...(cells.length === pieces.length ? {} : { nodeset: rangesOf(cells.join(',')).join(',') }),
  }))
  const [first, ...others] = pages
  if (first !== undefined)
    addBacking(reading, {
      hugepages: { ...first, ...(others.length > 0 ? { more_pages: others } : {}) },
    })
  if (Object.keys(reading.domain.memory_backing ?? {}).length === 0) delete reading.domain.memory_backing
  const memnodes = pieces.flatMap(({ cell, nodes }) =>
    nodes === undefined ? [] : [{ cellid: cell, mode: nodes.mode, nodeset: nodes.nodeset }],
  )
  if (memnodes.length > 0) reading.domain.numatune = { memnodes }
}

/** What a Domain says once for all of its memory. */
function common(pieces: readonly ReadBackend[]): BackingDraft {
  const source = pieces.map((piece) => piece.source).find((one) => one !== undefined)
  const threads = pieces.map((piece) => piece.threads).find((one) => one !== undefined)
  const isPrealloc = pieces.some((piece) => piece.prealloc && piece.huge === undefined)
  const allocation = {
    ...(isPrealloc ? { mode: 'immediate' as const } : {}),
    ...(threads === undefined ? {} : { threads }),
  }
  return {
    ...(source === undefined ? {} : { source: { type: source } }),
    ...(Object.keys(allocation).length > 0 ? { allocation } : {}),
  }
}

/** `-mem-path` and `-mem-prealloc`, which are for all of the memory. */
function readOlderWords(reading: Reading): void {
  for (const option of reading.unread('mem-path')) {
    const path = option.written.value ?? ''
    if (/^\/dev\/hugepages\/?$/.test(path)) addBacking(reading, { hugepages: {} })
    else if (/^\/dev\/shm\/?$/.test(path)) addBacking(reading, { source: { type: 'file' } })
    else continue
    option.finish()
  }
  if (reading.takeFlag('mem-prealloc') && reading.domain.memory_backing?.hugepages === undefined)
    addBacking(reading, { allocation: { mode: 'immediate' } })
}
