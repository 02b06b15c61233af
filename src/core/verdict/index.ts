/** The door of verdict/: whether a VM will start, and what is to be done before. */
export { type StartWay, startWayNames, startWays } from './start-ways.ts'
export { type StartStep, type StartVerdict, willItStart } from './will-it-start.ts'
