/** /proc/cpuinfo, of one processor or all. Source: arch/*\/kernel/cpu/proc.c and setup.c of the kernel. */
import type { HostCpu, HostFacts } from '../facts.ts'
import { fieldOf } from './fields.ts'
import { counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

/** True for the first line of a processor, or one that grep took out. */
export function beginsCpuinfo(text: string): boolean {
  const field = fieldOf(text)
  if (field === undefined || field.value === '') return false
  if (field.name === 'processor') return wholeNumber(field.value) !== undefined
  return field.name === 'model name' || field.name === 'vendor_id'
}

/** The numbers that ARM gives to makers. Source: arch/arm64/include/asm/cputype.h. */
const armMakers: ReadonlyMap<string, string> = new Map([
  ['0x41', 'ARM'],
  ['0x42', 'Broadcom'],
  ['0x43', 'Cavium'],
  ['0x46', 'FUJITSU'],
  ['0x48', 'HiSilicon'],
  ['0x4e', 'NVIDIA'],
  ['0x50', 'APM'],
  ['0x51', 'Qualcomm'],
  ['0x61', 'Apple'],
  ['0xc0', 'Ampere'],
])

/** Reads the processors; what holds for all of them is said by the first. */
export function readCpuinfo(lines: readonly HostLine[]): ReaderResult {
  const processors: Map<string, string>[] = []
  for (const { text } of lines) {
    const field = fieldOf(text)
    if (field === undefined) continue
    if (field.name === 'processor' || processors.length === 0) processors.push(new Map())
    const processor = processors.at(-1)
    if (processor !== undefined && !processor.has(field.name)) processor.set(field.name, field.value)
  }
  const first = processors[0] ?? new Map<string, string>()
  const said = (name: string) => first.get(name) || undefined
  const flags = (said('flags') ?? said('Features'))?.split(/\s+/)
  const threads = processors.flatMap(threadOf)
  const model = said('model name') ?? said('uarch')
  const cpu = {
    ...known('model', model),
    ...known('flags', flags),
    ...(threads.length === 0 ? {} : { threads }),
  }
  const facts: HostFacts = {
    ...known('arch', archOf(flags ?? [], said('isa'))),
    ...known('cpu_vendor', said('vendor_id') ?? armMakers.get(said('CPU implementer') ?? '')),
    cpu,
  }
  const summary = [model, threads.length === 0 ? undefined : counted(threads.length, 'CPU')]
    .filter((word) => word !== undefined)
    .join(', ')
  return { kind: 'cpuinfo', title: '/proc/cpuinfo', summary: summary || 'the processor', facts, findings: [] }
}

function threadOf(processor: ReadonlyMap<string, string>): HostCpu[] {
  const cpu = wholeNumber(processor.get('processor'))
  if (cpu === undefined) return []
  return [
    {
      cpu,
      ...known('socket', wholeNumber(processor.get('physical id'))),
      ...known('core', wholeNumber(processor.get('core id'))),
    },
  ]
}

/** Only processors of 64 bits have these words: `lm` is long mode, `asimd` the vectors of AArch64. */
function archOf(flags: readonly string[], isa: string | undefined): string | undefined {
  if (flags.includes('lm')) return 'x86_64'
  if (flags.includes('asimd')) return 'aarch64'
  return isa?.startsWith('rv64') === true ? 'riscv64' : undefined
}
