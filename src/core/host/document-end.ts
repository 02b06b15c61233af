/** Where a document that stands in a longer text ends. Offsets are UTF-16 units. */

/** Behind the end tag of the element that begins at `start`; undefined when there is none before `end`. */
export function endOfXml(text: string, name: string, start: number, end: number): number | undefined {
  // A device of USB has its number in another <device>.
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'g')
  tag.lastIndex = start
  let depth = 0
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    if (!match[0].endsWith('/>')) depth += match[1] === '/' ? -1 : 1
    if (tag.lastIndex > end) break
    if (depth === 0) return tag.lastIndex
  }
  return undefined
}

/** Behind the bracket that closes the one at `start` or behind it, strings apart; undefined when there is none before `end`. */
export function endOfJson(text: string, start: number, end: number): number | undefined {
  let depth = 0
  for (let at = start; at < end; at++) {
    const character = text.charAt(at)
    if (character === '"') {
      at++
      while (at < end && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
    } else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return undefined
}
