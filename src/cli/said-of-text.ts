/** What a reader has said already, with more words than a rule has. */
import { type Design, type Finding, valueAt } from '../core/index.ts'
import type { Loaded } from './load.ts'

/** What readers say of paths that libvirt does not take, each with the folder that is meant. */
const ofPaths: ReadonlySet<Finding['code']> = new Set([
  'argv.relative-path',
  'quickemu.path',
  'vmx.path',
  'vbox.path',
  'ovf.path',
])

/** Whether a finding about a design says of a path what the reader of its text has said of the same path. */
export function isSaidOfText(
  { code, path }: Finding,
  { spec }: Design,
  { findings }: Pick<Loaded, 'findings'>,
): boolean {
  if (code !== 'disk.path-relative') return false
  const file = valueAt(spec, path)
  return (
    typeof file === 'string' && findings.some((said) => ofPaths.has(said.code) && said.message.includes(file))
  )
}
