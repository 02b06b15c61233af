/** What the writers of storage nodes share: the node, what it stands in, and its secrets. */
import type { Disk } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { shellWord } from '../../text/index.ts'
import { type Build, report } from '../build/index.ts'
import type { OptionValue } from '../words/options.ts'
import { object } from '../writing/index.ts'

export type Source = NonNullable<Disk['source']>

/** Keys of one node of `-blockdev`. */
export type Node = Record<string, OptionValue>

/** What a storage node needs to know besides its source. */
export interface StorageContext {
  readonly build: Build
  readonly disk: Disk
  /** Of the source. */
  readonly path: Path
  /** Of the node: `libvirt-1-storage`. */
  readonly name: string
  /** What files with secrets of this layer begin with: `vda`, `vda-2` for the second layer. */
  readonly stem: string
}

/**
 * A secret in a file of the state directory.
 *
 * @param what the last part of the file's name
 * @param name what it is, in words
 * @param text what the file holds, when the design says it
 * @returns the id of the object
 */
export function secretObject(
  { build, stem }: StorageContext,
  id: string,
  what: string,
  name: string,
  path: Path,
  text?: string,
): string {
  const file = `${build.stateDir}/${stem}.${what}`
  object(build, 'secret', path, { id, file })
  build.secrets.push({
    name: `${name} of ${stem}`,
    file,
    path,
    ...(text === undefined ? {} : { text }),
  })
  if (text === undefined)
    report(
      build,
      'qemu.secret',
      path,
      `The ${name} is read from ${file}. Make the file, for you alone: (umask 077; printf %s 'SECRET' > ${typed(file)}); \`virsh secret-get-value UUID | base64 -d\` shows what libvirt has.`,
    )
  return id
}

/** As one types it: the shell fills in a `~` that stands outside of quotes. */
function typed(path: string): string {
  return path.startsWith('~/') ? `~/${shellWord(path.slice(2))}` : shellWord(path)
}
