/** Designs of hostile texts in the formats of others, as those are read there. */
import { parse } from '@cdktf/hcl2json'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { writeTarget } from '../src/core/targets/index.ts'
import { designsOfRound, rounds } from './hostile-texts.ts'

/** All texts of what was parsed. */
function textsIn(held: unknown): string[] {
  if (typeof held === 'string') return [held]
  if (Array.isArray(held)) return held.flatMap(textsIn)
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(textsIn) : []
}

/** What begins an expression, and is not doubled. */
const expression = /(?<![$%])[$%]\{[^}]*\}?/g

/** Those that the writer makes itself, and the sign of a text before a brace. */
const own = /^\$\{(?:libvirt_\w+\.\w+\.path|var\.pool|abspath\(path\.module|pathexpand\(|"[$%]"\})/

test.each(Array.from({ length: rounds }, (_, round) => round))(
  'round %i: Terraform reads texts, and no expression but ours',
  async (round) => {
    for (const design of designsOfRound(round)) {
      for (const seed of ['own', 'provider']) {
        const [file] = writeTarget('terraform', design, undefined, { seed }).files
        const text = file !== undefined && 'text' in file ? file.text : ''
        const read = await parse('main.tf', text)
        expect(Object.keys(read)).toEqual(
          ['provider', 'resource', 'terraform', 'variable'].filter((key) => key in read),
        )
        const found = textsIn(read).flatMap((one) => one.match(expression) ?? [])
        expect(found.filter((one) => !own.test(one))).toEqual([])
      }
    }
  },
  60_000,
)

const kinds = [
  'KubeVirt',
  'NetworkAttachmentDefinition',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Plugin',
]

test.each(Array.from({ length: rounds }, (_, round) => round))(
  'round %i: KubeVirt reads texts, and no object but ours',
  (round) => {
    for (const design of designsOfRound(round)) {
      const files = writeTarget('kubevirt', design, undefined).files
      const texts = files.flatMap((file) => ('text' in file && file.language === 'yaml' ? [file.text] : []))
      const documents = texts.flatMap((text) => [...parseAllDocuments(text, { version: '1.1' })])
      expect(documents.flatMap(({ errors }) => errors.map(({ message }) => message))).toEqual([])
      const found = documents.map((document) => String(document.get('kind')))
      expect(found.filter((kind) => kind === 'VirtualMachine')).toHaveLength(1)
      expect(
        found.filter((kind) => !/^(?:VirtualMachine|Secret|Service)$/.test(kind) && !kinds.includes(kind)),
      ).toEqual([])
    }
  },
  60_000,
)
