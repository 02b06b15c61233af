import { editor } from 'monaco-editor/editor'
import { type ShownTheme, tokenColour } from '../ui/index.ts'

const bases = {
  light: 'vs',
  dark: 'vs-dark',
  'contrast-light': 'hc-light',
  'contrast-dark': 'hc-black',
} as const

/** The page's own colours for the editor, read from the tokens of the theme that is shown. */
export function defineTheme(theme: ShownTheme): void {
  const isContrast = theme.startsWith('contrast')
  // Only a system that forces its colours has ones for a selection that go with the rest.
  const isForced = matchMedia('(forced-colors: active)').matches
  const colour = (token: string) => tokenColour(token).slice(1)
  editor.defineTheme(`vmwright-${theme}`, {
    base: bases[theme],
    inherit: false,
    rules: [
      { token: '', foreground: colour('--text') },
      { token: 'tag', foreground: colour('--accent') },
      { token: 'metatag', foreground: colour('--accent') },
      { token: 'type', foreground: colour('--accent') },
      { token: 'keyword', foreground: colour('--accent') },
      { token: 'delimiter', foreground: colour('--text-quiet') },
      { token: 'attribute.name', foreground: colour('--text-quiet') },
      { token: 'attribute.value', foreground: colour('--text') },
      { token: 'string', foreground: colour('--text') },
      { token: 'number', foreground: colour('--text') },
      { token: 'variable', foreground: colour('--text-quiet') },
      { token: 'comment', foreground: colour('--text-quiet'), fontStyle: 'italic' },
    ],
    colors: {
      'editor.background': tokenColour('--sunken'),
      'editor.foreground': tokenColour('--text'),
      'editorLineNumber.foreground': tokenColour('--text-off'),
      'editorLineNumber.activeForeground': tokenColour('--text-off'),
      'editor.selectionBackground': tokenColour('--selected-strong'),
      'editor.inactiveSelectionBackground': tokenColour('--selected'),
      'editorCursor.foreground': tokenColour('--accent'),
      'editorWidget.background': tokenColour('--raised'),
      'editorWidget.border': tokenColour('--border'),
      'editorSuggestWidget.selectedBackground': tokenColour('--selected-strong'),
      'editorSuggestWidget.selectedForeground': tokenColour('--text'),
      'editorSuggestWidget.highlightForeground': tokenColour('--accent'),
      'editorSuggestWidget.focusHighlightForeground': tokenColour('--accent'),
      'editorError.foreground': tokenColour('--error'),
      'editorWarning.foreground': tokenColour('--warning'),
      'editorHoverWidget.background': tokenColour('--raised'),
      'editorHoverWidget.border': tokenColour('--border'),
      'editor.findMatchBackground': tokenColour('--selected-strong'),
      'editor.findMatchHighlightBackground': tokenColour('--selected'),
      'editorBracketMatch.background': tokenColour('--selected'),
      'editorBracketMatch.border': tokenColour('--border'),
      'scrollbarSlider.background': `${tokenColour('--border-control')}55`,
      'scrollbarSlider.hoverBackground': `${tokenColour('--border-control')}88`,
      'scrollbarSlider.activeBackground': `${tokenColour('--border-control')}aa`,
      focusBorder: tokenColour('--accent'),
      ...(isContrast && {
        'editorLineNumber.foreground': tokenColour('--text'),
        'editorLineNumber.activeForeground': tokenColour('--text'),
        contrastBorder: tokenColour('--border'),
        contrastActiveBorder: tokenColour('--accent'),
      }),
      ...(isForced && {
        'editor.selectionBackground': tokenColour('Highlight'),
        'editor.selectionForeground': tokenColour('HighlightText'),
        'editorSuggestWidget.selectedForeground': tokenColour('HighlightText'),
      }),
    },
  })
}
