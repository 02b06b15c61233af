/** What reads presets, in a file of its own so that YAML is only loaded when it is needed. */
export { designOf, presetOf } from '../../../presets/index.ts'
