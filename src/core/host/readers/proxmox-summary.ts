/** The summary of a node on Proxmox' page, copied: label and value on one line or on two. Source: pve-manager. */
import type { HostFacts } from '../facts.ts'
import { type HostLine, known, type ReaderResult } from './reader.ts'

/** In the order of the page; that of the older one differs. */
const labels = [
  'CPU usage',
  'IO delay',
  'Load average',
  'RAM usage',
  'KSM sharing',
  '/ HD space',
  'HD space',
  'SWAP usage',
  'CPU(s)',
  'Kernel Version',
  'Boot Mode',
  'Manager Version',
  'PVE Manager Version',
  'Repository Status',
]

interface Processor {
  readonly count: number
  readonly model: string
}

/** `16 x AMD Ryzen 7 3700X 8-Core Processor (1 Socket)`, which only this page says. */
function processorOf(value: string): Processor | undefined {
  const times = value.indexOf(' x ')
  const bracket = value.lastIndexOf(' (')
  const count = value.slice(0, Math.max(0, times))
  const sockets = value.slice(bracket + 2)
  if (!/^\d{1,5}$/.test(count) || bracket <= times || !/^\d{1,3} \S{1,20}\)$/.test(sockets)) return undefined
  return { count: Number(count), model: value.slice(times + 3, bracket).trim() }
}

/** True for the label or the value of a line of this page. */
export function isProxmoxLine(text: string): boolean {
  const { label, value } = partsOf(text)
  return processorOf(value) !== undefined || (label !== undefined && !label.startsWith('CPU(s)'))
}

/** True for lines that stand below such a line, values by themselves among them. */
export function continuesProxmox(text: string): boolean {
  return isProxmoxLine(text) || partsOf(text).label !== undefined || isValue(text)
}

function isValue(text: string): boolean {
  if (['Linux ', 'pve-manager/', 'EFI', 'Legacy BIOS'].some((word) => text.startsWith(word))) return true
  return /^[\d.]{1,12} ?%/.test(text) || /^[\d.]{1,12} [KMGT]?i?B/.test(text) || /^[\d.,\s]+$/.test(text)
}

/** Reads the lines. */
export function readProxmoxSummary(lines: readonly HostLine[]): ReaderResult {
  const values = new Map<string, string>()
  let above = ''
  for (const { text } of lines) {
    const { label, value } = partsOf(text.trim())
    if (value !== '') values.set(label ?? above, value)
    above = label ?? ''
  }
  const said = [...values.values()]
  const processor = said.map(processorOf).find((one) => one !== undefined)
  const release = said.find((value) => value.startsWith('Linux '))?.split(' ')[1]
  const mode = values.get('Boot Mode') ?? said.find((value) => /^(?:EFI\b|Legacy BIOS)/.test(value))
  const memory = kibOf(values.get('RAM usage'))
  const facts: HostFacts = {
    ...(processor === undefined ? {} : { cpu: { model: processor.model } }),
    ...(release === undefined ? {} : { kernel: { release } }),
    ...(mode === undefined ? {} : { boot: { uefi: mode.startsWith('EFI') } }),
    ...known('numa', memory === undefined ? undefined : [{ node: 0, memory_kib: memory }]),
  }
  const summary = [processor?.model, processor && `${processor.count} CPUs`, release && `Linux ${release}`]
  return {
    kind: 'proxmox',
    title: 'Proxmox summary',
    summary: summary.filter((word) => word !== undefined).join(', ') || 'the node',
    facts,
    findings: [],
  }
}

function partsOf(text: string): { readonly label?: string; readonly value: string } {
  const label = labels.find((one) => text.startsWith(one) && /^[\s:(]|^$/.test(text.slice(one.length)))
  if (label === undefined) return { value: text }
  return {
    label,
    value: text
      .slice(label.length)
      .replace(/^[\s:]+/, '')
      .replace(/^\(root\)\s*/, ''),
  }
}

/** `12.34% (7.73 GiB of 62.67 GiB)` */
function kibOf(usage: string | undefined): number | undefined {
  const [, amount, unit] = /\bof (\d{1,6}(?:\.\d{1,3})?) ([MGT])iB/.exec(usage ?? '') ?? []
  if (amount === undefined) return undefined
  return Math.round(Number(amount) * (unit === 'T' ? 1024 ** 3 : unit === 'G' ? 1024 ** 2 : 1024))
}
