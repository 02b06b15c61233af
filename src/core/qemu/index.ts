/** The door of qemu/: Domain to QEMU command line. */

export {
  argvOf,
  type Copy,
  type EnvironmentVariable,
  type Helper,
  type QemuArgument,
  type QemuCommand,
  type Secret,
} from './build/index.ts'
export { ownFiles } from './own-files.ts'
export { quietPlaces } from './quiet-places.ts'
export { type ArgvDocument, qemuCommand, type ReadCommand, readArgv } from './read.ts'
export { binaryOf, renderArgv } from './render.ts'
export { type CommandOption, readOptions, takesValue } from './words/command-options.ts'
