/** The designs that the tests of Terraform write: presets, samples, and VMs that people have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { presets } from '../../../presets/index.ts'
import { readDomainXml } from '../../lift/index.ts'
import { type Design, readSpecs } from '../../spec/index.ts'
import { designOfXml } from '../../stored-spec/index.ts'

const shared = path.join(import.meta.dirname, '../../../../../shared')

/** The fields of the provider; undefined without ../shared. */
export const providerFields: Readonly<Record<string, Readonly<Record<string, ProviderField>>>> | undefined =
  readJson(path.join(shared, 'fleet/data/tf-libvirt-0.9.7.json'))

export interface ProviderField {
  /** String, Number, Bool, Object, List, List of String. */
  readonly t: string
  /** r, o or c: required, optional, computed. */
  readonly k: string
  readonly xml?: string
}

function readJson(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

export interface NamedDesign {
  readonly title: string
  readonly design: Design
}

export const presetDesigns: readonly NamedDesign[] = presets.flatMap(({ id, text }) =>
  readSpecs(text, { defaultName: id }).designs.map((design) => ({ title: id, design })),
)

/** Those of ../shared/samples/vm and ../shared/corpus/real; none without them. */
export const sharedDesigns: readonly NamedDesign[] = [
  ...filesIn('samples/vm', '.yml').flatMap(({ title, text }) =>
    readSpecs(text).designs.map((design) => ({ title, design })),
  ),
  ...filesIn('corpus/real', '.xml').flatMap(({ title, text }) =>
    readDomainXml(text).domains.map((one) => ({ title, design: designOfXml(one, undefined).design })),
  ),
]

function filesIn(folder: string, end: string): { readonly title: string; readonly text: string }[] {
  const whole = path.join(shared, folder)
  if (!existsSync(whole)) return []
  return readdirSync(whole)
    .filter((name) => name.endsWith(end))
    .map((name) => ({ title: name, text: readFileSync(path.join(whole, name), 'utf8') }))
}
