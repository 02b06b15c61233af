import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Design, readSpecs } from '../src/core/index.ts'
import { shared } from './shared.ts'

/** The designs of the samples; none without ../shared. */
export function sampleDesigns(): readonly Design[] {
  const folder = path.join(shared, 'samples/vm')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'))
  return files.flatMap((file) => readSpecs(readFileSync(path.join(folder, file), 'utf8')).designs)
}
