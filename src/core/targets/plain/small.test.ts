/** The small formats: each sample is written, and read by what there is to read it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Design } from '../../spec/index.ts'
import { isRecord } from '../../table/index.ts'
import { parseXml } from '../../xml/index.ts'
import { type TargetId, writeTarget } from '../index.ts'
import { plainDocuments } from '../kubevirt/yaml/plain-yaml.ts'
import { sampleDesigns, shared } from '../samples.test-helper.ts'

const designs = sampleDesigns()

function mainOf(id: TargetId, design: Design): string {
  const [file] = writeTarget(id, design, undefined).files
  return file !== undefined && 'text' in file ? file.text : ''
}

test.each(designs)('%s for Vagrant, UTM and Lima', (_, design) => {
  expect(mainOf('vagrant', design)).toMatch(/^# .*\nVagrant\.configure\("2"\) do \|config\|\n[\s\S]*\nend\n$/)
  expect(parseXml(mainOf('utm', design)).root?.name).toBe('plist')
  const [document, ...others] = plainDocuments(mainOf('lima', design)) ?? []
  expect(others).toEqual([])
  expect(document?.error).toBeUndefined()
  expect(document?.data).toMatchObject({ vmType: 'qemu', cpus: expect.any(Number) })
})

/** Of nova/api/validation/extra_specs/hw.py and nova/objects/image_meta.py, where glance has no words for them. */
const novas = new Set([
  'hw:tpm_version',
  'hw:tpm_model',
  'hw:viommu_model',
  'hw:mem_encryption',
  'hw:mem_encryption_model',
  'hw_boot_menu',
  'os_secure_boot',
])

const folder = path.join(shared, 'fleet/data/glance-metadefs')

/** The words of each property, by its name with each prefix; undefined where any value goes. */
function known(): Map<string, readonly string[] | undefined> {
  const found = new Map<string, readonly string[] | undefined>()
  for (const name of readdirSync(folder)) {
    const file: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
    if (!isRecord(file) || !isRecord(file['properties'])) continue
    const types = Array.isArray(file['resource_type_associations']) ? file['resource_type_associations'] : []
    for (const type of types as readonly unknown[])
      for (const [key, property] of Object.entries(file['properties'])) {
        const prefix = isRecord(type) && typeof type['prefix'] === 'string' ? type['prefix'] : ''
        const words =
          isRecord(property) && Array.isArray(property['enum']) ? property['enum'].map(String) : undefined
        found.set(prefix + key, words)
      }
  }
  return found
}

describe.skipIf(!existsSync(folder))('the properties of OpenStack (skipped without ../shared)', () => {
  const words = existsSync(folder) ? known() : new Map<string, readonly string[] | undefined>()

  test.each(designs)('are those that there are, of %s', (_, design) => {
    const said = [...mainOf('openstack', design).matchAll(/--property '?([\w:]+)=([^\s']*)/g)]
    expect(said.length).toBeGreaterThan(0)
    const wrong = said.filter(([, key = '', value = '']) => {
      if (novas.has(key)) return false
      const known = words.get(key)
      return !words.has(key) || (known !== undefined && !known.includes(value))
    })
    expect(wrong.map(([text]) => text)).toEqual([])
  })
})
