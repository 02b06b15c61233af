import { useMemo } from 'react'
import type { SetFinding } from '../../core/set/set.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { announce, type FindingItem, FindingList } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { presentTable, takeTable } from './change-table.ts'
import { findingInWords } from './finding-in-words.ts'
import { focusCell } from './focus-cell.ts'
import { type OwnPorts, ownPorts } from './table-fixes.ts'

/** Findings about VMs of the set: each leads to its cell, and what the table can mend has its fix, once. */
export function SetFindings({ findings }: { readonly findings: readonly SetFinding[] }) {
  const columns = useVmDocument((state) => state.table?.columns)
  const items = useMemo(() => itemsOf(findings, columns ?? []), [findings, columns])
  if (items.length === 0) return null
  return (
    <div className="set-findings">
      <FindingList findings={items} onGo={go(findings)} onFix={fix(findings)} />
    </div>
  )
}

function itemsOf(findings: readonly SetFinding[], columns: readonly string[]): readonly FindingItem[] {
  const mendable = findings.findIndex((finding) => portsFor(finding) !== undefined)
  return findings.map((finding, index) => ({
    id: String(index),
    severity: finding.severity,
    message: findingInWords(finding),
    path: placeInWords(finding, columns),
    fix: index === mendable ? titleOf(portsFor(finding)) : undefined,
  }))
}

function titleOf(ports: OwnPorts | undefined): string | undefined {
  return ports && t`Give each VM a port of its own, from ${ports.first} on`
}

function portsFor(finding: SetFinding): OwnPorts | undefined {
  return ownPorts(finding, presentTable(), vmDocument.store.getState().design.spec)
}

function go(findings: readonly SetFinding[]) {
  return (id: string) => {
    const { row, column = 0 } = findings[Number(id)] ?? {}
    focusCell({ row, column })
  }
}

function fix(findings: readonly SetFinding[]) {
  return (id: string) => {
    const finding = findings[Number(id)]
    const ports = finding && portsFor(finding)
    if (ports === undefined) return
    takeTable(ports.table, t`give each VM a port`)
    announce(t`Each VM has a port of its own, from ${ports.first} on`)
  }
}

/** 'Row 3, mac'; undefined for what is about no place of the table. */
function placeInWords({ row, column }: SetFinding, columns: readonly string[]): string | undefined {
  const heading = column === undefined ? undefined : columns[column] || t`column ${column + 1}`
  if (row === undefined) return heading === undefined ? undefined : t`Heading ${heading}`
  return heading === undefined ? t`Row ${row + 1}` : t`Row ${row + 1}, ${heading}`
}
