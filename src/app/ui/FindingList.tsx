import { memo } from 'react'
import type { Severity } from '../core.ts'
import { SeverityIcon } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Sentence } from './Sentence.tsx'
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
  /** What the fix changes in the design. */
  readonly changes?: readonly FindingChange[] | undefined
}

/** One line of a fix: what a field says now, and then. */
export interface FindingChange {
  readonly path: string
  /** Undefined when nothing is said. */
  readonly before: string | undefined
  readonly after: string | undefined
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
            <p>
              <Sentence text={finding.message} />
            </p>
            {finding.path !== undefined &&
              finding.path !== '' &&
              (onGo === undefined ? (
                <code className="finding-list__path">{finding.path}</code>
              ) : (
                <button type="button" className="finding-list__path" onClick={() => onGo(finding.id)}>
                  {finding.path}
                </button>
              ))}
            {finding.changes !== undefined && finding.changes.length > 0 && (
              <Changes changes={finding.changes} />
            )}
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

/** The change as a diff: the lines that go, and those that come. */
function Changes({ changes }: { readonly changes: readonly FindingChange[] }) {
  return (
    <div className="finding-list__diff">
      {changes.flatMap(({ path, before, after }) => [
        before !== undefined && (
          <del key={`${path} before`}>
            <span aria-hidden="true">− </span>
            {path}: {before}
          </del>
        ),
        after !== undefined && (
          <ins key={`${path} after`}>
            <span aria-hidden="true">+ </span>
            {path}: {after}
          </ins>
        ),
      ])}
    </div>
  )
}
