/** The door of set/: many VMs of one design and a table, which is typed, pasted or counted. */

export { checkSet } from './check-set.ts'
export { columnWords } from './columns.ts'
export { problemOfCounter } from './counters.ts'
export { findingsOfEach } from './findings-of-each.ts'
export { type ReadTable, readCells, readTable } from './read-table.ts'
export {
  beyondLimits,
  type SetFinding,
  type SetPlace,
  type SetTable,
  setLimits,
  setTableSchema,
  type VmSet,
} from './set.ts'
export { decodeSetLink, encodeSetLink, type ReadSetLink } from './set-link.ts'
export { setOfDesigns } from './set-of-designs.ts'
export { designOfRow, namesOfSet, type SetVm, type VmsOfSet, vmsOfSet } from './vms-of-set.ts'
export { writeTable } from './write-table.ts'
