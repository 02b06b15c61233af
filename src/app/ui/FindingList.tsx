import { memo } from 'react'
import { type Severity, SeverityIcon } from './Badge.tsx'
import { Button } from './Button.tsx'
import './finding-list.css'

export interface FindingItem {
  /** Unique in the list. */
  readonly id: string
  readonly severity: Severity
  /** The sentence. */
  readonly message: string
  /** Where, as a path in the spec. */
  readonly path?: string | undefined
  /** What the fix will do, in the imperative: 'Set features.smm to true'. */
  readonly fix?: string | undefined
}

export interface FindingListProps {
  readonly findings: readonly FindingItem[]
  /** Goes to the field of a finding; without it the path is only said. */
  readonly onGo?: ((id: string) => void) | undefined
  readonly onFix?: ((id: string) => void) | undefined
}

const severityName = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const

/** Findings as rows: severity, sentence, path, and a button that is the fix. */
export const FindingList = memo(function FindingList({ findings, onGo, onFix }: FindingListProps) {
  return (
    <ul className="finding-list">
      {findings.map((finding) => (
        <li className="finding-list__row" key={finding.id}>
          <SeverityIcon severity={finding.severity} label={severityName[finding.severity]} />
          <div className="finding-list__body">
            <p>{finding.message}</p>
            {finding.path !== undefined &&
              finding.path !== '' &&
              (onGo === undefined ? (
                <code className="finding-list__path">{finding.path}</code>
              ) : (
                <button type="button" className="finding-list__path" onClick={() => onGo(finding.id)}>
                  {finding.path}
                </button>
              ))}
          </div>
          {finding.fix !== undefined && onFix !== undefined && (
            <Button size="small" icon="fix" onPress={() => onFix(finding.id)}>
              {finding.fix}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
})
