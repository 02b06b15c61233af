/** Texts as other programs read them: shell words, UTF-8, base64url, JSON with positions; the word that was meant. */

export { base64Encode, base64urlDecode, base64urlEncode } from './base64url.ts'
export { beginsQemuCommand } from './begins-qemu.ts'
export { type JsonText, readJson } from './json.ts'
export { nearest } from './nearest.ts'
export { placesIn } from './places.ts'
export type { ShellCommandLayout } from './shell-quote.ts'
export { canBeAShellWord, formatShellCommand, quoteForShell } from './shell-quote.ts'
export { utf8Decode, utf8Encode } from './utf8.ts'
