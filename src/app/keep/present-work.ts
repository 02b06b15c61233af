/**
 * The design that is open, as it is stored: each has one text, which all tabs that have it open share. A tab never writes
 * over a state that it has not seen: it takes it over when it has nothing of its own beside it; else both are kept and
 * the person decides.
 */

import type { VmDocumentStore } from '../document/create-vm-document.ts'
import type { OwnText, TextDraft, VmDocument } from '../document/vm-document.ts'
import { type Written, writeLocal, writeTab } from '../local-text.ts'
import { startingDesign } from '../starting-design.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { setAsideText } from './aside.ts'
import {
  designKey,
  forgetKept,
  keepBeside,
  keptOldestFirst,
  noteOpen,
  readKept,
  writeKept,
} from './kept-designs.ts'
import { noteLost } from './lost-note.ts'
import { newId } from './new-id.ts'
import { sayApart, sayKept, sayTogether, sayUnkept, sayUnkeptEarlier } from './say.ts'
import { countOf, hasSeen, joinSeen, type Seen, withNext } from './seen.ts'
import {
  contentIn,
  contentOf,
  isMarkedBehind,
  markBehind,
  type ReadWork,
  readWork,
  type Work,
  writePresent,
} from './stored-work.ts'

/** In the tab: the design that holds its work while the stored one is another tab's. */
export const apartKey = 'vmwright.apart'

/** The step of undo that takes back what came from another tab. */
export const takenStep = t`follow another tab`

/** What a page knows of the storage when it opens a design. */
export interface Start {
  readonly id: string
  /** The stored text that the document says too. */
  readonly text: string | undefined
  readonly seen: Seen
  /** True when the document says something else than the text. */
  readonly isChanged: boolean
  /** The design that holds the state of this tab, when it came back apart from the stored one. */
  readonly apartId?: string | undefined
}

/** What is stored of a design that has just come into the document. */
export function startOf(state: VmDocument): Start {
  const { id } = state
  const text = readKept(id)
  const read = text === undefined ? undefined : readWork(text)
  const isSame = text !== undefined && contentIn(text) === contentOf(state)
  return isSame && read?.kind === 'work'
    ? { id, text, seen: read.seen ?? {}, isChanged: false }
    : { id, text: undefined, seen: {}, isChanged: true }
}

/** Two states that do not know of each other: that of this tab, and the stored one. */
interface Apart {
  readonly theirs: ReadWork
  /** Where this tab's state is kept meanwhile, and as of when. */
  readonly id: string
  readonly kept?: Work | undefined
}

export class PresentWork {
  readonly id: string
  private readonly vm: VmDocumentStore
  private readonly tab = newId()
  /** What is stored, as far as this tab has seen it. */
  private text: string | undefined
  private seen: Seen
  /** The state in which this tab and the storage agreed; undefined when they never did. */
  private agreed: Work | undefined
  private savedAt: number | undefined
  /** True when the agreed state was made here, not taken from elsewhere. */
  private isOwn = false
  private apart: Apart | undefined
  private readonly apartId: string
  /** The design as it was begun in this tab; undefined when it was stored before. */
  private readonly begun: Work | undefined
  /** The last state, while another design is in the document. */
  private left: VmDocument | undefined
  /** True while a state from elsewhere is put into the document: that is no change of the person's. */
  isTaking = false
  /** True when the newest state is nowhere but on the page. */
  isUnkept = false

  constructor(vm: VmDocumentStore, { id, text, seen, isChanged, apartId = newId() }: Start) {
    this.id = id
    this.apartId = apartId
    this.vm = vm
    this.text = text
    this.seen = seen
    this.agreed = isChanged ? undefined : this.state
    this.begun = isChanged && text === undefined ? this.state : undefined
  }

  private get state(): VmDocument {
    return this.left ?? this.vm.store.getState()
  }

  private get isChanged(): boolean {
    return this.agreed === undefined || !isSameWork(this.state, this.agreed)
  }

