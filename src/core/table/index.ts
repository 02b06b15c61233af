/** The engine: how elements are declared, and everything that is read from a declaration. */

export {
  type ElementFields,
  elementFields,
  type NamedChild,
  type NamedValue,
} from './element-fields.ts'
export { elementTree, type TreeElement, type TreeText } from './element-tree.ts'
export { canonicalKey, expand, inlinedBy } from './expand.ts'
export * from './field.ts'
export { linePaths } from './line-paths.ts'
export { locateXml } from './locate.ts'
export { type Missing, missingFields, missingIn } from './missing.ts'
export { type Around, type Decider, decidedLater, decidersOf, demandsOn, isMet, kindSaid } from './only.ts'
export { innerShape, shapeAt, writtenField } from './place.ts'
export { declaresChild, readXml, readXmlChildren } from './read-xml.ts'
export { isRecord, type UnknownRecord, wordOf } from './record.ts'
export { firstKey, pathOf, type Said, type SaidField, saidIn } from './said.ts'
export * from './scalar.ts'
export { lenientSchema, type OtherKindParams, schema } from './schema.ts'
export { shorten, shortenField, shortenItem } from './shorten.ts'
export { formatSize, sizeInBytes, sizeText, splitSize } from './size.ts'
export * from './text-forms.ts'
export { type WalkedField, walkFields } from './walk.ts'
export type { LineTrace } from './write-leaf.ts'
export { writeXml } from './write-xml.ts'
export { xmlPaths } from './xml-paths.ts'
