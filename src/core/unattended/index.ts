/** The door of unattended/: the files that answer the questions of installers, in the words that cloud-init is told in elsewhere. */
export { type AnswerFile, type Answers, renderAnswers } from './answers.ts'
export { placeholderHash } from './password.ts'
