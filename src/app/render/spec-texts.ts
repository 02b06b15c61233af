/** Reading and changing vm.yml, with the YAML library: import this file lazily only. */
export { readSpecs } from '../../core/spec/read-specs.ts'
export { updateSpecText } from '../../core/spec/update-spec-text.ts'
