/** YAML of strangers to plain data. */
import { parseAllDocuments } from 'yaml'
import { isRecord } from '../../../table/index.ts'
import { yamlRefusal } from '../../../text/index.ts'

/** More words no manifest has. */
const mostTokens = 200_000

export interface PlainDocument {
  readonly data: unknown
  /** The first error in it, as the parser words it. */
  readonly error: string | undefined
  /** Where it begins in the text, in UTF-16 units. */
  readonly offset: number
}

/** All documents of a text; undefined for one that is too deep or too long to be parsed. */
export function plainDocuments(text: string): PlainDocument[] | undefined {
  if (yamlRefusal(text, mostTokens) !== undefined) return undefined
  const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false })
  if (!Array.isArray(documents)) return []
  return documents.map((parsed) => {
    const [error] = parsed.errors
    if (error !== undefined) return { data: undefined, error: error.message, offset: parsed.range[0] }
    return { ...dataOf(() => parsed.toJS({ maxAliasCount: 50 })), offset: parsed.range[0] }
  })
}

function dataOf(read: () => unknown): Pick<PlainDocument, 'data' | 'error'> {
  try {
    return { data: read(), error: undefined }
  } catch (error) {
    return { data: undefined, error: error instanceof Error ? error.message : 'It is no YAML.' }
  }
}

/** The first document; undefined where there is none. */
export function plainYaml(text: string): unknown {
  const data = plainDocuments(text)?.[0]?.data
  return isRecord(data) ? data : undefined
}
