/** The script that makes the VM on a node: `qm create`, and what has to be there before. */
import { isFetched, packerOf } from '../../../bundle/index.ts'
import type { Path } from '../../../finding.ts'
import type { Resolved } from '../../../resolve/index.ts'
import { sizeInBytes } from '../../../table/index.ts'
import { shellComment, shellWord } from '../../../text/index.ts'
import { imagePath } from '../families/volumes.ts'
import type { Writing } from '../writing.ts'
import { textOfPieces } from './setting-places.ts'

const sums: Readonly<Record<string, string>> = {
  sha256: 'sha256sum',
  sha512: 'sha512sum',
  sha1: 'sha1sum',
  md5: 'md5sum',
}

/**
 * @param snippets names of files beside the script, for cloud-init
 * @param placeOf the place of a setting
 */
export function scriptText(
  writing: Writing,
  description: string,
  snippets: readonly string[],
  placeOf: (setting: string) => Path | undefined,
) {
  const { resolved, names } = writing
  const before = [
    `#!/bin/sh
# ${shellComment(resolved.design.name)} on Proxmox VE. Written by vmwright. Run it on a node, as root: sh create.sh [ID]
set -eu

storage=${shellWord(names.storage)}
id=\${1:-$(pvesh get /cluster/nextid)}
here=$(cd "$(dirname "$0")" && pwd)
`,
    ...imageLines(resolved),
    ...writing.copies.map(copyLine),
    ...snippets.map(
      (name) => `install -D -m 600 "$here"/${shellWord(name)} /var/lib/vz/snippets/${shellWord(name)}\n`,
    ),
    snippets.length > 0
      ? '# The storage local has to take snippets: pvesm set local --content iso,vztmpl,backup,import,snippets\n'
      : '',
    ...[...writing.directories].map(directoryLine),
    '\n',
  ].join('')
  const after = [
    ...resizeLines(writing),
    ...snapshotLines(resolved),
    'echo "The VM is made: qm start $id"\n',
  ].join('')
  return textOfPieces([
    { text: before.slice(0, -1) },
    ...createPieces(writing, description, placeOf),
    { text: after.slice(0, -1) },
  ])
}

function imageLines({ design }: Resolved): string[] {
  const { source } = design.spec
  if (source?.kind !== 'cloud_image' || !isFetched(source.url)) return []
  const file = shellWord(imagePath(source.url))
  const { type = 'sha256', value } = source.checksum ?? {}
  const program = Object.hasOwn(sums, type) ? sums[type] : undefined
  const packer = packerOf(source)
  return [
    `image=${file}\n`,
    `[ -e "$image" ] || { wget -O "$image.part" ${shellWord(source.url ?? '')} && mv "$image.part" "$image"; }\n`,
    ...(value === undefined || program === undefined
      ? []
      : [`echo ${shellWord(value)}"  $image" | ${program} -c -\n`]),
    ...(packer === undefined ? [] : [`${packer} -dk "$image"\n`]),
  ]
}

function copyLine({ from, into }: { readonly from: string; readonly into: string }): string {
  const name = from.slice(from.lastIndexOf('/') + 1)
  const target = `${shellWord(into)}/${shellWord(name)}`
  return `[ -e ${target} ] || cp ${shellWord(from)} ${target}\n`
}

function directoryLine([name, path]: readonly [string, string]): string {
  const map = `"node=$(hostname),path="${shellWord(path)}`
  return `pvesh get /cluster/mapping/dir/${name} >/dev/null 2>&1 || pvesh create /cluster/mapping/dir --id ${name} --map ${map}\n`
}

function createPieces(
  { settings, names }: Writing,
  description: string,
  placeOf: (setting: string) => Path | undefined,
) {
  const options = [...settings].map(([key, value]) => ({
    text: `  --${key} ${valueWord(value, names.storage)}`,
    path: placeOf(key),
  }))
  if (description !== '')
    options.push({ text: `  --description ${shellWord(description)}`, path: placeOf('description') })
  const pieces = [{ text: 'qm create "$id"', path: undefined }, ...options]
  return pieces.map(({ text, path }, index) => ({ text: index < options.length ? `${text} \\` : text, path }))
}

/** A volume of the storage that the script has a variable for. */
function valueWord(value: string, storage: string): string {
  const start = `${storage}:`
  return value.startsWith(start) ? `"$storage"${shellWord(value.slice(storage.length))}` : shellWord(value)
}

/** An image is as large as its publisher made it. */
function resizeLines({ resolved, keys }: Writing): string[] {
  const { source, disk_size: size } = resolved.design.spec
  const bytes = size === undefined ? undefined : sizeInBytes(size, 1024)
  const index =
    resolved.domain.devices?.disks?.findIndex((disk) => disk.source?.file === resolved.paths.disk) ?? -1
  const key = keys.get(`disks.${index}`)
  if (source === undefined || source.kind === 'imported' || bytes === undefined || key === undefined)
    return []
  return [`qm disk resize "$id" ${key} ${Math.ceil(bytes / 1024 ** 2)}M\n`]
}

function snapshotLines({ design }: Resolved): string[] {
  return (design.spec.snapshot ?? []).flatMap(({ name, description }) => {
    if (name === undefined || !/^[a-z][\w-]{0,39}$/i.test(name)) return []
    return [
      `qm snapshot "$id" ${name}${description === undefined ? '' : ` --description ${shellWord(description)}`}\n`,
    ]
  })
}
