/** The door of search/: loaded when somebody looks for something. */
export { allActions, type Found, find } from './find.ts'
