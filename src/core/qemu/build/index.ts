/** The command line in the making: what it holds so far, what devices are called, what it leaves open. */
export { type Build, hasQemu, startBuild } from './build.ts'
export { type ControllerType, controllerId } from './bus-id.ts'
export {
  argvOf,
  type Copy,
  type EnvironmentVariable,
  type Helper,
  type QemuArgument,
  type QemuCommand,
  type Secret,
} from './command.ts'
export { bootIndexOf, idOf } from './ids.ts'
export { leftOut, report, setVariable } from './report.ts'
export { checkSocketPath, socketPath } from './sockets.ts'
