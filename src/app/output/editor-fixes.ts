/** The fixes of findings as quick fixes of Monaco, at their lines. Part of the Monaco chunk. */
import { editor, languages } from 'monaco-editor/editor'
import 'monaco-editor/features/codeAction/register'
import type { Finding } from '../core.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'

/** What is marked in a text: the finding, and where its mark is. */
export interface Marked {
  readonly finding: Finding
  readonly marker: editor.IMarkerData
}

const markedIn = new WeakMap<editor.ITextModel, readonly Marked[]>()
const command = 'vmwright.fix'
let isProvided = false

/** Says which findings are marked in this text, in place of those before. */
export function offerFixes(model: editor.ITextModel, marked: readonly Marked[]): void {
  markedIn.set(model, marked)
}

/** Registers the quick fixes of XML and YAML for the page, once. */
export function provideFixes(): void {
  if (isProvided) return
  isProvided = true
  editor.registerCommand(command, (_, finding: Finding) => {
    if (finding.fix === undefined) return
    vmDocument.applyFix(finding.fix)
    announce(finding.fix.title)
  })
  for (const language of ['xml', 'yaml'])
    languages.registerCodeActionProvider(language, {
      provideCodeActions: (model, range) => ({
        actions: (markedIn.get(model) ?? []).flatMap(({ finding, marker }) =>
          finding.fix !== undefined &&
          marker.startLineNumber <= range.endLineNumber &&
          marker.endLineNumber >= range.startLineNumber
            ? [
                {
                  title: finding.fix.title,
                  kind: 'quickfix',
                  diagnostics: [marker],
                  isPreferred: true,
                  command: { id: command, title: finding.fix.title, arguments: [finding] },
                },
              ]
            : [],
        ),
        dispose: () => {},
      }),
    })
}
