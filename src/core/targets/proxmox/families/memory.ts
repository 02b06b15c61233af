/** Memory, the balloon, huge pages and NUMA cells. PVE::QemuServer::Memory. */
import type { Domain } from '../../../domain/index.ts'
import { isRecord, sizeInBytes, type UnknownRecord } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { flag, whole } from '../words/codec.ts'
import { type Pair, readPropertyList } from '../words/property-list.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'

/** What a VM has that says nothing, in MiB. */
const usual = 512
const mostMebibytes = 4 * 1024 * 1024
const amount = whole(1, mostMebibytes)
const mostCells = 7

export function readMemory(reading: Reading): void {
  const list = reading.takeList('memory', 'current')
  const mebibytes = numberOf(list?.takeAs('current', amount.read)) ?? usual
  reading.domain['memory'] = { value: `${mebibytes} MiB` }
  const balloon = numberOf(reading.takeAs('balloon', whole(0, mostMebibytes).read))
  if (balloon !== undefined && balloon > 0 && balloon < mebibytes)
    reading.domain['current_memory'] = `${balloon} MiB`
  reading.single['memballoon'] =
    balloon === 0
      ? { model: 'none' }
      : { model: 'virtio', ...(reportsFreePages(reading) ? { free_page_reporting: true } : {}) }
  const pages = reading.takeAs('hugepages', (text) => (/^(?:any|2|1024)$/.test(text) ? text : undefined))
  if (pages !== undefined)
    addBacking(reading, { hugepages: pages === 'any' ? {} : { size: pages === '2' ? '2 MiB' : '1 GiB' } })
  if (reading.takeAs('allow-ksm', flag.read) === false) addBacking(reading, { nosharepages: true })
  readCells(reading, mebibytes)
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

export function addBacking({ domain }: Reading, words: UnknownRecord): void {
  const held = domain['memory_backing']
  domain['memory_backing'] = merged(isRecord(held) ? held : {}, words)
}

/** From the machine of QEMU 6.2 on. */
function reportsFreePages({ domain }: Reading): boolean {
  const { os } = { os: domain['os'] }
  const machine = isRecord(os) && typeof os['machine'] === 'string' ? os['machine'] : ''
  const [, major, minor] = /-(\d+)\.(\d+)$/.exec(machine) ?? []
  return major === undefined || Number(major) > 6 || (Number(major) === 6 && Number(minor) >= 2)
}

function readCells(reading: Reading, mebibytes: number): void {
  const isSplit = reading.takeAs('numa', flag.read) === true
  const cells = reading.takeNumbered('numa', mostCells).flatMap((one) => {
    const list = readPropertyList(one.value, 'cpus')
    const cpus = list.takeAs('cpus', rangesOf)
    const memory = numberOf(list.takeAs('memory', amount.read))
    if (cpus === undefined || memory === undefined) {
      reading.keep(one.key, one.value)
      return []
    }
    const nodes = list.takeAs('hostnodes', rangesOf)
    const policy = list.takeAs('policy', (text) => modes.get(text))
    reading.keepLeft(one.key, list)
    return [
      { id: one.index, cpus, memory, nodes, mode: policy ?? (nodes === undefined ? undefined : 'preferred') },
    ]
  })
  const said = cells.length > 0 ? cells : isSplit ? bySockets(reading, mebibytes) : []
  if (said.length === 0) return
  const numa = said.map(({ id, cpus, memory }) => ({ id, cpus, memory: String(memory * 1024), unit: 'KiB' }))
  const held = reading.domain['cpu']
  reading.domain['cpu'] = merged(isRecord(held) ? held : {}, { numa })
  const memnodes = cells.flatMap(({ id, nodes, mode }) =>
    nodes === undefined ? [] : [{ cellid: id, mode, nodeset: nodes }],
  )
  if (memnodes.length > 0) reading.domain['numatune'] = { memnodes }
}

const modes: ReadonlyMap<string, string> = new Map([
  ['bind', 'strict'],
  ['preferred', 'preferred'],
  ['interleave', 'interleave'],
])

interface Cell {
  readonly id: number
  readonly cpus: string
  readonly memory: number
}

/** `numa: 1` alone gives each socket a cell and an equal part of the memory. */
function bySockets({ domain }: Reading, mebibytes: number): Cell[] {
  const { cpu, vcpu } = { cpu: domain['cpu'], vcpu: domain['vcpu'] }
  const topology = isRecord(cpu) && isRecord(cpu['topology']) ? cpu['topology'] : {}
  const all = isRecord(vcpu) ? Number(vcpu['value'] ?? 1) : 1
  const sockets = Number(topology['sockets'] ?? all)
  const cores = Math.floor(all / sockets)
  if (sockets > 1024) return []
  return Array.from({ length: sockets }, (_, id) => ({
    id,
    cpus: cores === 1 ? String(id) : `${id * cores}-${(id + 1) * cores - 1}`,
    memory: Math.floor(mebibytes / sockets),
  }))
}

/** `0-3;8` with commas. */
function rangesOf(text: string): string | undefined {
  return /^\d{1,5}(?:-\d{1,5})?(?:;\d{1,5}(?:-\d{1,5})?)*$/.test(text) ? text.replaceAll(';', ',') : undefined
}

export function sayMemory(writing: Writing): void {
  const { domain } = writing
  const mebibytes = mebibytesOf(domain.memory?.value) ?? usual
  writing.say('memory', String(Math.max(16, mebibytes)))
  const current = mebibytesOf(domain.current_memory)
  const balloon = domain.devices?.memballoon
  if (balloon?.model === 'none') writing.say('balloon', '0')
  else if (current !== undefined && current < mebibytes) writing.say('balloon', String(current))
  const pages = domain.memory_backing?.hugepages
  if (pages !== undefined) {
    const bytes = pages.size === undefined ? undefined : sizeInBytes(pages.size, 1024)
    writing.say('hugepages', bytes === 2 * 1024 ** 2 ? '2' : bytes === 1024 ** 3 ? '1024' : 'any')
  }
  if (domain.memory_backing?.nosharepages === true) writing.say('allow-ksm', '0')
  sayCells(writing)
  // Huge pages are given out by cell.
  if (pages !== undefined) writing.say('numa', '1')
}

/** Rounded up: there are no smaller units. */
function mebibytesOf(size: string | undefined): number | undefined {
  const bytes = size === undefined ? undefined : sizeInBytes(size, 1024)
  return bytes === undefined ? undefined : Math.ceil(bytes / 1024 ** 2)
}

function sayCells(writing: Writing): void {
  const { domain } = writing
  for (const [index, cell] of (domain.cpu?.numa ?? []).entries()) {
    const id = cell.id ?? index
    const memory = mebibytesOf(cell.memory === undefined ? undefined : `${cell.memory} ${cell.unit ?? 'KiB'}`)
    const cpus = semicolons(cell.cpus)
    if (id > mostCells || cpus === undefined || memory === undefined) continue
    writing.say('numa', '1')
    writing.sayList(`numa${id}`, [['cpus', cpus], ['memory', String(memory)], ...hostNodes(domain, id)])
  }
}

function hostNodes({ numatune }: Domain, id: number): Pair[] {
  const own = numatune?.memnodes?.find((one) => one.cellid === id)
  const nodes = semicolons(own?.nodeset)
  const policy = [...modes].find(([, mode]) => mode === own?.mode)?.[0]
  return nodes === undefined || policy === undefined
    ? []
    : [
        ['hostnodes', nodes],
        ['policy', policy],
      ]
}

function semicolons(ranges: string | undefined): string | undefined {
  return ranges !== undefined && /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/.test(ranges)
    ? ranges.replaceAll(',', ';')
    : undefined
}
