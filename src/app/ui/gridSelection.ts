/** What the selection needs to know about a row. */
interface SelectableRow {
  readonly id: string
  readonly disabledReason?: string | undefined
}

interface SelectableGroup {
  readonly rows: readonly SelectableRow[]
}

function choosable(group: SelectableGroup): readonly string[] {
  return group.rows.filter((row) => row.disabledReason === undefined).map((row) => row.id)
}

/** Whether all, none or some of the rows of a group are selected; barred when none can be. */
export function groupState(
  group: SelectableGroup,
  selected: ReadonlySet<string>,
): 'on' | 'off' | 'mixed' | 'barred' {
  const ids = choosable(group)
  if (ids.length === 0) return 'barred'
  const count = ids.filter((id) => selected.has(id)).length
  return count === 0 ? 'off' : count === ids.length ? 'on' : 'mixed'
}

/** The whole group in, or the whole group out when it was in. */
export function toggleGroup(group: SelectableGroup, selected: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(selected)
  const isOn = groupState(group, selected) === 'on'
  for (const id of choosable(group)) {
    if (isOn) next.delete(id)
    else next.add(id)
  }
  return next
}

export function toggleRow(id: string, selected: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

interface RangeRequest {
  /** All stops from top to bottom, headings of groups among them. */
  readonly order: readonly string[]
  /** The row of a stop; headings have none, and a range passes over them. */
  readonly rows: ReadonlyMap<string, SelectableRow | undefined>
  readonly anchor: string
  readonly to: string
  /** What was selected before the range began. */
  readonly base: ReadonlySet<string>
}

/** The rows between the two stops, both included, added to what was selected before. */
export function extendRange({ order, rows, anchor, to, base }: RangeRequest): ReadonlySet<string> {
  const ends = [order.indexOf(anchor), order.indexOf(to)]
  const next = new Set(base)
  for (const key of order.slice(Math.min(...ends), Math.max(...ends) + 1)) {
    const row = rows.get(key)
    if (row !== undefined && row.disabledReason === undefined) next.add(row.id)
  }
  return next
}
