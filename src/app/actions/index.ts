/** The door of actions/. */
export { ActionMenu } from './ActionMenu.tsx'
export { spellShortcut } from './action.ts'
export * from './actions.ts'
export { followKeys } from './keys.ts'
export { showFindings } from './output-actions.ts'
