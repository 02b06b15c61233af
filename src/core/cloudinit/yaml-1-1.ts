/** YAML that a YAML 1.1 reader reads right: cloud-init's is PyYAML. */
import { Document, visit } from 'yaml'

/** What makes a `Document` speak YAML 1.1; its anchors are the author's alone. */
export const yaml11 = { version: '1.1', aliasDuplicateObjects: false } as const

/**
 * PyYAML takes U+0085, U+2028 and U+2029 for line breaks and refuses what is not printable, wherever it stands
 * (reader.py). All of it may stand in double quotes, escaped.
 */
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g
/**
 * What `yaml` would write plain or as a block, and get back changed: a special scalar that only PyYAML still knows, tabs
 * in a line, which end a plain scalar there, and lines that begin with white space, which decides a block's indent.
 */
function isQuoted(value: string): boolean {
  if (value === '=') return true
  return /\n/.test(value) ? /^\s/.test(value) && value.indexOf('\n', 1) > 0 : value.includes('\t')
}

/** The text of a document. Any string in it comes back unchanged, and no line is folded. */
export function yamlText(tree: Document): string {
  visit(tree, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return
      // No reader takes half of a surrogate pair, not even by its number; `shell.word` speaks of it.
      const value = node.value.toWellFormed()
      node.value = value
      // Where an author merges maps, the value is a symbol; as a text it has to say that it is one.
      if (value === '<<') node.tag = 'tag:yaml.org,2002:str'
      if (value.search(unprintable) >= 0 || isQuoted(value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  const text = tree.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Plain data as YAML. */
export function yamlOf(data: unknown): string {
  return yamlText(new Document(data, yaml11))
}
