/** Changes of the design, each with what the undo button says of it. */
import { ownValue } from '../../core/index.ts'
import type { SetTable } from '../../core/set/set.ts'
import {
  applyChanges,
  type Change,
  type Design,
  type Fix,
  formatPath,
  type Path,
  type VmSpec,
  valueAt,
} from '../core.ts'
import { newId } from '../keep/new-id.ts'
import { type History, takenWith } from './history.ts'
import { insertIn, listAt, moveIn } from './lists.ts'
import type { SelectionActions } from './selection.ts'
import type { Drafts, OwnText, Tracked } from './vm-document.ts'

/** What changes the design of a document; the form that is open stays with its device. */
export function editsOf(history: History, selection: SelectionActions) {
  const { store } = history
  /** Applies one change; `burstKey` says what of, so that typing in one field is one step. */
  const apply = (edit: (spec: unknown) => unknown, label: string, burstKey: string) => {
    const { design } = store.getState()
    const spec = edit(design.spec) ?? {}
    if (spec === design.spec || !isSpec(spec)) return
    history.set(burstKey, { design: { ...design, spec }, step: label })
  }
  const applyAlone = (edit: (spec: unknown) => unknown, label: string) =>
    history.alone(() => apply(edit, label, label))

  const edits = {
    /**
     * Sets the value at a path of the spec, or removes it with undefined. Changes with the same path and label that
     * follow each other within 400 ms are one step.
     *
     * @param label what the undo button says, in the imperative: 'change memory'
     */
    change(path: Path, value: unknown, label: string): void {
      apply((spec) => applyChanges(spec, [{ path, value }]), label, `${formatPath(path)} ${label}`)
    },

    /** Several changes as one step; their paths are those of the design as it is now. */
    changeAll(changes: readonly Change[], label: string): void {
      applyAlone((spec) => applyChanges(spec, changes), label)
    },

    /** The change that a finding offers. */
    applyFix(fix: Fix): void {
      edits.changeAll(fix.changes, lowerFirst(fix.title))
    },

    /** Adds a device at the end of a list, or before `index`, and opens its form. */
    addDevice(listPath: Path, value: object, label: string, index?: number): void {
      const at = index ?? listAt(store.getState().design.spec, listPath).length
      applyAlone((spec) => insertIn(spec, listPath, at, value), label)
      selection.selectDevice(listPath, at)
    },

    /** Takes a device away; undo brings it back. The form that is open stays with its device, or closes. */
    removeDevice(listPath: Path, index: number, label: string): void {
      applyAlone((spec) => applyChanges(spec, [{ path: [...listPath, index] }]), label)
      const selected = selection.selectedDevice(listPath)
      if (selected === undefined || selected < index) return
      selection.selectDevice(listPath, selected === index ? undefined : selected - 1)
    },

    /** Moves a device within its list. The form that is open stays with its device. */
    moveDevice(listPath: Path, from: number, to: number, label: string): void {
      const before = store.getState().design
      applyAlone((spec) => moveIn(spec, listPath, from, to), label)
      if (store.getState().design === before) return
      const selected = selection.selectedDevice(listPath)
      if (selected === from) selection.selectDevice(listPath, to)
      else if (selected === to) selection.selectDevice(listPath, from)
    },

    /** Removes the value at a path and remembers it for `switchOn`. */
    switchOff(path: Path, label: string): void {
      const held = valueAt(store.getState().design.spec, path)
      if (held === undefined) return
      store.setState((state) => ({ switchedOff: { ...state.switchedOff, [formatPath(path)]: held } }))
      edits.changeAll([{ path }], label)
    },

    /** Brings back what `switchOff` took away, or sets `fallback` when there was nothing. */
    switchOn(path: Path, fallback: unknown, label: string): void {
      const value = ownValue(store.getState().switchedOff, formatPath(path)) ?? fallback
      edits.changeAll([{ path, value }], label)
    },

    rename(name: string): void {
      const { design } = store.getState()
      if (name !== design.name) history.set('rename', { design: { ...design, name }, step: 'rename' })
    },

    /**
     * Another table of the VMs that are made of the design, or none. Changes with the same `burstKey` that follow each
     * other are one step.
     */
    changeTable(table: SetTable | undefined, label: string, burstKey?: string): void {
      if (table === store.getState().table) return
      const set = () => history.set(`table ${burstKey ?? ''}`, { table, step: label })
      if (burstKey === undefined) history.alone(set)
      else set()
    },

    /**
     * Another design in place of this one, as one step that undo takes back. What was there stays kept, as a design of
     * its own.
     */
    replace(
      design: Design,
      label: string,
      texts: {
        readonly table?: SetTable | undefined
        readonly yaml?: OwnText | undefined
        readonly xml?: OwnText | undefined
        readonly drafts?: Drafts | undefined
        /** True for what the page itself gives to start from. */
        readonly isGiven?: boolean | undefined
        /** Of a kept design that is opened; a new one is begun when it is left out. */
        readonly id?: string | undefined
      } = {},
    ): void {
      const { selection, opened, ...now } = store.getState()
      const isSame =
        design === now.design &&
        now.table === texts.table &&
        now.specDocument === texts.yaml &&
        now.xmlDocument === texts.xml
      const goesOn = isSame && Object.keys(now.drafts).length === 0
      history.alone(() =>
        history.set(label, {
          id: texts.id ?? (goesOn ? now.id : newId()),
          design,
          table: texts.table,
          specDocument: texts.yaml,
          xmlDocument: texts.xml,
          drafts: texts.drafts ?? {},
          step: label,
          selection: { part: selection.part, devices: {} },
          switchedOff: {},
          opened: opened + 1,
          given: texts.isGiven === true ? design : undefined,
        }),
      )
    },

    /**
     * The same design as another tab made it, texts and all. What comes with the same label, and nothing of this tab's
     * own in between, is one step.
     */
    takeOver(
      { design, table, specDocument, xmlDocument, drafts }: Omit<Tracked, 'step' | 'id' | 'at'>,
      label: string,
    ): void {
      history.set(takenWith(label), { design, table, specDocument, xmlDocument, drafts, step: label })
    },
  }
  return edits
}

/** Every value was checked with the schema of its field before it came here, so that a map is a spec. */
function isSpec(held: unknown): held is VmSpec {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
