/** The door of compare/: two Domains side by side, and the commands that make one the other. */
export {
  type CompareOptions,
  type Comparison,
  compare,
  type Difference,
  type How,
  type LeftAside,
} from './compare.ts'
export { type LeftOutHere, withoutLive } from './live-places.ts'
