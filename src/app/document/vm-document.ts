/** What the page is drawn from: the design that is being made, the host that it is for, and where the person is. */
import type { SetTable } from '../../core/set/set.ts'
import type { Design, HostFacts, Path } from '../core.ts'
import type { HostSource } from '../host-sources.ts'
import { newId } from '../keep/new-id.ts'

/** Where the person is: the open part, and in each list (by its path as text) the device whose form is open. */
export interface Selection {
  readonly part: string
  readonly devices: Readonly<Record<string, number | undefined>>
}

/** A vm.yml or domain XML as a person wrote or opened it: what the form changes is brought into this text. */
export interface OwnText {
  readonly text: string
  /** The name that the design has in it. */
  readonly vm: string
  /** What the text says: while the design is still this very object, the text is shown as it is. */
  readonly design?: Design | undefined
}

/** The texts that are edited by hand. */
export type TextKind = 'xml' | 'yaml'

/** What was typed and is not, or not yet, the design: it stays as it is until it is read or given up. */
export interface TextDraft {
  readonly text: string
  /**
   * The design that was shown when the typing began, with which the form's changes since are brought together; that of
   * the document when there is none.
   */
  readonly base?: Design | undefined
}

export type Drafts = Readonly<Partial<Record<TextKind, TextDraft>>>

/** What undo takes back and redo brings again. */
export interface Tracked {
  /** Which of the kept designs it is: another one has another, also where both say the same. */
  readonly id: string
  readonly design: Design
  /** What is another in each of the VMs that are made of the design; undefined while it is one VM. */
  readonly table: SetTable | undefined
  /** The person's own vm.yml: its comments are kept when it is written again. */
  readonly specDocument: OwnText | undefined
  /** The same for domain XML. */
  readonly xmlDocument: OwnText | undefined
  readonly drafts: Drafts
  /** What led to this design, as the undo button says it: 'add GPU'. */
  readonly step: string | undefined
  /** When that was, in milliseconds since 1970; undefined for where a design was begun. */
  readonly at: number | undefined
}

export interface VmDocument extends Tracked {
  /** All that is known about the host: made of the two that follow. */
  readonly host: HostFacts | undefined
  /** What was read about the host, in the order in which it came. */
  readonly hostSources: readonly HostSource[]
  /** What was typed about the host; it goes before what was read. */
  readonly hostTyped: HostFacts | undefined
  readonly selection: Selection
  /** Fields whose text is wrong, by path, with the message: the design still has their last good value. */
  readonly wrong: Readonly<Record<string, string>>
  /** What a field held when it was switched off, by path, so that switching it on brings it back. */
  readonly switchedOff: Readonly<Record<string, unknown>>
  /** The field to bring into view, until it is there. */
  readonly wanted: Path | undefined
  /** True when it is only to be shown: the focus stays where one is writing. */
  readonly wantedToSee: boolean
  /** What was made without a form, by ticking it: the output shows its lines. */
  readonly revealed: Path | undefined
  /** How many designs were opened on the page: grows when another one takes the place of the work. */
  readonly opened: number
  /** What the page itself gave to start from: as long as it is the design, nothing in it is the person's own. */
  readonly given: Design | undefined
}

export const initialPart = 'source'

/** A document in which nothing was done yet. */
export function emptyDocument(design: Design): VmDocument {
  return {
    id: newId(),
    design,
    table: undefined,
    specDocument: undefined,
    xmlDocument: undefined,
    drafts: {},
    step: undefined,
    at: undefined,
    host: undefined,
    hostSources: [],
    hostTyped: undefined,
    selection: { part: initialPart, devices: {} },
    wrong: {},
    switchedOff: {},
    wanted: undefined,
    wantedToSee: false,
    revealed: undefined,
    opened: 0,
    given: design,
  }
}
