import { readPublicKeys } from '../core.ts'

/** True for a text that is nothing but public SSH keys, and for one that begins as a private key. */
export function beginsSshKey(text: string): boolean {
  if (/^(?:-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|PuTTY-User-Key-File-)/.test(text)) return true
  const { keys, problems } = readPublicKeys(text)
  return keys.length > 0 && problems.every(({ severity }) => severity !== 'error')
}
