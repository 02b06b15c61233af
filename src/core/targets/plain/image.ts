/** The image that the root disk begins as, as lines of a script that fetch it. */
import { isFetched, lastOf, packerOf, rootDiskOf } from '../../bundle/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import { shellHostPath, shellWord } from '../../text/index.ts'

const sums: Readonly<Record<string, string>> = {
  sha256: 'sha256sum',
  sha512: 'sha512sum',
  sha1: 'sha1sum',
  md5: 'md5sum',
}

export interface RootImage {
  /** Place of the disk in the list. */
  readonly index: number
  /** They leave the path of the image in `$image`. */
  readonly lines: readonly string[]
  /** Whether the path of the disk in the Domain is that of the image. */
  readonly isDisk: boolean
}

/** Undefined where the disk begins empty, or there is none that is a file. */
export function rootImage(resolved: Resolved): RootImage | undefined {
  const { design, domain, newDisks } = resolved
  const disks = domain.devices?.disks ?? []
  const made = rootDiskOf(resolved)
  const { source } = design.spec
  if (source?.kind === 'cloud_image' && source.url !== undefined && made !== undefined)
    return { index: disks.indexOf(made), lines: imageLines(source, source.url), isDisk: false }
  const index = disks.findIndex(
    ({ source: from, device, type }) =>
      (device ?? 'disk') === 'disk' && (type ?? 'file') === 'file' && from?.file !== undefined,
  )
  const file = disks[index]?.source?.file
  if (file === undefined || newDisks.some((disk) => disk.file === file)) return undefined
  return { index, lines: [`image=${shellHostPath(file)}\n`], isDisk: true }
}

function imageLines(source: NonNullable<Resolved['design']['spec']['source']>, url: string): string[] {
  const { type = 'sha256', value } = source.checksum ?? {}
  const program = Object.hasOwn(sums, type) ? sums[type] : undefined
  const compared =
    value === undefined || program === undefined
      ? []
      : [`echo ${shellWord(value)}"  $image" | ${program} -c -\n`]
  if (!isFetched(url))
    return [`image=${shellHostPath(url.replace(/^file:\/\/(?:localhost)?(?=\/)/i, ''))}\n`, ...compared]
  const name = lastOf(url)
  const packer = packerOf(source)
  const file = `./${name === '' ? 'image' : name}`
  return [
    `image=${shellWord(file)}\n`,
    `[ -e "$image" ] || { curl -fL -o "$image.part" ${shellWord(url)} && mv "$image.part" "$image"; }\n`,
    ...compared,
    ...(packer === undefined
      ? []
      : [
          `[ -e ${shellWord(withoutEnd(file))} ] || ${packer} -dk "$image"\n`,
          `image=${shellWord(withoutEnd(file))}\n`,
        ]),
  ]
}

function withoutEnd(file: string): string {
  return file.slice(0, file.lastIndexOf('.'))
}
