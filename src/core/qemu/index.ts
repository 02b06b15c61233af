/** The door of qemu/: Domain to QEMU command line. */
export {
  argvOf,
  type Copy,
  type EnvironmentVariable,
  type Helper,
  type QemuArgument,
  type QemuCommand,
  type Secret,
} from './command.ts'
export { ownFiles } from './own-files.ts'
export { type CommandOption, readOptions, takesValue } from './read/options.ts'
export { type ArgvDocument, qemuCommand, type ReadCommand, readArgv } from './read/read-argv.ts'
export { renderArgv } from './render.ts'
