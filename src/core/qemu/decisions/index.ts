/** What becomes of each key of a Domain. */
export { decisionsOf, fieldsBeyond } from './beyond.ts'
export {
  adviceByHand,
  byHand,
  type Decisions,
  quiet,
  reportUnwritten,
  written,
  writtenIn,
} from './decisions.ts'
export { bootDecisions, placeDecisions, reported, seclabelsDecisions } from './device-decisions.ts'
