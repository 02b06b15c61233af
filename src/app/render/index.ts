/** The door of render/: everything that is written from the document, always up to date. */
export { whenWritten } from './own-texts.ts'
export {
  findingsBelow,
  followDocument,
  loadRenderers,
  renderedStore,
  useFindingAt,
  useRendered,
  useRevision,
} from './rendered.ts'
export type { Rendered } from './rendered-types.ts'
