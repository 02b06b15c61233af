/** A schema of a CRD as kubectl validates by it: closed, with what Kubernetes adds to JSON Schema in words of that. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { shared } from '../samples.test-helper.ts'

const folder = path.join(shared, 'fleet/data')
export const hasSchemas = existsSync(path.join(folder, 'kubevirt-v1.9.0-crd'))

/** What is wrong with an object, one text each. */
export type Check = (object: unknown) => string[]

/** @param file below shared/fleet/data */
export function checkBy(file: string): Check {
  const schema: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  const validate = ajv.compile(isRecord(schema) ? closed(schema) : {})
  return (object) => {
    if (validate(object)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
    )
  }
}

function closed(schema: UnknownRecord): UnknownRecord {
  const { properties, items, additionalProperties, nullable, type, ...others } = schema
  const made: Record<string, unknown> = { ...others }
  if (type !== undefined) made['type'] = nullable === true ? [type, 'null'] : type
  if (schema['x-kubernetes-int-or-string'] === true) {
    made['type'] = ['integer', 'string']
    delete made['anyOf']
  }
  if (isRecord(items)) made['items'] = closed(items)
  if (isRecord(additionalProperties)) made['additionalProperties'] = closed(additionalProperties)
  if (isRecord(properties)) {
    made['properties'] = Object.fromEntries(
      Object.entries(properties).map(([key, inner]) => [key, isRecord(inner) ? closed(inner) : inner]),
    )
    const isOpen =
      schema['x-kubernetes-preserve-unknown-fields'] === true ||
      schema['x-kubernetes-embedded-resource'] === true
    if (!isOpen && additionalProperties === undefined) made['additionalProperties'] = false
  }
  return made
}
