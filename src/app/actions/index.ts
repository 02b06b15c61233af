/** The door of actions/. */
export { type Action, spellShortcut } from './action.ts'
export {
  aboutHost,
  compareDesign,
  designs,
  downloads,
  history,
  open,
  redo,
  shareLink,
  startAnew,
  undo,
} from './actions.ts'
export { followKeys } from './keys.ts'
