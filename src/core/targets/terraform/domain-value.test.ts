import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Domain, domain as elements } from '../../domain/index.ts'
import { elementTree } from '../../table/index.ts'
import { domainValue } from './domain-value.ts'
import { writeHcl } from './hcl.ts'
import { domain as words } from './tables/domain.ts'
import type { ScalarWord, TerraformShape, TerraformWord } from './words.ts'

const schema = path.join(import.meta.dirname, '../../../../../shared/fleet/data/tf-libvirt-0.9.7.json')

const machine: Domain = {
  type: 'kvm',
  name: 'desk',
  memory: { value: '8G' },
  vcpu: { value: 4 },
  features: { acpi: true },
  devices: {
    disks: [
      {
        type: 'file',
        device: 'disk',
        driver: { name: 'qemu', type: 'qcow2' },
        source: { file: '/srv/desk.qcow2' },
        target: { dev: 'vda', bus: 'virtio' },
        address: { type: 'pci', bus: '0x04' },
      },
    ],
    serial: [{ type: 'pty', target: { port: 0 } }],
  },
}

function said(domain: Domain) {
  const { fields, unsaid } = domainValue(elementTree('domain', elements, domain), words)
  const { text } = writeHcl([{ head: 'resource "libvirt_domain" "vm"', body: fields, path: [] }])
  return { text, unsaid: unsaid.map(({ xml }) => xml.join('/')) }
}

test('a domain is said by the tables, and what has no place there is listed', () => {
  const { text, unsaid } = said(machine)
  expect(text).toMatchInlineSnapshot(`
    "resource "libvirt_domain" "vm" {
      name        = "desk"
      type        = "kvm"
      memory      = 8
      memory_unit = "GiB"
      vcpu        = 4
      features = {
        acpi = true
      }
      devices = {
        disks = [
          {
            device = "disk"
            driver = {
              name = "qemu"
              type = "qcow2"
            }
            source = {
              file = {
                file = "/srv/desk.qcow2"
              }
            }
            target = {
              bus = "virtio"
              dev = "vda"
            }
          },
        ]
        serials = [
          {
            target = {
              port = 0
            }
          },
        ]
      }
    }
    "
  `)
  expect(unsaid).toEqual(['devices/disk/address'])
})

interface ProviderField {
  readonly t: string
  readonly k: string
}

const kinds: Readonly<Record<Exclude<TerraformWord['kind'], 'kind'>, string>> = {
  text: 'String',
  number: 'Number',
  flag: 'Bool',
  presence: 'Bool',
  object: 'Object',
  list: 'List',
  texts: 'List of String',
  raw: 'String',
  end: 'String',
}

function isScalar(inside: TerraformShape | ScalarWord): inside is ScalarWord {
  return typeof inside['kind'] === 'string'
}

/** Each name of the tables with its kind as the provider calls it. */
function namesIn(shape: TerraformShape, above: string): [name: string, kind: string][] {
  return Object.entries(shape).flatMap(([key, word]): [string, string][] => {
    const name = above + key
    if (word.kind === 'object' || word.kind === 'list')
      return [[name, kinds[word.kind]], ...namesIn(word.shape, `${name}.`)]
    if (word.kind !== 'kind') return [[name, kinds[word.kind]]]
    if (word.inside === undefined) return [[name, 'Bool']]
    if (isScalar(word.inside)) return [[name, kinds[word.inside.kind]]]
    return [[name, 'Object'], ...namesIn(word.inside, `${name}.`)]
  })
}

test('every name of the tables is one of provider 0.9.7, of the same kind', ({ skip }) => {
  skip(!existsSync(schema), '../shared/fleet is not there')
  const read: { readonly libvirt_domain: Readonly<Record<string, ProviderField>> } = JSON.parse(
    readFileSync(schema, 'utf8'),
  )
  const names = namesIn(words, '')
  expect(names.length).toBeGreaterThan(1500)
  expect(names.filter(([name, kind]) => read.libvirt_domain[name]?.t !== kind)).toEqual([])
})
