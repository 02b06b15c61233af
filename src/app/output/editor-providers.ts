/** Completion and help of Monaco's XML and YAML editors. Part of the Monaco chunk. */

import { type editor, languages } from 'monaco-editor/editor'
import { vmDocument } from '../store.ts'
import { t } from '../words/index.ts'
import { type Caret, explainXml, type Suggestion, type Suggestions, suggestXml } from './editor-help.ts'
import { explainYaml, suggestYaml } from './yaml-help.ts'

let isProvided = false
const written = new WeakSet<editor.ITextModel>()

/** Gives help in this text: those that are only shown are of other formats. */
export function helpIn(model: editor.ITextModel): void {
  written.add(model)
}

/** Registers both for the page, once. */
export function provideHelp(): void {
  if (isProvided) return
  isProvided = true
  provide(
    'xml',
    ['<', ' ', '/', "'", '"'],
    (text, caret) => suggestXml(text, offsetOf(text, caret)),
    (text, caret) => explainXml(text, offsetOf(text, caret)),
  )
  provide('yaml', [' ', '\n'], suggestYaml, (text, { line }) =>
    explainYaml(text, line, vmDocument.store.getState().design.name),
  )
}

function provide(
  language: string,
  triggerCharacters: string[],
  suggest: (text: string, caret: Caret) => Suggestions,
  explain: (text: string, caret: Caret) => string | undefined,
): void {
  languages.registerCompletionItemProvider(language, {
    triggerCharacters,
    provideCompletionItems: (model, { lineNumber, column }) => {
      if (!written.has(model)) return undefined
      const { typed, tail = 0, items } = suggest(textOf(model), { line: lineNumber, column })
      const range = {
        startLineNumber: lineNumber,
        startColumn: column - typed,
        endLineNumber: lineNumber,
        endColumn: column + tail,
      }
      return { suggestions: items.map((item, index) => completion(item, index, range)) }
    },
  })
  languages.registerHoverProvider(language, {
    provideHover: (model, { lineNumber, column }) => {
      const word = model.getWordAtPosition({ lineNumber, column })
      const help =
        written.has(model) && word && explain(textOf(model), { line: lineNumber, column: word.startColumn })
      return help ? { contents: [{ value: help }] } : undefined
    },
  })
}

const kinds = {
  element: languages.CompletionItemKind.Struct,
  attribute: languages.CompletionItemKind.Property,
  value: languages.CompletionItemKind.EnumMember,
  key: languages.CompletionItemKind.Field,
} as const

/** The lines of a suggestion have their indentation already; Monaco would add that of the line before them. */
const asWritten =
  languages.CompletionItemInsertTextRule.InsertAsSnippet |
  languages.CompletionItemInsertTextRule.KeepWhitespace

function completion(
  { label, insert, kind, help }: Suggestion,
  index: number,
  range: languages.CompletionItem['range'],
): languages.CompletionItem {
  const isSnippet = insert.includes('$0')
  return {
    label,
    kind: kinds[kind],
    insertText: insert,
    range,
    // The order of the tables is libvirt's.
    sortText: String(index).padStart(4, '0'),
    ...(isSnippet ? { insertTextRules: asWritten } : {}),
    ...(help === undefined ? {} : { documentation: { value: help } }),
    ...(kind === 'attribute' ? { command: { id: 'editor.action.triggerSuggest', title: t`Values` } } : {}),
  }
}

/** Line breaks as one character, so that offsets and columns agree. */
function textOf(model: editor.ITextModel): string {
  return model.getLinesContent().join('\n')
}

function offsetOf(text: string, { line, column }: Caret): number {
  let offset = 0
  for (let at = 1; at < line; at += 1) offset = text.indexOf('\n', offset) + 1
  return offset + column - 1
}
