import { useEffect, useMemo, useState } from 'react'
import { type Finding, type Path, type Position, parsePath, specPathOf } from '../core.ts'
import type { TextKind } from '../document/vm-document.ts'
import { goToSpecPath, showSpecPath } from '../go.ts'
import { useRendered, useTrouble } from '../render/index.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { useDraftProblem } from '../texts/index.ts'
import { fieldPathOf } from '../ui/index.ts'
import { useMarkedSince } from './marked-since.ts'
import type { OutputFile } from './output-files.ts'
import { textKindOf } from './Status.tsx'
import { TappedLine } from './TappedLine.tsx'
import { TextView } from './TextView.tsx'
import { specLines } from './yaml-paths.ts'

/** The text of one output with its marks; what can be typed into is read into the design. */
export function FileText(props: {
  readonly file: OutputFile
  readonly findings: readonly Finding[]
  readonly goTo: Position | undefined
}) {
  const { file: rendered, findings, goTo } = props
  const resolved = useRendered((all) => (rendered.tab === 'qemu' ? all.resolvedForQemu : all.resolved))
  const kind = textKindOf(rendered)
  const typed = useTypedText(kind)
  const since = useMarkedSince(rendered)
  const focused = useFocusedPath()
  const draftProblem = useDraftProblem(kind ?? 'xml')
  const problem = kind === undefined ? undefined : draftProblem
  const isStale = useTrouble() !== undefined
  const file = useMemo(() => {
    if (typed === undefined) return rendered
    const isSame = typed.text === rendered.text
    return { ...rendered, text: typed.text, lines: isSame ? rendered.lines : undefined }
  }, [rendered, typed])
  const isSpec = kind === 'yaml' || rendered.tab === 'elsewhere'
  const ownXml = useVmDocument((state) => (kind === 'xml' ? state.xmlDocument?.text : undefined))
  const own = useMemo(() => new Set(ownXml?.split('\n')), [ownXml])
  const { name } = resolved.design
  const lines = useMemo(() => (kind === 'yaml' ? specLines(file.text, name) : file.lines), [kind, file, name])
  const [tapped, setTapped] = useState<{ readonly id: string; readonly path: Path }>()
  const fieldOf = (line: number): Path | undefined => {
    const path = lines?.[line - 1]
    if (path === undefined || path.length === 0) return undefined
    return isSpec ? path : specPathOf(path, resolved.origins)
  }
  return (
    <TextView
      file={file}
      lines={lines}
      isSpec={isSpec}
      resolved={resolved}
      own={own}
      since={since}
      focused={focused}
      wrong={problem?.findings ?? noFindings}
      found={problem === undefined && !isStale ? findings : noFindings}
      goTo={goTo}
      onLine={(line, onNumber) => {
        const specPath = fieldOf(line)
        if (specPath === undefined) return
        // Who is writing stays where the caret is; the number of a line leads to its field.
        if (kind === undefined || onNumber) goToSpecPath(specPath)
        else showSpecPath(specPath)
      }}
      onTap={(line) => {
        const path = fieldOf(line)
        setTapped(path && { id: file.id, path })
      }}
      onType={kind === undefined ? undefined : (text) => vmDocument.typeText(kind, text)}
    >
      {tapped?.id === file.id && <TappedLine path={tapped.path} />}
    </TextView>
  )
}

const noFindings: readonly Finding[] = []

/** The text as the person wrote it, while it is the design or is still to be read; else what is rendered is shown. */
function useTypedText(kind: TextKind | undefined): { readonly text: string } | undefined {
  return useVmDocument((state) => {
    const draft = kind === undefined ? undefined : state.drafts[kind]
    if (draft !== undefined) return draft
    const own = kind === 'xml' ? state.xmlDocument : kind === 'yaml' ? state.specDocument : undefined
    return own !== undefined && own.design === state.design ? own : undefined
  })
}

/** The spec path of the field that has the focus, or of what was ticked since. */
function useFocusedPath(): Path | undefined {
  const [focused, setFocused] = useState<Path>()
  const revealed = useVmDocument((state) => state.revealed)
  useEffect(() => {
    if (revealed !== undefined) setFocused(revealed)
  }, [revealed])
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      // A look at the output keeps the lines marked; another place that is no field has none.
      if (event.target instanceof Element && event.target.closest('.output') !== null) return
      const text = fieldPathOf(event.target)
      setFocused(text === undefined ? undefined : parsePath(text))
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return focused
}
