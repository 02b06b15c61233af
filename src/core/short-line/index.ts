/** The door of short-line/: the command line that a person would write by hand. */
export { deviceDefaults } from './done-anyway.ts'
export { renderShortLine } from './short-line.ts'
