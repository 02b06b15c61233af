/**
 * An edit put back into the design that made what was edited. Its laws: an edit of nothing changes nothing; what was put
 * resolves to exactly what was edited; what the edit did not touch, and what a Domain does not show (the source,
 * cloud-init, comments), stays as the author wrote it.
 */
import type { Domain } from '../domain/index.ts'
import { type Finding, formatPath } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { lift } from '../lift/index.ts'
import { startsWith } from '../path.ts'
import { type Resolved, resolve, type Target } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { differences, isNearer, type Place } from './differences.ts'
import { displaced } from './displaced.ts'
import { inFields, rawXmlAt } from './raw-xml.ts'
import { saidAnew, withWhatXmlDoesNotSay } from './said-anew.ts'
import { mergeThreeWays } from './three-way.ts'
import { waysToSay } from './ways-to-say.ts'

/** More places than this are another machine: all of it is said anew, around what the author said besides. */
const mostPlaces = 40

/** What an edit was made in. */
export interface Shown {
  /**
   * The Domain that the text said before it was edited, as it is read back from it: what the edit changed is what
   * `edited` has otherwise. Without it the text is taken to have said exactly what the design resolves to.
   */
  readonly shown?: Domain | undefined
  /** Who runs the edited machine; the command line is QEMU's. */
  readonly target?: Target
}

/** The design with the edit in it. */
export interface Put {
  /** The very design that was given, when the edit says nothing new. */
  readonly design: Design
  /** What had to give way because no smaller change says the edit: codes `put.left-out`, `put.said-anew`, `put.raw-xml`. */
  readonly findings: readonly Finding[]
}

/**
 * Puts an edited Domain back into a design.
 *
 * @param design what the edited text was made from; changes that it has had since are kept
 * @param edited the Domain that the edited text says
 * @param host the host that resolve will be given too
 */
export function put(
  design: Design,
  edited: Domain,
  host: HostFacts | undefined,
  { shown, target = 'libvirt' }: Shown = {},
): Put {
  const now = resolve(design, host, target)
  const wanted = withName(
    shown === undefined ? edited : mergeThreeWays(shown, edited, now.domain),
    design.name,
  )
  const goal: Goal = { wanted, host, target }
  const start = attempt({ name: wanted.name ?? design.name, spec: design.spec }, goal)
  if (says(start)) {
    const isSame = start.design.name === design.name
    return { design: isSame ? design : start.design, findings: [] }
  }
  const reached = start.places.length > mostPlaces ? undefined : nearest(start, goal)
  if (reached !== undefined && says(reached))
    return { design: reached.design, findings: displaced(design, reached.design) }
  const anew = nearest(attempt(saidAnew(start.design, wanted, host, target), goal), goal)
  const found = says(anew) ? anew.design : withWhatXmlDoesNotSay(design, lift(wanted, host), host)
  return { design: found, findings: displaced(design, found) }
}

function withName(domain: Domain, name: string): Domain {
  return domain.name === undefined ? { ...domain, name } : domain
}

interface Goal {
  readonly wanted: Domain
  readonly host: HostFacts | undefined
  readonly target: Target
}

interface Attempt {
  readonly design: Design
  readonly resolved: Resolved
  /** Where it does not say what is wanted. */
  readonly places: readonly Place[]
}

function attempt(design: Design, { wanted, host, target }: Goal): Attempt {
  const resolved = resolve(design, host, target)
  return { design, resolved, places: differences(resolved.domain, wanted) }
}

/** Comments and blanks are in the text of the person, which is kept beside the design. */
function says({ places }: Attempt): boolean {
  return places.every(({ kind }) => kind === 'spelling')
}

/**
 * Place by place the first way that brings the design nearer. Where there is none, a way that says one place though it
 * moves others (another architecture has other defaults) is taken, once for each place.
 */
function nearest(start: Attempt, goal: Goal): Attempt {
  let at = start
  const stuck = new Set<string>()
  const forced = new Set<string>()
  for (;;) {
    const place = nextPlace(at.places, stuck)
    const next =
      place === undefined
        ? forcedWay(at, forced, goal)
        : (bestWay(at, place, goal) ?? withoutRawXml(at, place, goal))
    if (next !== undefined) {
      at = next
      stuck.clear()
    } else if (place === undefined) return at
    else stuck.add(formatPath(place.path))
  }
}

function forcedWay(at: Attempt, forced: Set<string>, goal: Goal): Attempt | undefined {
  for (const place of at.places) {
    const name = formatPath(place.path)
    if (place.kind === 'spelling' || forced.has(name)) continue
    forced.add(name)
    for (const spec of waysToSay(at.design.spec, place, goal.wanted, at.resolved)) {
      const tried = attempt({ ...at.design, spec }, goal)
      if (!tried.places.some(({ path }) => startsWith(path, place.path))) return tried
    }
  }
  return undefined
}

/** Lists first: which item stands where decides where the values are. */
function nextPlace(places: readonly Place[], stuck: ReadonlySet<string>): Place | undefined {
  const open = places.filter(({ path }) => !stuck.has(formatPath(path)))
  return (
    open.find(({ kind }) => kind === 'list') ??
    open.find(({ kind }) => kind === 'value') ??
    open.find(({ kind }) => kind === 'spelling')
  )
}

/** XML of the author's has no place for the change: what it gives is said in fields, which have. */
function withoutRawXml(at: Attempt, { path }: Place, goal: Goal): Attempt | undefined {
  const raw = rawXmlAt(path, at.resolved)
  if (raw === undefined) return undefined
  return attempt({ ...at.design, spec: inFields(at.design.spec, raw, at.resolved) }, goal)
}

/** A way that says the place and touches nothing else, or else the one that comes nearest. */
function bestWay(at: Attempt, place: Place, goal: Goal): Attempt | undefined {
  let best: Attempt | undefined
  for (const spec of waysToSay(at.design.spec, place, goal.wanted, at.resolved)) {
    const tried = attempt({ ...at.design, spec }, goal)
    if (!isNearer(tried.places, best?.places ?? at.places)) continue
    best = tried
    if (tried.places.length < at.places.length && place.kind !== 'list') break
    if (place.kind === 'list' && !tried.places.some(({ kind }) => kind === 'list')) break
  }
  return best
}
