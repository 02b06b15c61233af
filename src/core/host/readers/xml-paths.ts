/** Ways into XML by the names of elements. */
import { childElements, ownText, type XmlElement } from '../../xml/index.ts'

/** All elements at the end of a way of names. */
export function elementsAt(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  let found = [element]
  for (const name of names) {
    found = found.flatMap((one) => childElements(one).filter((child) => child.name === name))
  }
  return found
}

/** The first of them. */
export function childAt(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return elementsAt(element, ...names)[0]
}

/** The text of the first of them, when it is not blank. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  const found = childAt(element, ...names)
  const text = found === undefined ? '' : ownText(found).trim()
  return text === '' ? undefined : text
}
