/** The door of check/: what all stages find about a design. */
export { allFindings } from './all-findings.ts'
