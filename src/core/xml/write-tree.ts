import { escapeAttribute, escapeText } from './escape.ts'
import type { PlainElement, PlainNode } from './tree.ts'

const nonBlank = /[^ \t\r\n]/

/**
 * An element as virsh prints it: attributes in single quotes, two more spaces for each level. Begins with `indent`,
 * ends without a newline. Text is kept exactly: an element with text in it, blank or not, and nothing else, or with
 * text between its elements, keeps its layout; only blank text between elements gives way to the indent. Comments
 * and CDATA stay. Every text must be free of what `invalidXmlCharacter` finds.
 */
export function writeElement(element: PlainElement, indent = ''): string {
  return indent + writeInner(element, indent)
}

function writeInner(element: PlainElement, indent: string): string {
  const start = writeStart(element)
  if (element.children.every(isNothing)) return `${start}/>`
  const end = `</${element.name}>`
  if (keepsLayout(element))
    return `${start}>${element.children.map((child) => writeExact(child)).join('')}${end}`
  let lines = `${start}>\n`
  for (const child of element.children) {
    if (child.kind === 'text') continue
    const deeper = `${indent}  `
    lines += `${deeper}${child.kind === 'element' ? writeInner(child, deeper) : writeExact(child)}\n`
  }
  return `${lines}${indent}${end}`
}

function isNothing(node: PlainNode): boolean {
  return node.kind === 'text' && node.text === ''
}

/** The start tag without its `>`. */
function writeStart(element: PlainElement): string {
  let start = `<${element.name}`
  for (const { name, value } of element.attributes) start += ` ${name}='${escapeAttribute(value)}'`
  return start
}

/** True when a line break or an indent would change what the element says. */
function keepsLayout(element: PlainElement): boolean {
  const { attributes, children } = element
  if (attributes.some(({ name, value }) => name === 'xml:space' && value === 'preserve')) return true
  if (
    children.some((child) => child.kind === 'cdata' || (child.kind === 'text' && nonBlank.test(child.text)))
  ) {
    return true
  }
  return children.every((child) => child.kind === 'text')
}

/** A node without a space or a line break of our own. */
function writeExact(node: PlainNode): string {
  switch (node.kind) {
    case 'text':
      return escapeText(node.text)
    case 'cdata':
      return `<![CDATA[${node.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
    case 'comment':
      return `<!--${node.text}-->`
    case 'instruction':
      return `<?${node.target}${node.body === '' ? '' : ` ${node.body}`}?>`
    case 'element': {
      let text = writeStart(node)
      if (node.children.every(isNothing)) return `${text}/>`
      text += '>'
      for (const child of node.children) text += writeExact(child)
      return `${text}</${node.name}>`
    }
  }
}
