/** The door of presets/: whole VMs that people build. The list needs nothing of core, so that a page can show it at once. */
export { designOf } from './design-of.ts'
export { presetOf } from './preset-of.ts'
export { type Need, type Preset, presetById, presets } from './presets.ts'
