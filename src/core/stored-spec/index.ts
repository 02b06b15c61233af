/** The design in its own domain XML, so that the XML alone brings it back. */
export { ownWords } from './own-words.ts'
export { type DesignOfXml, designOfXml, saysAll } from './read.ts'
export { type StoredSpec, withStoredSpec } from './write.ts'
