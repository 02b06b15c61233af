/** `virsh nodeinfo`: numbers of the processor and the memory. Source: virsh(1), virNodeGetInfo of libvirt. */
import type { HostFacts } from '../facts.ts'
import type { Field } from './fields.ts'
import { counted, known, type ReaderResult, wholeNumber } from './reader.ts'

/** Linux has 8192 CPUs at most. */
const mostCpus = 8192

/** The numbers in their order, which no language changes; undefined when these are not eight lines of nodeinfo. */
function numbersOf(fields: readonly Field[]) {
  const [arch, cpus, frequency, sockets, cores, threads, cells, memory] = fields.map(({ value }) => value)
  const kib = memory?.endsWith(' KiB') === true ? wholeNumber(memory.slice(0, -4)) : undefined
  if (arch === undefined || kib === undefined || frequency?.endsWith('MHz') !== true) return undefined
  const count = wholeNumber(cpus)
  const inParts = [sockets, cores, threads, cells].reduce(
    (product, part) => product * (wholeNumber(part) ?? 0),
    1,
  )
  return { arch, kib, count, inParts, cells: wholeNumber(cells) ?? 1 }
}

/**
 * Reads the fields.
 * @returns undefined when they are those of lscpu, whose first line looks the same
 */
export function nodeinfoResult(fields: readonly Field[]): ReaderResult | undefined {
  const numbers = numbersOf(fields)
  if (numbers === undefined) return undefined
  const { arch, kib, count = 0, inParts, cells } = numbers
  // Where some are off, libvirt says one socket of as many cores as there may be, and nothing tells which are on.
  const areAllOn = count === inParts && count <= mostCpus
  const threads = areAllOn ? Array.from({ length: count }, (_, cpu) => ({ cpu })) : []
  const facts: HostFacts = {
    arch,
    ...(threads.length === 0 ? {} : { cpu: { threads } }),
    ...known('numa', cells === 1 ? [{ node: 0, memory_kib: kib }] : undefined),
  }
  return {
    kind: 'nodeinfo',
    title: 'virsh nodeinfo',
    summary: `${counted(count, 'CPU')}, ${(kib / 1024 / 1024).toFixed(1)} GiB`,
    facts,
    findings: [],
  }
}
