/** The engine: how elements are declared, and everything that is read from a declaration. */
export type { Field, Meta, Rest, Shape, Value, ValueOf } from './field.ts'
export { declaresChild, readXml, readXmlChildren } from './read-xml.ts'
export { isRecord, type UnknownRecord } from './record.ts'
export type { Scalar } from './scalar.ts'
export { schema } from './schema.ts'
export { shorten } from './shorten.ts'
export { formatSize, sizeInBytes, splitSize } from './size.ts'
export { type LineTrace, writeXml } from './write-xml.ts'
