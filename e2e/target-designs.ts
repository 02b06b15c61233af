/** The designs that every target is asked to write: presets, samples, and what people have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Design, lift, readDomainXml } from '../src/core/index.ts'
import { designOf } from '../src/presets/design-of.ts'
import { presets } from '../src/presets/presets.ts'
import { sampleDesigns } from './sample-designs.ts'
import { shared } from './shared.ts'

const real = path.join(shared, 'corpus/real')

export interface NamedDesign {
  /** Of the preset, the sample or the file. */
  readonly name: string
  readonly design: Design
}

/** Without ../shared the presets alone. */
export function targetDesigns(): readonly NamedDesign[] {
  return [...presets.map(designOf), ...sampleDesigns()]
    .map((design): NamedDesign => ({ name: design.name, design }))
    .concat(realDesigns())
}

function realDesigns(): readonly NamedDesign[] {
  if (!existsSync(real)) return []
  return readdirSync(real).flatMap((file) =>
    readDomainXml(readFileSync(path.join(real, file), 'utf8')).domains.map(({ domain }) => ({
      name: file,
      design: lift(domain, undefined),
    })),
  )
}
