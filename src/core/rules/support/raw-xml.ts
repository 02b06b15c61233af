/** XML of the author's that the tables do not know. */
import type { Rest } from '../../table/index.ts'

/** True when a child of this name is kept as it was written: rules about it can't know what it says. */
export function hasRawChild(rest: Rest | undefined, name: string): boolean {
  return rest?.children?.some(({ xml }) => xml.startsWith(`<${name}`)) ?? false
}
