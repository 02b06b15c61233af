/** Which dialog is open: only one at a time. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Design, Finding, SensitiveThing } from './core.ts'

export type DialogState =
  /** Something from elsewhere wants to take the place of the work: a link or a file. */
  | {
      readonly kind: 'replace'
      readonly from: string
      readonly design: Design
      readonly text?: string | undefined
      readonly findings: readonly Finding[]
    }
  /** A file with several VMs: one is chosen. */
  | {
      readonly kind: 'choose'
      readonly from: string
      readonly designs: readonly Design[]
      readonly text?: string | undefined
      readonly findings: readonly Finding[]
    }
  /** A link or a file that gives no design. */
  | { readonly kind: 'refused'; readonly from: string; readonly findings: readonly Finding[] }
  /** Before a link with such things is copied. */
  | { readonly kind: 'share'; readonly link: string; readonly things: readonly SensitiveThing[] }
  /** What is known about the host. */
  | { readonly kind: 'host' }

const store = createStore<{ readonly open: DialogState | undefined }>()(() => ({ open: undefined }))

export function openDialog(dialog: DialogState): void {
  store.setState({ open: dialog })
}

export function closeDialog(): void {
  store.setState({ open: undefined })
}

export function useOpenDialog(): DialogState | undefined {
  return useStore(store, (state) => state.open)
}
