/** Names of files that come from the name of a VM. */
import { withoutEnd } from '../text/index.ts'

/** In characters of up to three bytes, with an ending behind it: file systems take 255 bytes. */
const longest = 72

/** The name of a VM comes from a file or a link, and may not lead out of a directory: no slash, no control character, no dot at the beginning; `vm` when nothing is left. */
export function fileNameOf(name: string): string {
  return (
    name
      .slice(0, longest)
      .toWellFormed()
      .replace(/[/\\\p{Cc}]/gu, '_')
      .replace(/^\.+/, '_') || 'vm'
  )
}

/** As ssh_config, systemd and the like take a word without quotes; `vm` when nothing is left. */
export function plainNameOf(name: string): string {
  return (
    withoutEnd(
      name
        .slice(0, longest)
        .replace(/[^A-Za-z0-9_.-]+/g, '-')
        .replace(/^[-.]+/, ''),
      /-/,
    ) || 'vm'
  )
}
