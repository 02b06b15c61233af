/** Sets of CPUs or nodes as the kernel and libvirt write them: `0-3,8`. */

/** libvirt takes no higher number: VIR_DOMAIN_CPUMASK_LEN, src/conf/domain_conf.h; Linux has 8192 CPUs at most. */
const most = 16_384

/**
 * The numbers of a list, each once, ascending. libvirt's `^2` takes a number out again.
 *
 * @returns undefined when the text is none; the empty text is the empty list
 */
export function parseCpuList(text: string): number[] | undefined {
  const numbers = new Set<number>()
  const trimmed = text.trim()
  if (trimmed === '') return []
  if (trimmed.length > 8 * most) return undefined
  let budget = 4 * most
  for (const part of trimmed.split(',')) {
    const match = /^\s*(\^?)(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part)
    if (match === null) return undefined
    const [, not, first = '', last = first] = match
    if (Number(last) >= most) return undefined
    // Overlapping ranges would take the square of the length.
    budget -= Number(last) - Number(first)
    if (budget < 0) return undefined
    for (let number = Number(first); number <= Number(last); number++) {
      if (not === '^') numbers.delete(number)
      else numbers.add(number)
    }
  }
  return [...numbers].sort((a, b) => a - b)
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
