/** Texts that people type: what is not, or not yet, the design stays as it is typed. */

import { ownValue } from '../../core/index.ts'
import type { Design } from '../core.ts'
import { t } from '../words/index.ts'
import { type History, typingOf } from './history.ts'
import type { OwnText, TextKind } from './vm-document.ts'

const editLabel: Readonly<Record<TextKind, string>> = { xml: t`edit XML`, yaml: t`edit YAML` }

/** The texts of a design that was stored in XML. */
interface BroughtTexts {
  readonly xml: OwnText
  readonly yaml: OwnText
}

/** What changes the texts of a document, and with them the design. */
export function textsOf(history: History) {
  const { store } = history
  /** The design before the typing that goes on. */
  let beforeTyping: Design | undefined
  return {
    /**
     * What a person types into the XML or the YAML: kept as it is, and the design stays until `readText` says what it
     * means. Typing without a long pause is one step.
     */
    typeText(kind: TextKind, text: string): void {
      const { drafts, design } = store.getState()
      if (drafts[kind]?.text === text) return
      const burstKey = typingOf(kind)
      if (!history.isGoingOn(burstKey)) beforeTyping = design
      const base = drafts[kind]?.base ?? design
      history.set(burstKey, { drafts: { ...drafts, [kind]: { text, base } }, step: editLabel[kind] })
    },

    /** The design before the typing that goes on, or before that which was the last. */
    designBeforeTyping(): Design {
      return beforeTyping ?? store.getState().design
    },

    /**
     * The design that a typed text means, in the step that its typing began. Later typing is left alone.
     *
     * @param step what changed, as the undo button says it; without it that the text was edited
     * @param brought the texts that take the place of the typed one: of a design that came along in it
     */
    readText(kind: TextKind, own: OwnText, design: Design, step?: string, brought?: BroughtTexts): void {
      const { drafts } = store.getState()
      if (drafts[kind]?.text !== own.text) return
      const { [kind]: _, ...others } = drafts
      history.amend({
        design,
        drafts: others,
        step: step ?? editLabel[kind],
        ...(brought !== undefined
          ? { xmlDocument: brought.xml, specDocument: brought.yaml }
          : kind === 'xml'
            ? { xmlDocument: own }
            : { specDocument: own }),
      })
    },

    /** Gives up a text that can't be read; undo brings it back. */
    discardDraft(kind: TextKind): void {
      const { [kind]: _, ...others } = store.getState().drafts
      const step = t`discard the ${kind === 'xml' ? 'XML' : 'YAML'}`
      history.alone(() => history.set('discard', { drafts: others, step }))
    },

    /**
     * Notes that a field's text is wrong, or with undefined that it is right again.
     *
     * @param at its path, as `formatPath` gives it
     */
    setWrong(at: string, message: string | undefined): void {
      const { wrong } = store.getState()
      if (ownValue(wrong, at) === message) return
      const others = Object.fromEntries(Object.entries(wrong).filter(([other]) => other !== at))
      store.setState({ wrong: message === undefined ? others : { ...others, [at]: message } })
    },
  }
}
