/** XML text to tree and back, with positions; nothing here knows libvirt. */

export { escapeAttribute, escapeText, invalidXmlCharacter } from './escape.ts'
export { xmlLimits } from './limits.ts'
export type { XmlDocument, XmlFragment } from './parse.ts'
export { parseXml, parseXmlFragment } from './parse.ts'
export { patchXml } from './patch.ts'
export type {
  Located,
  PlainAttribute,
  PlainElement,
  PlainNode,
  XmlAttribute,
  XmlCData,
  XmlComment,
  XmlElement,
  XmlInstruction,
  XmlNode,
  XmlText,
} from './tree.ts'
export { attributeValue, childElements, ownText } from './tree.ts'
export { writeElement } from './write-tree.ts'
