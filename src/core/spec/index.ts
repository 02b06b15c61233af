/** VmSpec and its texts: vm.yml, JSON and links, read and written. */

export { applyChanges } from './apply-changes.ts'
export { type CheckedSpec, checkSpec, type LeftOut } from './check-spec.ts'
export { withoutDefaults } from './defaults.ts'
export { decodeDesignLink, encodeDesignLink } from './design-link.ts'
export { designFromPlain, type ReadDesign } from './design-plain.ts'
export { inSentence, labelAt, labelOf, singular, spellOut } from './field-label.ts'
export { type KeyPlace, keyPlace } from './key-place.ts'
export type { SpecShape } from './layout.ts'
export { type ReadOptions, readSpecs, type SpecDocument } from './read-specs.ts'
export { type UpdateOptions, updateSpecText } from './update-spec-text.ts'
export { type Design, sourceKinds, type VmSpec, vmSpec } from './vm-spec.ts'
export { designToPlain, plainSpec, type WriteOptions, writeSpec, writeSpecs } from './write-spec.ts'
