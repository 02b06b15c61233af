import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Note, Path, Resolved } from '../core.ts'
import { useTheme } from '../ui/index.ts'
import { addedLines, linesOf } from './line-paths.ts'
import type { Hint, OutputEditor } from './monaco.ts'
import type { OutputFile } from './output-files.ts'

export interface TextViewProps {
  readonly file: OutputFile
  /** What the lines are explained by. */
  readonly resolved: Resolved
  /** The text that marks are counted from. */
  readonly since: string
  readonly focused: Path | undefined
  /** A click on a line, from 1. */
  readonly onLine: (line: number) => void
}

/** Hints wait until typing pauses: they explain, and nobody reads them within a frame. */
const hintsAfterMs = 120

/** The text of one output: at once as plain text, in Monaco as soon as that is loaded. */
export function TextView({ file, resolved, since, focused, onLine }: TextViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<OutputEditor>()
  const { shown: theme } = useTheme()
  const click = useEffectEvent(onLine)
  const themeNow = useEffectEvent(() => theme)

  useEffect(() => {
    let made: OutputEditor | undefined
    let isGone = false
    const load = async () => {
      const { createOutputEditor } = await import('./monaco.ts')
      if (isGone || host.current === null) return
      made = createOutputEditor(host.current, themeNow(), (line) => click(line))
      setEditor(made)
    }
    // Without Monaco the plain text stays, which is all that is needed.
    load().catch(() => {})
    return () => {
      isGone = true
      made?.dispose()
    }
  }, [])

  useLayoutEffect(() => editor?.show(file.id, file.language, file.text, since), [editor, file, since])
  useLayoutEffect(() => editor?.setTheme(theme), [editor, theme])

  const { id, lines, text } = file
  useEffect(() => {
    if (editor === undefined || lines === undefined) return
    const timer = setTimeout(() => editor.hint(hintsOf(lines, text, resolved)), hintsAfterMs)
    return () => clearTimeout(timer)
  }, [editor, lines, text, resolved])

  const focusedKey = focused?.join('.')
  const linesNow = useEffectEvent(() =>
    lines === undefined || focused === undefined ? [] : linesOf(focused, lines, resolved.origins),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another focus or another file, not another text
  useEffect(() => editor?.focusLines(linesNow()), [editor, id, focusedKey])

  return (
    <div className="text-view">
      <div className="text-view__editor" ref={host} data-ready={editor !== undefined || undefined} />
      {editor === undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by keyboard
        <section className="text-view__plain" tabIndex={0} aria-label={file.about}>
          <pre>{file.text}</pre>
        </section>
      )}
    </div>
  )
}

function hintsOf(lines: readonly Path[], text: string, resolved: Resolved): readonly Hint[] {
  return addedLines(lines, text.split('\n'), resolved).map(({ line, note, first }) => ({
    line,
    hover: first ? explain(note) : undefined,
  }))
}

function explain({ what, why, how }: Note): string {
  return [`**${what}**`, why, `_Otherwise:_ ${how}`].join('\n\n')
}
