/** A format that is read only, as a target. */
import { type Finding, severities } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import { nearestPositions } from '../../lift/index.ts'
import type { ReadOnlyTargetId } from '../../target-ids.ts'
import { type DesktopFormat, desktopFormat } from '../../text/index.ts'
import type { ReadTarget, Target } from '../target.ts'
import { designOf } from './design-of.ts'
import type { DesktopMachine } from './machine.ts'

/** Longer texts are refused, in UTF-16 units. */
const longest = 2 * 1024 * 1024
/** More VMs of one text are not read. */
const mostMachines = 64
/** More findings of one text are counted. */
const mostFindings = 200

export interface ReadMachines {
  readonly machines: readonly DesktopMachine[]
  /** Of the text as such. */
  readonly findings: readonly Finding[]
}

/**
 * @param about what it is and for whom, as a sentence
 * @param wanted what a text of it has, as a part of a sentence
 * @param read never throws, and takes time as the text is long
 */
export function desktopTarget<Id extends ReadOnlyTargetId & DesktopFormat>(
  id: Id,
  about: string,
  wanted: string,
  read: (text: string) => ReadMachines,
): Target & { readonly id: Id; readonly reader: NonNullable<Target['reader']> } {
  const whole = (text: string, defaultName: string, host: HostFacts | undefined): ReadTarget => {
    if (text.length > longest) return { designs: [], findings: [tooLong(id)] }
    const { machines, findings } = read(text)
    const all = machines.slice(0, mostMachines).map((machine) => designOf(machine, defaultName, host))
    const positions = new Map(
      all.map(({ design, places }) => [design, nearestPositions(places, design, host)]),
    )
    const isNothing = all.length === 0 && findings.length === 0
    return {
      designs: all.map(({ design }) => design),
      findings: atMost(id, [
        ...findings,
        ...all.flatMap((one) => worstFirst(one.findings)),
        ...(isNothing ? [nothing(id, wanted)] : []),
      ]),
      positionOf: (design, path) => positions.get(design)?.(path),
    }
  }
  return { id, about, reader: { fits: (text) => desktopFormat(text) === id, read: whole } }
}

/** Of one VM; those of a kind in the order of the text. */
function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity }: Finding) => severities.indexOf(severity)
  const line = ({ position }: Finding) => position?.line ?? 0
  return [...findings].sort((one, other) => rank(one) - rank(other) || line(one) - line(other))
}

function atMost(id: ReadOnlyTargetId, findings: readonly Finding[]): readonly Finding[] {
  const others = findings.length - mostFindings
  if (others <= 0) return findings
  const message = `${others} more findings are not listed.`
  return [
    ...findings.slice(0, mostFindings),
    { code: `${id}.too-long`, severity: 'warning', path: [], message },
  ]
}

function tooLong(id: ReadOnlyTargetId): Finding {
  return {
    code: `${id}.too-long`,
    severity: 'error',
    path: [],
    message: `The text is longer than ${longest / 1024 / 1024} MiB, which no configuration of a VM is.`,
  }
}

function nothing(id: ReadOnlyTargetId, wanted: string): Finding {
  return { code: `${id}.nothing`, severity: 'error', path: [], message: `There is no VM here: ${wanted}.` }
}
