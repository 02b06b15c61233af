/** Files of the host that the VM stands on and that no script of the bundle makes. */
import type { Disk } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { neededBootFiles, neededDisks } from '../needs.ts'
import type { Resolved } from '../resolve/index.ts'

export interface NeededFile {
  readonly file: string
  /** What it is: 'The disk vda'. */
  readonly what: string
  /** What to do when it is not there, as a sentence. */
  readonly how: string
  /** Where the Domain names it. */
  readonly path: Path
}

/** The disk that create.sh makes of the source; undefined when the design brings its own. */
export function rootDiskOf({ design, domain, paths, newDisks }: Resolved): Disk | undefined {
  if (design.spec.source?.kind === 'imported') return undefined
  const isNew = newDisks.some(({ file }) => file === paths.disk)
  return isNew ? undefined : domain.devices?.disks?.find(({ source }) => source?.file === paths.disk)
}

/** What has to be there before create.sh goes on, in the order in which it looks. */
export function neededFiles(resolved: Resolved): NeededFile[] {
  const { source } = resolved.design.spec
  const rootDisk = rootDiskOf(resolved)
  const change = 'Change its path in the design, or put it there.'
  const { boot, media = [], answersFile } = resolved.installation ?? {}
  const made = new Set([boot?.kernelFile, boot?.initrdFile, answersFile])
  for (const medium of media) if (medium.url !== undefined) made.add(medium.file)
  const ofBoot = neededBootFiles(resolved.domain)
    .filter(({ file }) => !made.has(file))
    .map((needed): NeededFile => ({ ...needed, how: change }))
  const ofDisks = neededDisks(resolved.domain).flatMap(({ file, disk, key, path }): NeededFile[] => {
    const isMade =
      disk === rootDisk ||
      file === resolved.paths.seed ||
      made.has(file) ||
      resolved.newDisks.some((made) => made.file === file)
    if (isMade) return []
    const isImported = source?.kind === 'imported' && file === source.disk_path
    const kind = disk.device === 'cdrom' ? 'The CD' : 'The disk'
    return [
      {
        file,
        what: `${kind} ${disk.target?.dev ?? ''}`,
        how: isImported ? 'Put it there, or say where it is in source.disk_path.' : change,
        path: [...path, 'source', key],
      },
    ]
  })
  return [...ofBoot, ...ofDisks]
}
