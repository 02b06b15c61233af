/** Will it start? One verdict for each way to start a VM, with what remains to be done. */
import { rootDiskOf } from '../bundle/index.ts'
import { complete } from '../complete/index.ts'
import type { Domain } from '../domain/index.ts'
import { concerns, type Finding, type Fix, type Path } from '../finding.ts'
import { type HostFacts, hostSetup, type SetupStep } from '../host/index.ts'
import { renderArgv } from '../qemu/index.ts'
import { type Resolved, resolve, specPathOf } from '../resolve/index.ts'
import { checkDesign, otherHypervisor, stopsStart } from '../rules/index.ts'
import type { Design } from '../spec/index.ts'
import { hostWants } from './host-wants.ts'
import { setupInWords, setupPlace } from './setup-words.ts'
import { type StartWay, startWayNames, startWays } from './start-ways.ts'

/** One thing that the start depends on. */
export interface StartStep {
  /** `wrong`: the design or the host has to change. `to do`: the host is not ready. `not known`: nobody said. */
  readonly state: 'wrong' | 'to do' | 'not known' | 'done'
  /** What it is, as sentences. */
  readonly what: string
  /** Where the design asks for it. */
  readonly path: Path
  /** The finding that says so; undefined for what the host has to have. */
  readonly code?: Finding['code']
  /** The change of the design that would do. */
  readonly fix?: Fix
  /** Lines for a shell that do it. */
  readonly commands: readonly string[]
  /** One line for a shell that tells, of what is not known. */
  readonly ask?: string
}

export interface StartVerdict {
  readonly way: StartWay
  /** `yes` when nothing remains, `no` when something does; `not known` when only the host could tell. */
  readonly answer: 'yes' | 'no' | 'not known'
  /** The answer in words: 'Not yet: 2 things remain.' */
  readonly words: string
  /** What remains, in the order in which it is done, then what is not known, then what is done. */
  readonly steps: readonly StartStep[]
  /** What create.sh of the bundle makes before the start: 'the disk, the seed'; empty when it makes nothing. */
  readonly made: readonly string[]
}

/**
 * The verdicts on a design, one for each way to start it, in the order of `startWays`.
 *
 * @param host what is known about the host; with undefined much is `not known`, and one line for each tells
 */
export function willItStart(design: Design, host: HostFacts | undefined): readonly StartVerdict[] {
  return startWays.map((way) => verdictOn(design, host, way))
}

function verdictOn(design: Design, host: HostFacts | undefined, way: StartWay): StartVerdict {
  const facts = way === 'qemu' ? host : { ...host, connection: connectionOf(way) }
  const resolved = resolve(design, facts, way === 'qemu' ? 'qemu' : 'libvirt')
  if (otherHypervisor(resolved.domain) !== undefined) return ofOtherHypervisor(way)
  const command = way === 'qemu' ? renderArgv(resolved) : undefined
  const target = way === 'qemu' ? 'qemu' : 'libvirt'
  const found = [...checkDesign(design, facts, resolved, complete(resolved)), ...(command?.findings ?? [])]
  const wrong = found.filter((finding) => concerns(finding, target) && stopsStart(finding)).map(ofFinding)
  const here = (path: Path) => specPathOf(path, resolved.origins)
  // Whoever starts QEMU by hand has the rights of a session.
  const setup = hostSetup({ connection: 'session', ...facts }, resolved.domain).map((step) =>
    ofSetup(step, resolved.domain, host, here),
  )
  // What is missing for certain is told by a rule, with its fix.
  const wanted = hostWants({ way, resolved, command, facts: host ?? {} })
    .filter(({ seen }) => seen !== false)
    .map(
      ({ what, seen, ask, commands, path }): StartStep =>
        seen === true
          ? { state: 'done', what, path: here(path), commands: [] }
          : { state: 'not known', what, path: here(path), commands, ask },
    )
  const steps = inOrder(once([...wrong, ...setup, ...wanted]))
  const made = madeBefore(resolved)
  return { way, ...answerOf(steps, made), steps, made }
}

function connectionOf(way: Exclude<StartWay, 'qemu'>): 'session' | 'system' {
  return way === 'libvirt-session' ? 'session' : 'system'
}

function ofOtherHypervisor(way: StartWay): StartVerdict {
  const what = `It is a domain of another hypervisor, which ${startWayNames[way]} does not run. It is kept as it is.`
  return {
    way,
    answer: 'no',
    words: 'No: it is for another hypervisor.',
    steps: [{ state: 'wrong', what, path: ['libvirt', 'type'], commands: [] }],
    made: [],
  }
}

function ofFinding({ message, path, code, fix }: Finding): StartStep {
  return { state: 'wrong', what: message, path, code, commands: [], ...(fix === undefined ? {} : { fix }) }
}

/** Files are written by the script of the bundle, so that nobody copies them by hand. */
function ofSetup(
  step: SetupStep,
  domain: Domain,
  host: HostFacts | undefined,
  here: (path: Path) => Path,
): StartStep {
  const { done, files, commands } = step
  const state = done === true ? 'done' : done === false ? 'to do' : 'not known'
  const how = done === true ? [] : files.length > 0 ? ['sudo sh host-setup.sh'] : commands
  return { state, what: setupInWords(step, host), path: here(setupPlace(step, domain)), commands: how }
}

function once(steps: readonly StartStep[]): StartStep[] {
  return [...new Map(steps.map((step) => [`${step.what}\n${step.path.join('\n')}`, step])).values()]
}

const order: readonly StartStep['state'][] = ['wrong', 'to do', 'not known', 'done']

function inOrder(steps: readonly StartStep[]): StartStep[] {
  return order.flatMap((state) => steps.filter((step) => step.state === state))
}

function answerOf(
  steps: readonly StartStep[],
  made: readonly string[],
): Pick<StartVerdict, 'answer' | 'words'> {
  const count = (...states: readonly StartStep['state'][]) =>
    steps.filter(({ state }) => states.includes(state)).length
  const remaining = count('wrong', 'to do')
  const unknown = count('not known')
  if (remaining > 0)
    return { answer: 'no', words: `Not yet: ${things(remaining)} ${remaining === 1 ? 'remains' : 'remain'}.` }
  if (unknown > 0)
    return {
      answer: 'not known',
      words: `Likely${made.length === 0 ? '' : ', after create.sh'}: ${things(unknown)} only the host can tell.`,
    }
  const after = made.length === 0 ? '' : `, after create.sh, which makes ${made.join(' and ')}`
  return { answer: 'yes', words: `Yes${after}.` }
}

function things(count: number): string {
  return `${count} thing${count === 1 ? '' : 's'}`
}

function madeBefore(resolved: Resolved): string[] {
  const disks = resolved.domain.devices?.disks ?? []
  return [
    ...(rootDiskOf(resolved) === undefined ? [] : ['the disk']),
    ...(resolved.newDisks.length === 0
      ? []
      : [resolved.newDisks.length === 1 ? 'the new disk' : `${resolved.newDisks.length} new disks`]),
    ...(disks.some(({ source }) => source?.file === resolved.paths.seed) ? ['the seed'] : []),
  ]
}
