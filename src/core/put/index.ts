/** Edits put back into the design that they were made from, and two changes of one design brought together. */
export { arrow, describeEdit, itemWords, nameOf } from './describe-edit.ts'
export {
  isInOtherWords,
  isWrittenByLibvirt,
  libvirtsOwn,
  matchControllers,
  withoutLibvirtsOwn,
} from './libvirts-own.ts'
export { matchItems } from './match-items.ts'
export { type Put, put, type Shown } from './put.ts'
export { mergeThreeWays } from './three-way.ts'
