/** The door of load/: what is loaded when it is needed, and what is shown where it does not come. */
export { attempt, FailedAttempt } from './attempt.tsx'
export { Boundary } from './Boundary.tsx'
export { loadable } from './loadable.tsx'
export { savesData } from './saves-data.ts'
export { followFailedStyles, restoreStyles } from './styles.ts'
export { whenQuiet } from './when-quiet.ts'
export { whenWanted } from './when-wanted.ts'
