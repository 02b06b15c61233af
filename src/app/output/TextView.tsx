import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Finding, Note, Path, Position, Resolved } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { restoreStyles } from '../load/index.ts'
import { vmDocument } from '../store.ts'
import { Button, useLatest, useTheme } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { addedLines, addedSpecLines, linesOf, specLinesOf } from './line-paths.ts'
import type { Hint, OutputEditor } from './monaco.ts'
import type { OutputFile } from './output-files.ts'
import { PlainText, type PressedLine, type Standing, standingIn } from './PlainText.tsx'
import { whenTouched } from './when-touched.ts'

export interface TextViewProps {
  readonly file: OutputFile
  /** The path of each line, as `isSpec` says: in the design, or in the Domain. */
  readonly lines: readonly Path[] | undefined
  readonly isSpec: boolean
  /** What the lines are explained by. */
  readonly resolved: Resolved
  /** The lines that the person wrote: nothing of them has to be explained. */
  readonly own: ReadonlySet<string>
  /** The text that marks are counted from. */
  readonly since: string
  readonly focused: Path | undefined
  /** What is wrong in the text. */
  readonly wrong: readonly Finding[]
  /** What is wrong with the design that the text says. */
  readonly found: readonly Finding[]
  /** A place to go to, as the last press of a button asked. */
  readonly goTo: Position | undefined
  /** A click on a line, from 1. */
  readonly onLine: (line: number, onNumber: boolean) => void
  /** A tap of a finger on a line, from 1. */
  readonly onTap: (line: number) => void
  /** The person typed; undefined for what is only shown. */
  readonly onType: ((text: string) => void) | undefined
  /** What lies over its lower end. */
  readonly children: ReactNode
}

/** Hints wait until typing pauses: they explain, and nobody reads them within a frame. */
const hintsAfterMs = 120

