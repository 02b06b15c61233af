import { type FindingCounts, type Severity, severities } from '../core.ts'
import { countsOf } from '../words/index.ts'
import { Icon } from './Icon.tsx'
import './badge.css'

const severityIcon = { error: 'error', warning: 'warning', advice: 'info' } as const

/** The icon of a severity, in its colour. */
export function SeverityIcon({
  severity,
  label,
}: {
  readonly severity: Severity
  readonly label?: string | undefined
}) {
  return (
    <span className={`severity severity--${severity}`}>
      <Icon name={severityIcon[severity]} label={label} />
    </span>
  )
}

/** How many findings there are of each severity, for a rail row or a device row: an icon each, in words for a reader. */
export function FindingMarks({ counts }: { readonly counts: FindingCounts }) {
  return (
    <span className="finding-marks" role="img" aria-label={countsOf(counts)}>
      {severities.map((severity) => {
        const count = counts[severity]
        if (count === 0) return null
        return (
          <span key={severity} className={`finding-mark severity--${severity}`}>
            <Icon name={severityIcon[severity]} size={14} />
            {count > 1 && <span aria-hidden="true">{count}</span>}
          </span>
        )
      })}
    </span>
  )
}
