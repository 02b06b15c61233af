/** The rows of the pinning table, and the list of pins that they stand for. */
import { type ItemAt, specPath } from '../../spec-path.ts'

const vcpupin = specPath(['libvirt', 'cputune', 'vcpupin'])

/** A vCPU on host CPUs. */
export type VcpuPin = ItemAt<typeof vcpupin>

/** One vCPU; `index` is that of its pin in the list, undefined when it runs anywhere. */
export interface PinRow {
  readonly vcpu: number
  readonly index: number | undefined
  readonly cpuset: string | undefined
  /** The guest has no such vCPU. */
  readonly isBeyond: boolean
}

/**
 * A row for each vCPU, then one for each pin of a vCPU that is not there.
 *
 * @param most of the vCPUs that are not pinned, only those below this number have a row
 */
export function pinRows(pins: readonly VcpuPin[], vcpuCount: number, most = vcpuCount): readonly PinRow[] {
  const held = pins.map((pin, index) => ({
    vcpu: numberOf(pin),
    index,
    cpuset: pin.cpuset,
  }))
  const isThere = (vcpu: number) => vcpu >= 0 && vcpu < vcpuCount
  // The first pin of a vCPU is the one that is shown.
  const byVcpu = new Map(held.toReversed().map((pin) => [pin.vcpu, pin]))
  const pinned = [...byVcpu.keys()].filter((vcpu) => isThere(vcpu) && vcpu >= most)
  const free = Array.from({ length: Math.min(most, vcpuCount) }, (_, vcpu) => vcpu)
  const within = [...free, ...pinned.toSorted((one, other) => one - other)].map((vcpu): PinRow => {
    const pin = byVcpu.get(vcpu)
    return { vcpu, index: pin?.index, cpuset: pin?.cpuset, isBeyond: false }
  })
  const beyond = held.filter(({ vcpu }) => !isThere(vcpu))
  return [...within, ...beyond.map((pin) => ({ ...pin, isBeyond: true }))]
}

/** The pins after one row was changed: sorted by vCPU, without what is not pinned. */
export function withPin(
  pins: readonly VcpuPin[],
  row: PinRow,
  cpuset: string | undefined,
): readonly VcpuPin[] | undefined {
  const others = pins.filter((_, index) => index !== row.index)
  const held = row.index === undefined ? undefined : pins[row.index]
  const next = cpuset === undefined ? others : [...others, { ...held, vcpu: row.vcpu, cpuset }]
  const sorted = next.toSorted((one, other) => numberOf(one) - numberOf(other))
  return sorted.length === 0 ? undefined : sorted
}

/** NaN for one that does not say its vCPU yet. */
function numberOf({ vcpu }: VcpuPin): number {
  return vcpu ?? Number.NaN
}

/** One host CPU for each vCPU, counted up from `first`. */
export function pinsInARow(vcpuCount: number, first: number): readonly VcpuPin[] {
  return Array.from({ length: vcpuCount }, (_, vcpu) => ({ vcpu, cpuset: String(first + vcpu) }))
}
