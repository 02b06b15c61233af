/** What a message means, as the tables of `messages/` say it. */
import type { FindingCode } from '../finding-codes.ts'
import type { RuleId } from '../rule-ids.ts'

/** Who says a message. */
export type Speaker =
  | 'libvirt'
  | 'QEMU'
  | 'passt'
  | 'swtpm'
  | 'virtiofsd'
  | 'Linux'
  | 'virt-manager'
  | 'qemu-bridge-helper'

/** One cause, and the messages that tell of it. In texts, `{name}` is a variable part of the message. */
export interface Cause {
  readonly by: Speaker
  /** The messages, with their variable parts: see `messagePattern`. None where the quotations of a rule are all. */
  readonly says: readonly string[]
  /** What is the matter and what to do, as sentences; a rule’s code has the words of the rule when they are left out. */
  readonly cause?: string
  /** Findings that see the same in a design, in words of its own: the first of them that there is has the word. */
  readonly rules?: readonly FindingCode[]
  /** Where the Domain says it, as `formatPath` writes it, when no variable part leads to a place. */
  readonly at?: string
  /** A command for the host that shows it or mends it; variable parts are quoted for a shell. */
  readonly run?: string
  /** A program that is missing: the command that installs it depends on the distribution. */
  readonly install?: string
  /** What surely helps, at the device or the place that was found. */
  readonly fix?: CauseFix
}

export interface CauseFix {
  /** What the button says, in the imperative. */
  readonly title: string
  readonly changes: readonly {
    /** Below the device, or below `at`: `source.file`; empty for all of it. */
    readonly below: string
    /** What is set; without it, what stands there is taken away. */
    readonly value?: unknown
  }[]
}

/** By their codes: a rule’s id where a rule says the same, else a code of its own, which never changes. */
export type CauseTable = Readonly<Partial<Record<RuleId | `why.${string}`, Cause>>>
