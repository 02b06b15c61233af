/** Texts with command lines in them to words, as far as it can be told without running them. It knows no program. */
export { commandsInText } from './commands-in-text.ts'
export type { Command } from './read-shell.ts'
export type { Sought } from './sought.ts'
export { substitutionEnd } from './variables.ts'
export type { Word } from './word.ts'
