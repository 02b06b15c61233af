/** The door of the layout. */
export { FindingsSummary, OutputPane, StatusLine } from './OutputPane.tsx'
export { PartPage, Section } from './PartPage.tsx'
export { openedSheet, setFindingsOpen, setSheet } from './panes.ts'
export { Rail, type RailPart } from './Rail.tsx'
export { Shell } from './Shell.tsx'
export { isNarrow, isWide } from './screen.ts'
