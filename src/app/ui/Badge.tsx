import { Icon } from './Icon.tsx'
import './badge.css'

/** The same words as core's findings. */
export type Severity = 'error' | 'warning' | 'advice'

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

/** '2 warnings', '1 error'. */
export function countFindings(count: number, severity: Severity): string {
  const noun = severity === 'advice' ? 'advice' : count === 1 ? severity : `${severity}s`
  return `${count} ${noun}`
}

export interface FindingMarkProps {
  readonly severity: Severity
  readonly count: number
}

/** The worst severity with its count, for a rail row or a device row. */
export function FindingMark({ severity, count }: FindingMarkProps) {
  return (
    <span
      className={`finding-mark severity--${severity}`}
      role="img"
      aria-label={countFindings(count, severity)}
    >
      <Icon name={severityIcon[severity]} size={14} />
      {count > 1 && <span aria-hidden="true">{count}</span>}
    </span>
  )
}
