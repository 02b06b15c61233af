/** CPUs as libvirt writes them. Manual, CPU Allocation: `0-3,^2,8`. */

/** More than any machine has; a larger number is a mistake that another rule names. */
const most = 65_536

/**
 * The numbers of a CPU set.
 *
 * @returns undefined when the text is none
 */
export function cpusOf(text: string): ReadonlySet<number> | undefined {
  const cpus = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^\s*(\^?)(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part)
    if (!match) return undefined
    const [, not, first = '', last = first] = match
    if (Number(last) >= most) return undefined
    for (let cpu = Number(first); cpu <= Number(last); cpu++) {
      if (not === '^') cpus.delete(cpu)
      else cpus.add(cpu)
    }
  }
  return cpus
}
