/** The door of sets/: the page's table of many VMs. */
export { openTable } from './open-table.ts'
export { SetDialog } from './SetDialog.tsx'
