/** Names of files that come from the name of a VM. */

/** The name of a VM comes from a file or a link, and may not lead out of a directory: no slash, no control character, no dot at the beginning; `vm` when nothing is left. */
export function fileNameOf(name: string): string {
  return (
    name
      .toWellFormed()
      .replace(/[/\\\p{Cc}]/gu, '_')
      .replace(/^\.+/, '_') || 'vm'
  )
}

/** As ssh_config, systemd and the like take a word without quotes; `vm` when nothing is left. */
export function plainNameOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'vm'
}
