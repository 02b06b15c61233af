/** What a rule is, and what it is given. */
import type { Completed } from '../../complete/index.ts'
import type { DeviceList, Domain } from '../../domain/index.ts'
import type { FindingTarget, Fix, Path, Severity } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import type { RuleId } from '../../rule-ids.ts'
import type { Design, VmSpec } from '../../spec/index.ts'
import type { SaidInSpec } from './said-in-spec.ts'

/** What all rules look at. */
export interface RuleContext {
  readonly design: Design
  readonly spec: VmSpec
  /** Everything said, resolve's own choices and the author's XML among it. */
  readonly domain: Domain
  /** Undefined when nobody said anything about the host: rules about it are silent then. */
  readonly host: HostFacts | undefined
  readonly resolved: Resolved
  /** As libvirt would run it. */
  readonly completed: Completed
  readonly said: SaidInSpec
  /** The devices of each list that a rule has asked for; `devicesOf` gives them. */
  readonly placed: Map<DeviceList, readonly unknown[]>
}

/** One breach of a rule: at a place of the Domain, whose place in the spec is found, or at one of the spec itself. */
export type Problem = DomainProblem | SpecProblem

interface Told {
  /** What is wrong and what to do about it. */
  readonly message: string
}

export interface DomainProblem extends Told {
  /** In the Domain; below the device in a rule about devices, below the part in a rule about a part. */
  readonly at: Path
  /** Not offered where the spec has no place of its own for it. */
  readonly fix?: DomainFix | Fix | undefined
}

/** What is wrong with one device or part: one problem, several, or none. */
export type Wrong = DomainProblem | Iterable<DomainProblem> | undefined

export interface SpecProblem extends Told {
  readonly path: Path
  readonly fix?: Fix | undefined
}

/** What the button says, and what becomes of the Domain: where the problem is when nothing else is said. */
export type DomainFix = { readonly title: string } & (OneChange | SeveralChanges)

interface OneChange extends Partial<DomainChange> {
  readonly all?: never
}

interface SeveralChanges {
  readonly all: readonly DomainChange[]
}

/** `value` is set; without it, what stands there is taken away. */
export interface DomainChange {
  readonly at: Path
  readonly value?: unknown
}

/** One thing that can be wrong with a design. */
export interface Rule {
  /** The code of its findings; never changes. Its file is called the same, with a dash for the dot. */
  readonly id: RuleId
  /** What is wrong, in a few words. */
  readonly title: string
  /** An error when nothing is said. */
  readonly severity?: Exclude<Severity, 'error'>
  /** What the rule holds for alone; absent when it holds for the design, whatever runs it. */
  readonly target?: FindingTarget
  /**
   * A warning of what QEMU 10 or the start refuses although libvirt’s own tests have it: foreseen, and no error, since
   * libvirt takes it and another QEMU may.
   */
  readonly atStart?: true
  /** Whether it holds under any hypervisor; the others are about QEMU, and silent about a domain of Xen or bhyve. */
  readonly anyHypervisor?: true
  /**
   * Whether its fix needs no decision: what it takes away has no effect or keeps the VM from starting for nothing, what
   * it sets libvirt would take by itself or is the one value that is possible. Other fixes choose for the author (which
   * of two devices stays, what is seen from the network) and are made one by one.
   */
  readonly fixIsSafe?: true
  /** Where the fact is from; libvirt's own words stand in quotation marks. */
  readonly source: string
  check(context: RuleContext): Iterable<Problem>
}

/** A rule as the registry has it. */
export type KnownRule = Omit<Rule, 'severity'> & { readonly severity: Severity }
