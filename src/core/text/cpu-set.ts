/** CPUs as libvirt writes them. Manual, CPU Allocation: `0-3,^2,8`. */

/** libvirt takes no higher number: VIR_DOMAIN_CPUMASK_LEN, src/conf/domain_conf.h. */
const most = 16_384

/** More parts than numbers say something twice. */
const mostParts = most

/** Longer lists are named by their ranges. */
const mostNamed = 8

/**
 * A set of CPUs, nodes or threads, a bit for each: a range costs what a single number does, so that no text of an input
 * takes long.
 */
export class CpuSet {
  /** As many words of 32 bits as the highest number that was ever in needs. */
  private readonly words: number[] = []

  static of(numbers: Iterable<number>): CpuSet {
    const set = new CpuSet()
    for (const number of numbers) if (number >= 0 && number < most) set.put(number, number, true)
    return set
  }

  /** Puts the numbers from `first` to `last` in, or takes them out. */
  put(first: number, last: number, isIn: boolean): void {
    while (this.words.length <= last >>> 5) this.words.push(0)
    for (let word = first >>> 5; word <= last >>> 5; word++) {
      const from = Math.max(first - word * 32, 0)
      const to = Math.min(last - word * 32, 31)
      const mask = (0xffffffff >>> (31 - to)) & (0xffffffff << from)
      const held = this.words[word] ?? 0
      this.words[word] = isIn ? held | mask : held & ~mask
    }
  }

  has(number: number): boolean {
    return ((this.words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0
  }

  /** The lowest number; undefined of the empty set. */
  get lowest(): number | undefined {
    for (const [index, word] of this.words.entries())
      if (word !== 0) return index * 32 + 31 - Math.clz32(word & -word)
    return undefined
  }

  /** The highest number; undefined of the empty set. */
  get highest(): number | undefined {
    for (let word = this.words.length - 1; word >= 0; word--) {
      const held = this.words[word] ?? 0
      if (held !== 0) return word * 32 + 31 - Math.clz32(held)
    }
    return undefined
  }

  /** The number of a set of one. */
  get only(): number | undefined {
    const { lowest, highest } = this
    return lowest === highest ? lowest : undefined
  }

  get isEmpty(): boolean {
    return this.words.every((word) => word === 0)
  }

  /** What is in both. */
  and(other: CpuSet): CpuSet {
    return this.combined(other, (own, others) => own & others)
  }

  /** What is in this one alone. */
  without(other: CpuSet): CpuSet {
    return this.combined(other, (own, others) => own & ~others)
  }

  /** What is in one of them. */
  or(other: CpuSet): CpuSet {
    return this.combined(other, (own, others) => own | others)
  }

  /** The numbers from `first` on. */
  from(first: number): CpuSet {
    const set = this.or(new CpuSet())
    if (first > 0) set.put(0, Math.min(first, most) - 1, false)
    return set
  }

  *[Symbol.iterator](): Generator<number, undefined> {
    for (const [word, held] of this.words.entries())
      if (held !== 0) for (let bit = 0; bit < 32; bit++) if ((held & (1 << bit)) !== 0) yield word * 32 + bit
    return undefined
  }

  /** `1, 4, 5`, and of many the ranges: `0-16383`. */
  toString(): string {
    const first: number[] = []
    for (const number of this) {
      first.push(number)
      if (first.length > mostNamed) return this.ranges()
    }
    return first.join(', ')
  }

  private ranges(): string {
    const parts: string[] = []
    let start: number | undefined
    let last = -1
    const close = () => {
      if (start !== undefined) parts.push(start === last ? `${start}` : `${start}-${last}`)
    }
    for (const number of this) {
      if (start === undefined || number !== last + 1) {
        close()
        start = number
      }
      last = number
      if (parts.length >= mostNamed) return `${parts.join(', ')} …`
    }
    close()
    return parts.join(', ')
  }

  private combined(other: CpuSet, operation: (own: number, others: number) => number): CpuSet {
    const set = new CpuSet()
    const length = Math.max(this.words.length, other.words.length)
    for (let word = 0; word < length; word++)
      set.words.push(operation(this.words[word] ?? 0, other.words[word] ?? 0))
    return set
  }
}

/**
 * The numbers of a CPU set.
 *
 * @returns undefined when the text is none
 */
export function cpusOf(text: string): CpuSet | undefined {
  const cpus = new CpuSet()
  const parts = text.split(',', mostParts + 1)
  if (parts.length > mostParts) return undefined
  for (const part of parts) {
    const match = /^(\^?)(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim())
    if (!match) return undefined
    const [, not, first = '', last = first] = match
    if (Number(last) >= most || Number(first) >= most) return undefined
    if (Number(first) <= Number(last)) cpus.put(Number(first), Number(last), not !== '^')
  }
  return cpus
}
