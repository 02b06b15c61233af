/** The door of the layout. */
export { FindingsSummary, OutputPane, type OutputPaneProps, StatusLine } from './OutputPane.tsx'
export { PartPage, type PartPageProps, Section, type SectionProps } from './PartPage.tsx'
export { Rail, type RailPart, type RailProps, type RailResult } from './Rail.tsx'
export { Shell, type ShellProps } from './Shell.tsx'
export { type Screen, useScreen } from './screen.ts'
export { ThemeButton } from './ThemeButton.tsx'