/** The text of one output: at once as plain text, in Monaco when somebody comes to it or the page is quiet. */
export function TextView(props: TextViewProps) {
  const { file, lines, isSpec, resolved, own, since, focused, wrong, found, goTo } = props
  const host = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLElement>(null)
  /** Where the person was in the plain text. */
  const standing = useRef<Standing>(undefined)
  const [editor, setEditor] = useState<OutputEditor>()
  const press = useLatest((line: number, { byFinger, onNumber }: PressedLine) =>
    byFinger ? props.onTap(line) : props.onLine(line, onNumber),
  )
  const [attempt, setAttempt] = useState(0)
  const failure = useRef<unknown>(undefined)
  const [failedAttempt, setFailedAttempt] = useState<number>()
  const { shown: theme } = useTheme()
  const click = useEffectEvent(props.onLine)
  const tap = useEffectEvent(props.onTap)
  // The editor may tell of a text that was just left: its id says which.
  const type = useEffectEvent((id: string, text: string) => {
    if (id === file.id) props.onType?.(text)
  })
  const themeNow = useEffectEvent(() => theme)
  const isEditable = props.onType !== undefined

  useEffect(() => {
    let made: OutputEditor | undefined
    let isGone = false
    const load = async () => {
      if (failure.current !== undefined) await restoreStyles(failure.current)
      else if (plain.current !== null) await whenTouched(plain.current)
      if (isGone) return
      const { createOutputEditor } = await import('./monaco.ts')
      if (isGone || host.current === null) return
      made = createOutputEditor(host.current, themeNow(), {
        onLine: (line, onNumber) => click(line, onNumber),
        onTap: (line) => tap(line),
        onType: (id, text) => type(id, text),
        onUndo: () => vmDocument.undo(),
        onRedo: () => vmDocument.redo(),
        onPalette: () => openDialog({ kind: 'palette' }),
      })
      standing.current = plain.current === null ? undefined : standingIn(plain.current)
      setEditor(made)
    }
    // Without Monaco the plain text stays, which is all that is needed to read it.
    load().catch((error: unknown) => {
      failure.current = error
      if (!isGone) setFailedAttempt(attempt)
    })
    return () => {
      isGone = true
      made?.dispose()
    }
  }, [attempt])

  useLayoutEffect(
    () =>
      editor?.show({
        id: file.id,
        language: file.language,
        text: file.text,
        label: file.about,
        since,
        isEditable,
      }),
    [editor, file, since, isEditable],
  )
  useLayoutEffect(() => {
    if (standing.current !== undefined) editor?.takeOver(standing.current)
    standing.current = undefined
  }, [editor])
  useLayoutEffect(() => editor?.setTheme(theme), [editor, theme])
  const { id, text } = file
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has marks of its own
  useEffect(() => {
    const marked = () => (lines === undefined ? [] : placedFindings(found, lines, isSpec, text, resolved))
    const timer = setTimeout(() => editor?.markFindings([...wrong, ...marked()]), hintsAfterMs)
    return () => clearTimeout(timer)
  }, [editor, id, wrong, found, lines, isSpec, text, resolved])
  useEffect(() => {
    if (goTo !== undefined) editor?.goTo(goTo.line, goTo.column)
  }, [editor, goTo])

  useEffect(() => {
    if (editor === undefined) return
    // What a person types is all theirs.
    const hints = () =>
      lines === undefined || (isSpec && isEditable) ? [] : hintsOf(lines, isSpec, text, resolved, own)
    const timer = setTimeout(() => editor.hint(hints()), hintsAfterMs)
    return () => clearTimeout(timer)
  }, [editor, lines, isSpec, isEditable, text, resolved, own])

  const focusedKey = focused?.join('.')
  const linesNow = useEffectEvent(() => {
    if (lines === undefined || focused === undefined) return []
    return isSpec ? specLinesOf(focused, lines) : linesOf(focused, lines, resolved.origins)
  })
  const areThere = lines !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another focus or another file, not another text
  useEffect(() => editor?.focusLines(linesNow()), [editor, id, focusedKey, areThere])

  return (
    <div className="text-view">
      <div className="text-view__editor" ref={host} data-ready={editor !== undefined || undefined} />
      {editor === undefined && (
        <PlainText text={file.text} language={file.language} label={file.about} ref={plain} onLine={press} />
      )}
      {failedAttempt === attempt && (
        <div className="text-view__missing" role="status">
          <span>
            {isEditable
              ? t`The editor could not be loaded: the text is as it should be, and can’t be edited here.`
              : t`The editor could not be loaded: the text is as it should be.`}
          </span>
          <Button size="small" icon="reset" onPress={() => setAttempt(attempt + 1)}>{t`Retry`}</Button>
        </div>
      )}
      {props.children}
    </div>
  )
}

/**
 * Each finding on the first line of its field; what is not there on that of the element it belongs to. What has no line
 * at all is marked at the beginning of the design; a command line is not about it there.
 */
function placedFindings(
  findings: readonly Finding[],
  lines: readonly Path[],
  isSpec: boolean,
  text: string,
  resolved: Resolved,
): readonly Finding[] {
  const written = text.split('\n')
  return findings.flatMap((finding) => {
    const [line = resolved.target === 'qemu' ? undefined : 1] = isSpec
      ? specLinesOf(finding.path, lines)
      : linesOf(finding.path, lines, resolved.origins)
    if (line === undefined) return []
    const said = written[line - 1] ?? ''
    const column = said.length - said.trimStart().length + 1
    return { ...finding, position: { line, column, endColumn: Math.max(column + 1, said.length + 1) } }
  })
}

function hintsOf(
  lines: readonly Path[],
  isSpec: boolean,
  text: string,
  resolved: Resolved,
  own: ReadonlySet<string>,
): readonly Hint[] {
  const written = text.split('\n')
  const added = isSpec ? addedSpecLines(lines, resolved) : addedLines(lines, written, resolved)
  return added
    .filter(({ line }) => !own.has(written[line - 1] ?? ''))
    .map(({ line, note, first }) => ({ line, hover: first ? explain(note) : undefined }))
}

function explain({ what, why, how }: Note): string {
  return [`**${what}**`, why, `_Otherwise:_ ${how}`].join('\n\n')
}
