/** The door of render/: everything that is written from the document, always up to date. */
export { type Held, heldText, holdBack, release, useHeld } from './held-back.ts'
export { type ApartRenderer, renderApart, renderDesigns, renderer } from './render-worker.ts'
export {
  findingsBelow,
  followDocument,
  renderAgain,
  renderedStore,
  useFindingAt,
  useIsLate,
  useIsRendered,
  useRendered,
  useRevision,
  useTrouble,
  wantByHand,
  whenWritten,
  whenWrittenByHand,
} from './rendered.ts'
export type { Rendered } from './rendered-types.ts'
export { type RenderTrouble, whyNot } from './trouble.ts'
