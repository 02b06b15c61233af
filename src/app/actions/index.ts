/** The door of actions/. */
export { ActionMenu } from './ActionMenu.tsx'
export { spellShortcut } from './action.ts'
export {
  aboutHost,
  compareDesign,
  designs,
  downloads,
  history,
  open,
  openPalette,
  redo,
  shareLink,
  showShortcuts,
  startAnew,
  themeActions,
  undo,
} from './actions.ts'
export { followKeys } from './keys.ts'
export { showFindings } from './output-actions.ts'
