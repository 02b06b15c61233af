/** The reader of vm.yml, in a file of its own so that YAML is only loaded when a file is opened. */
export { readSpecs } from '../../core/spec/read-specs.ts'
