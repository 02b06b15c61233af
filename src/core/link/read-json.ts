import { linkLimits } from './limits.ts'

/** A JSON value, or why there is none. */
export type JsonRead = { readonly value: unknown } | { readonly refused: 'json' | 'depth' | 'prototype' }

/**
 * JSON from a stranger. Depth is counted before parsing, so that no parser runs out of stack; the key `__proto__`
 * is refused, so that no later copy of the value changes what all objects inherit.
 */
export function readJson(text: string): JsonRead {
  if (nestingDepth(text) > linkLimits.depth) return { refused: 'depth' }
  let prototypeSeen = false
  try {
    const value: unknown = JSON.parse(text, (key, part: unknown) => {
      if (key === '__proto__') prototypeSeen = true
      return part
    })
    return prototypeSeen ? { refused: 'prototype' } : { value }
  } catch {
    return { refused: 'json' }
  }
}

/** How many brackets are open at once, those in strings left out. */
function nestingDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') {
      inString = true
    } else if (character === '{' || character === '[') {
      depth++
      if (depth > deepest) deepest = depth
    } else if (character === '}' || character === ']') {
      depth--
    }
  }
  return deepest
}
