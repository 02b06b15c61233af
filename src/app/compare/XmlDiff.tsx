import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTheme } from '../ui/index.ts'
import type { XmlDiffView } from './monaco-diff.ts'

/** Two texts of XML side by side, as soon as Monaco is there; without it both as they are. */
export function XmlDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<XmlDiffView>()
  const { shown: theme } = useTheme()
  const themeNow = useEffectEvent(() => theme)
  useEffect(() => {
    let made: XmlDiffView | undefined
    let isGone = false
    const load = async () => {
      const { createXmlDiff } = await import('./monaco-diff.ts')
      if (isGone || host.current === null) return
      made = createXmlDiff(host.current, themeNow())
      setView(made)
    }
    // Without Monaco the plain texts stay.
    load().catch(() => undefined)
    return () => {
      isGone = true
      made?.dispose()
    }
  }, [])
  useEffect(() => view?.show(before, after), [view, before, after])
  useEffect(() => view?.setTheme(theme), [view, theme])
  return (
    <>
      <div className="compare__diff" ref={host} data-ready={view !== undefined || undefined} />
      {view === undefined && (
        <div className="compare__plain">
          <pre>{before}</pre>
          <pre>{after}</pre>
        </div>
      )}
    </>
  )
}
