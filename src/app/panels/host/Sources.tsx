import { useState } from 'react'
import type { HostSource } from '../../host-sources.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { announce, Button, FindingList, IconButton } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { findingWords } from './HostTexts.tsx'

/** What was read, text by text; what is dropped can be brought back until the panel is left. */
export function Sources() {
  const sources = useVmDocument((state) => state.hostSources)
  const [before, setBefore] = useState<{ readonly sources: readonly HostSource[]; readonly what: string }>()
  const drop = (dropped: readonly HostSource[], what: string) => {
    setBefore({ sources, what })
    vmDocument.setHostSources(sources.filter((source) => !dropped.includes(source)))
    announce(t`Dropped ${what}`)
  }
  return (
    <>
      {sources.length > 0 && (
        <ul className="host-sources" aria-label={t`What was read`}>
          {sources.map((source) => (
            <li key={source.id} className="host-sources__source">
              <div className="host-sources__words">
                <strong>{source.title}</strong> <span>{source.summary}</span>
                <span className="host-sources__when">
                  {source.file === undefined ? t`pasted` : source.file}
                  {source.readAt > 0 && `, ${whenWords(source.readAt)}`}
                </span>
              </div>
              <IconButton
                icon="close"
                label={t`Drop ${source.title}: ${source.summary}`}
                tooltip={t`Drop what this said`}
                onPress={() => drop([source], source.title)}
              />
              {source.findings.length > 0 && (
                <FindingList
                  findings={source.findings.map((finding, index) => ({
                    id: String(index),
                    severity: finding.severity,
                    message: findingWords(finding),
                  }))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="host-sources__all">
        {before !== undefined && (
          <Button
            size="small"
            icon="undo"
            onPress={() => {
              vmDocument.setHostSources(before.sources)
              setBefore(undefined)
              announce(t`Brought back ${before.what}`)
            }}
          >
            {t`Bring back ${before.what}`}
          </Button>
        )}
        {sources.length > 1 && (
          <Button
            size="small"
            tone="quiet"
            onPress={() => drop(sources, t`all that was read`)}
          >{t`Drop all`}</Button>
        )}
      </div>
    </>
  )
}

/** `today 08:41` or a date, as the browser writes one. */
function whenWords(time: number): string {
  const date = new Date(time)
  const clock = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  return date.toDateString() === new Date().toDateString() ? t`today ${clock}` : date.toLocaleDateString()
}
