/** The door of read/: a QEMU command line to its options. */
export { type CommandOption, type Pair, readOptions, readPairs } from './options.ts'
export { qemuCommand, shellCommands } from './shell-words.ts'
