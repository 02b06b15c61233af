/** What is written is what the API takes: its OpenAPI document, closed. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isRecord } from '../../table/index.ts'
import { writeTarget } from '../index.ts'
import { sampleDesigns, shared } from '../samples.test-helper.ts'

const file = path.join(shared, 'fleet/data/cloud-hypervisor-v53.0-openapi.yaml')

function configOf(design: Parameters<typeof writeTarget>[1]): unknown {
  const [first] = writeTarget('cloud-hypervisor', design, undefined).files
  return JSON.parse(first !== undefined && 'text' in first ? first.text : '')
}

/** Nothing but what a schema names. */
function closed(held: unknown): unknown {
  if (Array.isArray(held)) return held.map(closed)
  if (!isRecord(held)) return held
  const inner = Object.fromEntries(Object.entries(held).map(([key, value]) => [key, closed(value)]))
  return isRecord(held['properties']) ? { ...inner, additionalProperties: false } : inner
}

describe.skipIf(!existsSync(file))('the schema of Cloud Hypervisor (skipped without ../shared)', () => {
  const document: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {}
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ ...Object(closed(document)), $id: 'ch' })
  const wrong = (config: unknown): string[] => {
    const check = ajv.getSchema('ch#/components/schemas/VmConfig')
    if (check === undefined || check(config) === true) return []
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
  }

  test('finds what is wrong', () => {
    expect(wrong({ payload: {}, memory: { size: '1G' }, disk: [] })).toEqual([
      ' must NOT have additional properties',
      '/memory/size must be integer',
    ])
  })

  test.each(sampleDesigns())('takes what is written of %s', (_, design) => {
    expect(wrong(configOf(design))).toEqual([])
  })
})
