import { type Preset, presets } from '../../../presets/index.ts'
import { startingDesign } from '../../starting-design.ts'
import { vmDocument } from '../../store.ts'
import { announce } from '../../ui/index.ts'
import { t } from '../../words/index.ts'

/** In place of the design, in one step; a name that the person gave stays. */
export async function startFrom(preset: Preset): Promise<void> {
  const { designOf } = await import('./read-presets.ts')
  const { name } = vmDocument.store.getState().design
  const isNamed = name !== startingDesign.name && !presets.some(({ id }) => id === name)
  const design = { ...designOf(preset), name: isNamed ? name : preset.id }
  const yaml = { text: preset.text, vm: design.name, design }
  vmDocument.replace(design, t`start from ${preset.title}`, { yaml, isGiven: true })
  announce(t`Started from ${preset.title}; undo brings back what was there`)
}
