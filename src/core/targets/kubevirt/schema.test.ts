/** Every object that is written is one that the API server takes (the closed schema of the CRD), and admits. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Design } from '../../spec/index.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { sampleDesigns, shared } from '../samples.test-helper.ts'
import type { Written } from '../target.ts'
import { refusalsOf } from './admitters.ts'
import { type Check, checkBy, hasSchemas } from './closed-schema.test-helper.ts'
import { kubevirt } from './index.ts'
import { heldAt } from './words/tree.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

function write(design: Design, cluster: 'kubevirt' | 'harvester'): Written {
  return kubevirt.writer.write({ design, host: undefined, choices: { cluster } })
}

/** All objects of the YAML files. */
function objectsOf({ files }: Written): UnknownRecord[] {
  const texts = files.flatMap((file) => ('text' in file && file.name.endsWith('.yaml') ? [file.text] : []))
  const documents = texts.flatMap((text) => plainDocuments(text) ?? [])
  expect(documents.map(({ error }) => error).filter((error) => error !== undefined)).toEqual([])
  return documents.map(({ data }) => data).filter(isRecord)
}

const lists = sampleDesigns()

test.each(lists)('%s is admitted', (_, design) => {
  const vms = objectsOf(write(design, 'kubevirt')).filter(({ kind }) => kind === 'VirtualMachine')
  expect(vms).toHaveLength(1)
  expect(vms.flatMap(refusalsOf)).toEqual([])
})

describe.skipIf(!hasSchemas)('the schemas of KubeVirt and CDI (skipped without ../shared)', () => {
  const checks = new Map<string, Check>()
  beforeAll(() => {
    checks.set('VirtualMachine', checkBy('kubevirt-v1.9.0-crd/virtualmachine.json'))
    checks.set('KubeVirt', checkBy('kubevirt-v1.9.0-crd/kubevirt.json'))
    checks.set('Plugin', checkBy('kubevirt-v1.9.0-crd/plugin.json'))
    checks.set('DataVolume', checkBy('cdi-v1.66.0-datavolume.json'))
  }, 60_000)

  const wrong = (kind: string, object: unknown) => checks.get(kind)?.(object) ?? [`no schema of ${kind}`]

  test('find what is wrong', () => {
    const vm = {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      spec: { template: { spec: { domain: { devices: {}, cpus: 2 } } } },
    }
    expect(wrong('VirtualMachine', vm)).toEqual([
      '/spec/template/spec/domain must NOT have additional properties {"additionalProperty":"cpus"}',
    ])
  })

  test('take the sample of the target', () => {
    const file = path.join(shared, 'fleet/samples/kubevirt.yaml')
    const documents = existsSync(file) ? (plainDocuments(readFileSync(file, 'utf8')) ?? []) : []
    expect(documents.flatMap(({ data }) => wrong('VirtualMachine', data))).toEqual([])
  })

  test.each(lists)('take what is written of %s', (_, design) => {
    for (const cluster of ['kubevirt', 'harvester'] as const) {
      const objects = objectsOf(write(design, cluster))
      const known = objects.filter(({ kind }) => checks.has(String(kind)))
      expect(known.flatMap((object) => wrong(String(object['kind']), object))).toEqual([])
      const templates = known.flatMap((object) => {
        const held = heldAt(object, ['spec', 'dataVolumeTemplates'])
        return Array.isArray(held) ? held : []
      })
      expect(templates.flatMap((template: unknown) => wrong('DataVolume', template))).toEqual([])
    }
  })
})
