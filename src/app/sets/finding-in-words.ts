/** What was found about a VM of a set, in the language of the page. */
import type { Finding } from '../core.ts'
import { translated } from '../words/index.ts'

/** Of what is about one VM alone, core says its name first. */
export function findingInWords({ message }: Finding): string {
  const [, name, said] = /^(`[^`]*`): (.*)$/s.exec(message) ?? []
  return name === undefined || said === undefined ? translated(message) : `${name}: ${translated(said)}`
}