  /** Looks whether another tab has stored something else. */
  look(): void {
    const text = readKept(this.id)
    if (text === this.text) return
    this.text = text
    if (text === undefined) return
    const theirs = readWork(text)
    const seen = theirs.kind === 'unreadable' ? undefined : theirs.seen
    if (seen !== undefined && hasSeen(this.seen, seen)) return
    if (contentIn(text) === contentOf(this.state)) {
      this.agree(seen)
      return
    }
    const knowsOurs =
      seen === undefined ? !this.isOwn : countOf(seen, this.tab) >= countOf(this.seen, this.tab)
    if (theirs.kind === 'work' && knowsOurs && !this.isChanged && this.apart === undefined)
      this.take(theirs.work, seen)
    else this.part(theirs)
  }

  /** Stores the present state; in place of another tab's only when that is in it. */
  save(): void {
    this.look()
    if (this.apart !== undefined) {
      this.keepApart()
      return
    }
    const { isChanged } = this
    const outcome = this.write()
    if (outcome !== 'kept' && isChanged) this.fail(outcome)
  }

  private write(): Written {
    const { isChanged, state } = this
    const seen = isChanged ? withNext(this.seen, this.tab) : this.seen
    const savedAt = isChanged ? Date.now() : this.savedAt
    const written = writePresent(state, { savedAt, seen })
    // Only another part is open: what is known to be behind stays so.
    const text = isChanged || !isMarkedBehind(this.text) ? written : (markBehind(written) ?? written)
    const outcome = writeKept(this.id, text)
    if (outcome !== 'kept') return outcome
    this.text = text
    noteOpen({ id: this.id, isStored: true })
    if (!isChanged) return outcome
    this.seen = seen
    this.savedAt = savedAt
    this.agreed = state
    this.isOwn = true
    this.succeed()
    return outcome
  }

  /** To be told of each change: what a text from elsewhere means, once it is read, is no change of the person's. */
  noticeReading(state: VmDocument, before: VmDocument): void {
    const isRead =
      isReadAs(before.drafts.xml, state.xmlDocument) || isReadAs(before.drafts.yaml, state.specDocument)
    if (isRead && !this.isOwn && this.agreed !== undefined && isSameWork(before, this.agreed))
      this.agreed = state
  }

  /** To be told when the design came into the document: begun, opened, or brought back by undo. */
  enter(): void {
    this.left = undefined
    noteOpen({ id: this.id, isStored: this.text !== undefined })
    if (this.apart !== undefined) {
      this.part(this.apart.theirs)
      return
    }
    // It was forgotten meanwhile, and is there again.
    if (readKept(this.id) === undefined) this.agreed = undefined
    this.save()
  }

  /**
   * To be told when another design took its place: it stays kept.
   *
   * @param last its last state
   */
  leave(last: VmDocument): void {
    this.left = last
    if (this.apart !== undefined) {
      this.keepApart()
      writeTab(apartKey, undefined)
      sayTogether()
      return
    }
    if (isOfPage(last) || this.isCopy(last)) {
      forgetKept(this.id)
      this.text = undefined
    } else if (this.isChanged && this.write() === 'full') sayUnkeptEarlier(last)
    else return
    this.succeed()
  }

  /** True when it was opened once more, and nothing was done with it. */
  private isCopy(last: VmDocument): boolean {
    if (this.begun === undefined || !isSameWork(last, this.begun)) return false
    const content = contentOf(last)
    return keptOldestFirst().some(({ id, text }) => id !== this.id && contentIn(text) === content)
  }

  private take(work: Work, seen: Seen | undefined): void {
    const isFirst = this.state.step !== takenStep
    this.put(work, takenStep)
    this.agree(seen)
    if (isFirst) announce(t`Took over what another tab changed; undo brings back what was here`)
  }

  private put(work: Work, step: string): void {
    this.isTaking = true
    this.vm.takeOver(work, step)
    this.isTaking = false
  }

