/** Every value that is written is one that the API of Proxmox VE takes. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { sampleDesigns, shared } from '../samples.test-helper.ts'
import { wrongIn } from './api-schema.test-helper.ts'
import { proxmox } from './index.ts'
import { readConfigText } from './text/read-config.ts'
import { readQmText } from './text/read-qm.ts'

const file = path.join(shared, 'fleet/data/pve-9.1.3-qemu-create.json')
const properties = existsSync(file) ? propertiesOf(JSON.parse(readFileSync(file, 'utf8'))) : undefined

function propertiesOf(held: unknown): UnknownRecord {
  const parameters = isRecord(held) ? held['parameters'] : undefined
  const found = isRecord(parameters) ? parameters['properties'] : undefined
  return isRecord(found) ? found : {}
}

function schemaOf(key: string): UnknownRecord | undefined {
  const found = properties?.[key] ?? properties?.[key.replace(/\d+$/, '[n]')]
  return isRecord(found) ? found : undefined
}

function wrong(key: string, value: string): string[] {
  const schema = schemaOf(key)
  return schema === undefined ? [`${key} is no key`] : wrongIn(schema, value).map((text) => `${key}: ${text}`)
}

test('the checker finds what is wrong', () => {
  const schema = {
    format: {
      model: { default_key: 1, enum: ['virtio'], type: 'string' },
      tag: { type: 'integer', maximum: 10, optional: 1 },
    },
  }
  expect(wrongIn(schema, 'virtio,tag=3')).toEqual([])
  expect(wrongIn(schema, 'virtio,tag=30')).toEqual(['30 is more than 10'])
  expect(wrongIn(schema, 'tag=1,mac=2')).toEqual(['mac=2 has no key', 'model is missing'])
})

describe.skipIf(properties === undefined)('the schema of the API (skipped without ../shared)', () => {
  test.each(sampleDesigns())('takes what is written of %s', (_, design) => {
    const { files } = proxmox.writer.write({ design, host: undefined, choices: { storage: 'local-lvm' } })
    const texts = files.flatMap((one) => ('text' in one ? [one] : []))
    const script = readQmText(texts.find(({ name }) => name === 'create.sh')?.text ?? '')
    const config = readConfigText(texts.find(({ name }) => name === '100.conf')?.text ?? '')
    const settings = [...script.vms, config].flatMap(({ sections }) => sections[0]?.settings ?? [])
    expect(settings.length).toBeGreaterThan(20)
    expect(settings.flatMap(({ key, value }) => wrong(key, value))).toEqual([])
  })
})
