/**
 * The present work as it is stored, which the tabs of the page share. A tab never writes over a state that it has not
 * seen: it takes it over when it has nothing of its own beside it; else both are kept and the person decides.
 */

import type { VmDocumentStore } from '../document/create-vm-document.ts'
import type { OwnText, TextDraft, VmDocument } from '../document/vm-document.ts'
import { readLocal, type Written, writeLocal, writeTab } from '../local-text.ts'
import { startingDesign } from '../starting-design.ts'
import { announce } from '../ui/index.ts'
import { setAsideText } from './aside.ts'
import { forgetSame, keepEarlier } from './earlier.ts'
import { noteLost } from './lost-note.ts'
import { newId } from './new-id.ts'
import { writeWithRoom } from './room.ts'
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

export const presentKey = 'vmwright.work'
/** In the tab: the earlier design that holds its work while another tab's is the present one. */
export const apartKey = 'vmwright.apart'

/** The step of undo that takes back what came from another tab. */
const takenStep = 'follow another tab'

/** What a page knows of the storage when it starts. */
export interface Start {
  /** The stored text that the document was restored from. */
  readonly text: string | undefined
  readonly seen: Seen
  /** True when the document says something else than the text. */
  readonly isChanged: boolean
}

/** Two states that do not know of each other: that of this tab, and the stored one. */
interface Apart {
  readonly theirs: ReadWork
  /** Where this tab's state is kept meanwhile, and as of when. */
  readonly id: string
  readonly kept?: Work | undefined
}

export class PresentWork {
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
  /** True while a state from elsewhere is put into the document: that is no change of the person's. */
  isTaking = false
  /** True when the newest state is nowhere but on the page. */
  isUnkept = false

  constructor(vm: VmDocumentStore, { text, seen, isChanged }: Start) {
    this.vm = vm
    this.text = text
    this.seen = seen
    this.agreed = isChanged ? undefined : this.state
  }

  private get state(): VmDocument {
    return this.vm.store.getState()
  }

  private get isChanged(): boolean {
    return this.agreed === undefined || !isSameWork(this.state, this.agreed)
  }

  /** Looks whether another tab has stored something else. */
  look(): void {
    const text = readLocal(presentKey)
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
    const { isChanged, state } = this
    const seen = isChanged ? withNext(this.seen, this.tab) : this.seen
    const savedAt = isChanged ? Date.now() : this.savedAt
    const written = writePresent(state, { savedAt, seen })
    // Only another part is open: what is known to be behind stays so.
    const text = isChanged || !isMarkedBehind(this.text) ? written : (markBehind(written) ?? written)
    const outcome = writeWithRoom(presentKey, text)
    if (outcome !== 'kept') {
      if (isChanged) this.fail(outcome)
      return
    }
    this.text = text
    if (!isChanged) return
    this.seen = seen
    this.savedAt = savedAt
    this.agreed = state
    this.isOwn = true
    this.succeed()
  }

  /** To be told of each change: what a text from elsewhere means, once it is read, is no change of the person's. */
  noticeReading(state: VmDocument, before: VmDocument): void {
    const isRead =
      isReadAs(before.drafts.xml, state.xmlDocument) || isReadAs(before.drafts.yaml, state.specDocument)
    if (isRead && !this.isOwn && this.agreed !== undefined && isSameWork(before, this.agreed))
      this.agreed = state
  }

  /** To be told when another design took the place of the work: that goes among the earlier designs. */
  replaced(before: VmDocument): void {
    if (this.apart !== undefined) this.apart = { theirs: this.apart.theirs, id: newId() }
    // First, so that the room of the one before is free for it.
    this.save()
    if (isOfPage(before)) return
    const outcome = keepEarlier(before, 'another took its place')
    if (outcome === 'full') sayUnkeptEarlier(before)
  }

  private take(work: Work, seen: Seen | undefined): void {
    const isFirst = this.state.step !== takenStep
    this.put(work, takenStep)
    this.agree(seen)
    if (isFirst) announce('Took over what another tab changed; undo brings back what was here')
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
    this.apart = { ...this.apart, theirs, id: this.apart?.id ?? newId() }
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

  /** While both are there, this tab's is kept among the earlier designs. */
  private keepApart(): void {
    const { apart, state } = this
    if (apart === undefined || (apart.kept !== undefined && isSameWork(state, apart.kept))) return
    const outcome = keepEarlier(state, 'changed in two tabs at once', apart.id)
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
    this.put(work, 'take theirs')
    this.agree(theirs.seen)
  }

  private keepMine(): void {
    const { apart, text } = this
    if (apart === undefined) return
    const { theirs } = apart
    const outcome =
      theirs.kind === 'work'
        ? keepEarlier(theirs.work, 'changed in two tabs at once')
        : setAsideText('work', text ?? '')
    if (outcome !== 'kept') {
      if (theirs.kind === 'work') sayUnkeptEarlier(theirs.work)
      return
    }
    this.seen = joinSeen(this.seen, theirs.kind === 'unreadable' ? {} : (theirs.seen ?? {}))
    this.agreed = undefined
    this.comeTogether()
    this.save()
    if (!this.isUnkept) forgetSame(this.state)
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
    const marked = this.text === undefined ? undefined : markBehind(this.text)
    const isMarked =
      marked !== undefined && (marked === this.text || writeLocal(presentKey, marked) === 'kept')
    if (!isMarked) {
      writeLocal(presentKey, undefined)
      noteLost(this.state.design.name)
    }
    this.text = readLocal(presentKey)
    sayUnkept(why, () => this.state)
  }
}

function isSameWork(one: Work, other: Work): boolean {
  return (
    one.design === other.design &&
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
function isOfPage({ design, drafts, given }: VmDocument): boolean {
  if (Object.keys(drafts).length > 0) return false
  if (design === given) return true
  const bare = (one: Work['design']) =>
    contentOf({ design: one, drafts: {}, specDocument: undefined, xmlDocument: undefined })
  return bare(design) === bare(startingDesign)
}