  /** This state and the stored one say the same now. */
  private agree(seen: Seen = {}): void {
    this.seen = joinSeen(this.seen, seen)
    this.agreed = this.state
    this.savedAt = undefined
    this.isOwn = false
    this.comeTogether()
    this.succeed()
  }

  private part(theirs: ReadWork): void {
    this.apart = { ...this.apart, theirs, id: this.apart?.id ?? this.apartId }
    this.keepApart()
    sayApart(this.state.design.name, theirs.kind !== 'unreadable', {
      takeTheirs: () => void this.takeTheirs(),
      keepMine: () => this.keepMine(),
      reload: () => {
        writeTab(apartKey, undefined)
        location.reload()
      },
    })
  }

  /** While both are there, this tab's is kept as a design of its own. */
  private keepApart(): void {
    const { apart, state } = this
    if (apart === undefined || (apart.kept !== undefined && isSameWork(state, apart.kept))) return
    const outcome = keepBeside(state, 'changed in two tabs at once', apart.id)
    if (outcome !== 'kept') {
      this.isUnkept = true
      sayUnkept(outcome, () => this.state)
      return
    }
    writeTab(apartKey, apart.id)
    this.apart = { ...apart, kept: state }
    this.succeed()
  }

  private async takeTheirs(): Promise<void> {
    const theirs = this.apart?.theirs
    if (theirs === undefined || theirs.kind === 'unreadable') return
    const { openAmiss } = await import('./open-amiss.ts')
    const work = theirs.kind === 'work' ? theirs.work : openAmiss(theirs.held)
    this.keepApart()
    this.put(work, t`take theirs`)
    this.agree(theirs.seen)
  }

  private keepMine(): void {
    const { apart, text } = this
    if (apart === undefined) return
    const { theirs } = apart
    const outcome =
      theirs.kind === 'work'
        ? keepBeside(theirs.work, 'changed in two tabs at once')
        : setAsideText('work', text ?? '')
    if (outcome !== 'kept') {
      if (theirs.kind === 'work') sayUnkeptEarlier(theirs.work)
      return
    }
    this.seen = joinSeen(this.seen, theirs.kind === 'unreadable' ? {} : (theirs.seen ?? {}))
    this.agreed = undefined
    this.comeTogether()
    this.save()
    if (!this.isUnkept) forgetKept(apart.id)
  }

  private comeTogether(): void {
    if (this.apart === undefined) return
    this.apart = undefined
    writeTab(apartKey, undefined)
    sayTogether()
  }

  private succeed(): void {
    if (!this.isUnkept) return
    this.isUnkept = false
    noteLost(undefined)
    sayKept()
  }

  /** What is stored is an older state now: it must not come back as if it were the newest. */
  private fail(why: Exclude<Written, 'kept'>): void {
    this.isUnkept = true
    const key = designKey(this.id)
    const marked = this.text === undefined ? undefined : markBehind(this.text)
    const isMarked = marked !== undefined && (marked === this.text || writeLocal(key, marked) === 'kept')
    if (!isMarked) {
      writeLocal(key, undefined)
      noteLost(this.state.design.name)
    }
    this.text = readKept(this.id)
    sayUnkept(why, () => this.state)
  }
}

function isSameWork(one: Work, other: Work): boolean {
  return (
    one.design === other.design &&
    one.table === other.table &&
    one.specDocument === other.specDocument &&
    one.xmlDocument === other.xmlDocument &&
    one.drafts === other.drafts
  )
}

/** True when what was typed has become a text of the document. */
function isReadAs(draft: TextDraft | undefined, own: OwnText | undefined): boolean {
  return draft !== undefined && own?.text === draft.text
}

/** True when there is nothing of the person's own in it: what the page itself gave, as it gave it. */
function isOfPage({ design, table, drafts, given }: VmDocument): boolean {
  if (table !== undefined || Object.keys(drafts).length > 0) return false
  if (design === given) return true
  const bare = (one: Work['design']) =>
    contentOf({ design: one, table: undefined, drafts: {}, specDocument: undefined, xmlDocument: undefined })
  return bare(design) === bare(startingDesign)
}
