/** Files that a line names from the directory where it is run: libvirt runs elsewhere, and wants whole paths. */
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'

/** One finding for all of them; undefined when there is none. */
export function relativePaths({ os, devices }: Domain): Finding | undefined {
  const files = [
    ...(devices?.disks ?? []).flatMap(({ source, backing_store: below }) => [
      source?.file,
      below?.source?.file,
    ]),
    ...(devices?.filesystems ?? []).map(({ source }) => source?.dir),
    os?.kernel,
    os?.initrd,
    os?.dtb,
    os?.loader?.value,
    os?.nvram?.value,
  ]
  const found = [...new Set(files.filter((file) => file !== undefined && isRelative(file)))]
  if (found.length === 0) return undefined
  return {
    code: 'argv.relative-path',
    severity: 'warning',
    path: [],
    message: `libvirt takes whole paths only: put the directory where the line was run before ${found.join(', ')}.`,
  }
}

/** Paths of Windows begin with a drive. */
function isRelative(file: string): boolean {
  return file !== '' && !/^(?:\/|~\/|[A-Za-z]:[\\/])/.test(file)
}
