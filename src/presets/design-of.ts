/** Presets as designs. */
import { type Design, readSpecs } from '../core/index.ts'
import type { Preset } from './presets.ts'

const known = new Map<Preset, Design>()

/** The design that a preset is, named as it; read when it is first asked for, and the same object each time. */
export function designOf(preset: Preset): Design {
  const read = known.get(preset) ??
    readSpecs(preset.text, { defaultName: preset.id }).designs[0] ?? { name: preset.id, spec: {} }
  known.set(preset, read)
  return read
}
