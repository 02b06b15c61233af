/** A configuration as HashiCorp's parser reads it, held to the fields that the provider has. */
import { parse } from '@cdktf/hcl2json'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { type ProviderField, providerFields } from './designs.test-helper.ts'

/** The resources of one type by their names. */
export type Resources = Readonly<Record<string, Readonly<Record<string, readonly [UnknownRecord]>>>>

export async function resourcesOf(text: string): Promise<Resources> {
  const read = await parse('main.tf', text)
  return isResources(read['resource']) ? read['resource'] : {}
}

function isResources(held: unknown): held is Resources {
  return isRecord(held)
}

/** What the provider would not take, or would drop in silence. */
export function problemsOf(resources: Resources): string[] {
  return Object.entries(resources).flatMap(([type, ofType]) => {
    const fields = providerFields?.[type]
    if (fields === undefined) return [`${type}: unknown`]
    return Object.values(ofType).flatMap(([body]) =>
      inObject(fields, '', body).map((problem) => `${type}: ${problem}`),
    )
  })
}

type Fields = Readonly<Record<string, ProviderField>>

function inObject(fields: Fields, prefix: string, held: UnknownRecord): string[] {
  const missing = Object.entries(fields).flatMap(([name, { k }]) => {
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    return k === 'r' && own !== '' && !own.includes('.') && !(own in held) ? [`${name} is missing`] : []
  })
  return [...missing, ...Object.entries(held).flatMap(([key, value]) => inField(fields, prefix + key, value))]
}

function inField(fields: Fields, name: string, value: unknown): string[] {
  const field = fields[name]
  if (field === undefined) return [`${name} is unknown`]
  const wrong = [`${name} is no ${field.t}: ${JSON.stringify(value)}`]
  if (typeof value === 'string' && value.startsWith('${')) return field.t === 'String' ? [] : wrong
  switch (field.t) {
    case 'String':
      return typeof value === 'string' ? [] : wrong
    case 'Number':
      return typeof value === 'number' ? [] : wrong
    case 'Bool':
      return typeof value === 'boolean' ? [] : wrong
    case 'List of String':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? [] : wrong
    case 'Object':
      return isRecord(value) ? inObject(fields, `${name}.`, value) : wrong
    case 'List':
      return Array.isArray(value)
        ? value.flatMap((item: unknown) => (isRecord(item) ? inObject(fields, `${name}.`, item) : wrong))
        : wrong
    default:
      return [`${name} is of no known kind`]
  }
}
