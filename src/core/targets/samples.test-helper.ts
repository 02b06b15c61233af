/** Designs to try: all presets, and those of ../shared, where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lift, readDomainXml } from '../lift/index.ts'
import { type Design, readSpecs } from '../spec/index.ts'

const root = path.join(import.meta.dirname, '../../..')
export const shared = path.join(root, '../shared')

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
}

/** By a name for the test. */
export function sampleDesigns(): [name: string, design: Design][] {
  const yaml = [
    ...filesIn(path.join(root, 'src/presets'), '.yml'),
    ...filesIn(path.join(shared, 'samples/vm'), '.yml'),
  ]
  const xml = filesIn(path.join(shared, 'corpus/real'), '.xml')
  return [
    ...yaml.flatMap((file) =>
      readSpecs(readFileSync(file, 'utf8')).designs.map((design): [string, Design] => [
        path.basename(file),
        design,
      ]),
    ),
    ...xml.flatMap((file) =>
      readDomainXml(readFileSync(file, 'utf8')).domains.map(({ name, domain }): [string, Design] => [
        path.basename(file),
        lift({ ...domain, name }, undefined),
      ]),
    ),
  ]
}
