/** A value against a schema of the API of Proxmox VE (PVE::JSONSchema), as far as its data say. */
import { isRecord, type UnknownRecord } from '../../table/index.ts'

/** What is wrong with a value; nothing for what the schema leaves to code. */
export function wrongIn(schema: UnknownRecord, value: string): string[] {
  const { format, type, enum: words, minimum, maximum, maxLength, pattern } = schema
  if (isRecord(format)) return wrongInList(format, value)
  const wrong: string[] = []
  if (Array.isArray(words) && !words.includes(value)) wrong.push(`${value} is not one of ${words.join(', ')}`)
  if (type === 'boolean' && !/^[01]$/.test(value)) wrong.push(`${value} is no boolean`)
  if ((type === 'integer' || type === 'number') && !/^\d+(?:\.\d+)?$/.test(value))
    wrong.push(`${value} is no number`)
  if (type === 'integer' && value.includes('.')) wrong.push(`${value} is not whole`)
  if (minimum !== undefined && Number(value) < Number(minimum))
    wrong.push(`${value} is less than ${String(minimum)}`)
  if (maximum !== undefined && Number(value) > Number(maximum))
    wrong.push(`${value} is more than ${String(maximum)}`)
  if (maxLength !== undefined && value.length > Number(maxLength))
    wrong.push(`${value} is longer than ${String(maxLength)}`)
  if (typeof pattern === 'string' && !expression(pattern).test(value))
    wrong.push(`${value} is not ${pattern}`)
  return wrong
}

/** Perl writes `(?^:` for an expression of its own. */
function expression(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern.replaceAll('(?^:', '(?:')})$`)
}

function wrongInList(format: UnknownRecord, value: string): string[] {
  const entries = Object.entries(format).filter((one): one is [string, UnknownRecord] => isRecord(one[1]))
  const defaultKey = entries.find(([, held]) => held['default_key'] === 1)?.[0]
  const seen = new Set<string>()
  const wrong = value.split(',').flatMap((part) => {
    const at = part.indexOf('=')
    const written = at < 0 ? defaultKey : part.slice(0, at)
    const text = part.slice(at + 1)
    const found = entries.find(([key]) => key === written)?.[1]
    if (written === undefined || found === undefined) return [`${part} has no key`]
    const { alias, keyAlias } = found
    const key = typeof alias === 'string' ? alias : written
    if (typeof keyAlias === 'string') seen.add(keyAlias)
    if (seen.has(key)) return [`${key} is said twice`]
    seen.add(key)
    const target = typeof alias === 'string' ? entries.find(([name]) => name === alias)?.[1] : found
    return wrongIn(target ?? found, text)
  })
  const missing = entries
    .filter(([key, held]) => held['optional'] !== 1 && held['alias'] === undefined && !seen.has(key))
    .map(([key]) => `${key} is missing`)
  return [...wrong, ...missing]
}
