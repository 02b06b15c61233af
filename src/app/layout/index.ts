/** The door of the layout. */
export { FindingsSummary, OutputPane, StatusLine } from './OutputPane.tsx'
export { PartPage, Section } from './PartPage.tsx'
export { Rail, type RailPart } from './Rail.tsx'
export { Shell } from './Shell.tsx'

export { ThemeButton } from './ThemeButton.tsx'
