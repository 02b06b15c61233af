import { useMemo } from 'react'
import type { SetFinding } from '../../core/set/set.ts'
import { useVmDocument } from '../store.ts'
import { FindingList } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { findingInWords } from './finding-in-words.ts'
import { focusCell } from './SetTableView.tsx'

/** Findings about VMs of the set; each leads to its cell. */
export function SetFindings({ findings }: { readonly findings: readonly SetFinding[] }) {
  const columns = useVmDocument((state) => state.table?.columns)
  const items = useMemo(
    () =>
      findings.map((finding, index) => ({
        id: String(index),
        severity: finding.severity,
        message: findingInWords(finding),
        path: placeInWords(finding, columns ?? []),
      })),
    [findings, columns],
  )
  if (items.length === 0) return null
  return (
    <FindingList
      findings={items}
      onGo={(id) => {
        const { row, column = 0 } = findings[Number(id)] ?? {}
        focusCell({ row, column })
      }}
    />
  )
}

/** 'Row 3, mac'; undefined for what is about no place of the table. */
function placeInWords({ row, column }: SetFinding, columns: readonly string[]): string | undefined {
  const heading = column === undefined ? undefined : columns[column] || t`column ${column + 1}`
  if (row === undefined) return heading === undefined ? undefined : t`Heading ${heading}`
  return heading === undefined ? t`Row ${row + 1}` : t`Row ${row + 1}, ${heading}`
}
