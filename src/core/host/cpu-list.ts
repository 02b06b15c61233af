/** Lists of CPUs or nodes as the kernel and libvirt write them: `0-3,8`. */
import { cpusOf } from '../text/index.ts'

/**
 * The numbers of a list, each once, ascending. libvirt's `^2` takes a number out again.
 *
 * @returns undefined when the text is none; the empty text is the empty list
 */
export function parseCpuList(text: string): number[] | undefined {
  if (text.trim() === '') return []
  const cpus = cpusOf(text)
  return cpus === undefined ? undefined : [...cpus]
}

/** `0-3,8` of 0, 1, 2, 3, 8; the order and repetitions do not matter. */
export function formatCpuList(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let index = 0; index < sorted.length; index++) {
    const first = sorted[index]
    let last = first
    while (last !== undefined && sorted[index + 1] === last + 1) {
      index++
      last = sorted[index]
    }
    parts.push(first === last ? `${first}` : `${first}-${last}`)
  }
  return parts.join(',')
}
