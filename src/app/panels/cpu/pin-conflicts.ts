/** What is wrong with where the guest's threads are, as sentences for the chip that it is about. */

import type { HostTopology } from '../../core.ts'
import { t } from '../../words/index.ts'
import type { Chip, GuestThreads } from './pinned-threads.ts'
import { guestCoreOf } from './topology-levels.ts'

/** What is where. */
interface Layout {
  readonly chips: readonly Chip[]
  /** Those of them with too many host CPUs to be drawn on each. */
  readonly wide: readonly Chip[]
  readonly guest: GuestThreads
  readonly host: HostTopology
  readonly onCpu: ReadonlyMap<number, readonly Chip[]>
}

/**
 * The conflicts of each chip, by its id: host CPUs that the host has not, one host CPU for two, threads of one guest
 * core apart, two guest cores on one host core. The time is linear in chips and their host CPUs.
 */
export function conflictsOf({
  chips,
  wide,
  guest,
  host,
  onCpu,
}: Layout): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const say = (chip: Chip, sentence: string) => {
    const there = found.get(chip.id)
    if (there) there.push(sentence)
    else found.set(chip.id, [sentence])
  }
  const known = new Set(host.cpus)
  const coreOf = new Map(host.cores.flatMap(({ key, threads }) => threads.map(({ cpu }) => [cpu, key])))

  for (const chip of chips) {
    if (chip.isUnknown) say(chip, t`The guest has no ${chip.name}: the pin does nothing.`)
    const beyond = (chip.cpus ?? []).filter((cpu) => !known.has(cpu))
    if (beyond.length > 0) say(chip, t`${chip.name} is on ${cpusInWords(beyond)}, which the host has not.`)
  }
  for (const [cpu, there] of onCpu) {
    const one = there.find(isVcpu)
    if (one === undefined || there.length < 2) continue
    for (const chip of there) {
      if (chip === one) continue
      const sentence = t`${one.name} and ${inSentence(chip)} are both on host CPU ${cpu} and take turns.`
      say(chip, sentence)
      if (isVcpu(chip)) say(one, sentence)
    }
  }
  for (const chip of wide) {
    const shared = isVcpu(chip) ? undefined : chip.cpus?.find((cpu) => onCpu.get(cpu)?.some(isVcpu))
    if (shared !== undefined) say(chip, t`${chip.name} may run on host CPUs of vCPUs, as on ${shared}.`)
  }
  for (const { pair, sentence } of ofCores(chips.filter(isVcpu), guest.threadsPerCore, coreOf))
    for (const chip of pair) say(chip, sentence)
  return found
}

/** Guest cores and host cores, where not the one is the other. */
function* ofCores(
  vcpus: readonly Chip[],
  threadsPerCore: number,
  coreOf: ReadonlyMap<number, string>,
): Generator<{ readonly pair: readonly Chip[]; readonly sentence: string }> {
  // Only a vCPU with one host CPU has a core of its own.
  const placed = vcpus.flatMap((chip) => {
    const [cpu, ...more] = chip.cpus ?? []
    const core = cpu === undefined || more.length > 0 ? undefined : coreOf.get(cpu)
    return core === undefined || cpu === undefined
      ? []
      : [{ chip, cpu, core, guestCore: guestCoreOf(chip.number, threadsPerCore) }]
  })
  const firstOfGuestCore = new Map<number, (typeof placed)[number]>()
  const firstOnCore = new Map<string, (typeof placed)[number]>()
  for (const place of placed) {
    const sibling = firstOfGuestCore.get(place.guestCore)
    if (sibling === undefined) firstOfGuestCore.set(place.guestCore, place)
    else if (sibling.core !== place.core)
      yield {
        pair: [sibling.chip, place.chip],
        sentence: t`${sibling.chip.name} and ${place.chip.name} are threads of one guest core, on two cores of the host.`,
      }
    const other = firstOnCore.get(place.core)
    if (other === undefined) firstOnCore.set(place.core, place)
    else if (other.guestCore !== place.guestCore && other.cpu !== place.cpu)
      yield {
        pair: [other.chip, place.chip],
        sentence: t`${other.chip.name} and ${place.chip.name} share a core of the host; the guest takes them for two cores.`,
      }
  }
}

function isVcpu({ kind }: Chip): boolean {
  return kind === 'vcpu'
}

function inSentence({ kind, name }: Chip): string {
  return kind === 'emulator' ? t`the emulator` : name
}

function cpusInWords(cpus: readonly number[]): string {
  const shown = cpus.slice(0, 3).join(', ')
  return cpus.length > 3 ? t`host CPUs ${shown} and ${cpus.length - 3} more` : t`host CPU ${shown}`
}
