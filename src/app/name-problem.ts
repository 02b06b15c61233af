/** libvirt takes nearly any name; a slash or a blank at the edge would break the files that are named by it. */
import { t } from './words/index.ts'

export function nameProblem(name: string): string | undefined {
  if (/[/\\\n]/.test(name)) return t`A name has no slash`
  return name.trim() === name ? undefined : t`A name does not start or end with a blank`
}
