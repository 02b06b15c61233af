/** Which dialog is open: only one at a time. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SetTable } from '../core/set/set.ts'
import type { Design, Finding, HostReach, SensitiveThing } from './core.ts'
import type { OwnText } from './document/vm-document.ts'
import type { GivenUp } from './texts/index.ts'

/** A VM from elsewhere, with the text that it came in. */
export interface Arrival {
  readonly design: Design
  /** The table of its VMs, and what they are called. */
  readonly set?: { readonly table: SetTable; readonly names: readonly string[] } | undefined
  readonly xml?: OwnText | undefined
  readonly yaml?: OwnText | undefined
  /** What there is to say of it before it is opened. */
  readonly findings?: readonly Finding[]
}

/** One of several VMs of a file: read when it is chosen. */
export interface Choice {
  readonly name: string
  /** A few words that tell it from others. */
  readonly about: string
  /** True for all of them as one design and its table. */
  readonly isSet?: true
  /** Findings when it could not be read after all. */
  readonly take: () => Promise<Arrival | GivenUp | undefined>
}

export type DialogState =
  /** Something from elsewhere wants to take the place of the work: a link or a file. */
  | {
      readonly kind: 'replace'
      readonly from: string
      /** What it is: 'domain XML', 'a vm.yml', 'a link'. */
      readonly what: string
      readonly arrival: Arrival
      readonly findings: readonly Finding[]
      /** What of a link's design would touch the host; left out for a file of one's own. */
      readonly reach?: readonly HostReach[]
    }
  /** A file with several VMs: one is chosen. */
  | {
      readonly kind: 'choose'
      readonly from: string
      readonly what: string
      readonly choices: readonly Choice[]
      readonly findings: readonly Finding[]
    }
  /** A link or a file that gives no design, or nothing about a host. */
  | {
      readonly kind: 'refused'
      readonly from: string
      /** What it does not give; 'no VM' when left out. */
      readonly wanted?: string
      readonly findings: readonly Finding[]
    }
  /** Before a link is copied. */
  | { readonly kind: 'share'; readonly link: string; readonly things: readonly SensitiveThing[] }
  /** Before an output of a design with errors, or a bundle with secrets, is downloaded. */
  | {
      readonly kind: 'download'
      /** Into the clipboard, and not as a file. */
      readonly isCopied?: boolean
      /** Of the file. */
      readonly name: string
      readonly errors: readonly Finding[]
      readonly things: readonly SensitiveThing[]
      readonly take: () => void
    }
  /** What the XML holds and no field shows. */
  | { readonly kind: 'kept' }
  /** All designs, and what was set aside; with a zip, its designs are added to them. */
  | { readonly kind: 'designs'; readonly file?: File | undefined }
  /** The steps that led to the design, to go back to. */
  | { readonly kind: 'history' }
  /** What is known about the host. */
  | { readonly kind: 'host' }
  /** The design beside another VM, which is asked for. */
  | { readonly kind: 'compare' }
  /** The VMs that are made of the design. */
  | { readonly kind: 'set' }
  /** Everything that can be found and done, by a few words. */
  | { readonly kind: 'palette' }
  /** The keys. */
  | { readonly kind: 'shortcuts' }
  /** What an error message means; without one it is asked for. */
  | { readonly kind: 'why'; readonly text?: string | undefined }

const store = createStore<{ readonly open: DialogState | undefined }>()(() => ({ open: undefined }))

export function openDialog(dialog: DialogState): void {
  store.setState({ open: dialog })
}

export function closeDialog(): void {
  store.setState({ open: undefined })
}

/** True while something is asked or shown that another dialog would take away. */
export function isDialogOpen(): boolean {
  return store.getState().open !== undefined
}

export function useOpenDialog(): DialogState | undefined {
  return useStore(store, (state) => state.open)
}
