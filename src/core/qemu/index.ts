/** The door of qemu/: Domain to QEMU command line. */
export { argvOf, type Copy, type Helper, type QemuArgument, type QemuCommand } from './command.ts'
export { qemuCommand } from './read/index.ts'
export { renderArgv } from './render.ts'
