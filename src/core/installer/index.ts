/** The door of installer/: which systems are installed from a CD, and how their installers are told. */
export {
  type AnswerKind,
  answerKind,
  answerKindOfGuest,
  answerLabels,
  isUnattended,
  isWindows,
  usualUser,
} from './answer-kind.ts'
export { type InstallerKernel, installerKernel } from './installer-kernel.ts'
