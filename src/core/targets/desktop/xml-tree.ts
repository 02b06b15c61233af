/** What is left of XML of theirs while it is read: elements that nobody takes are findings in the end. */
import { childElements, ownText, type XmlElement } from '../../xml/index.ts'

/** The name without its prefix: `rasd:ResourceType` and `ResourceType` are one. */
export function plainName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : childElements(element).filter((one) => plainName(one) === name)
}

/** All below an element that are called so, however deep: settings moved between versions. */
export function allBelow(element: XmlElement | undefined, name: string): XmlElement[] {
  if (element === undefined) return []
  const found: XmlElement[] = []
  const open = [element]
  for (let one = open.pop(); one !== undefined; one = open.pop())
    for (const child of childElements(one).reverse()) {
      if (plainName(child) === name) found.push(child)
      open.push(child)
    }
  return found.sort((one, other) => one.start - other.start)
}

/** An attribute by its name without a prefix; undefined for none, and for one that is empty. */
export function said(element: XmlElement | undefined, name: string): string | undefined {
  const found = element?.attributes.find((one) => one.name.slice(one.name.indexOf(':') + 1) === name)?.value
  return found === undefined || found === '' ? undefined : found
}

export function isOn(element: XmlElement | undefined, name = 'enabled'): boolean {
  return said(element, name) === 'true'
}

/** A whole number of at most 12 digits. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined
}

export function textOf(element: XmlElement | undefined): string | undefined {
  const text = element === undefined ? '' : ownText(element).trim()
  return text === '' ? undefined : text
}
