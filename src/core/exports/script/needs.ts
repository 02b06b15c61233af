/** What has to be on the host before the VM starts, and what to do about each thing that is not. */
import type { Path } from '../../finding.ts'
import { firmwareInstallFor } from '../../host/index.ts'
import { neededBootFiles, neededDirectories, neededDisks } from '../../needs.ts'
import type { QemuCommand } from '../../qemu/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import { withGuestWords } from '../../systems/index.ts'
import { howToInstall } from './packages.ts'
import { quoted } from './script-text.ts'

export interface Need {
  readonly kind: 'program' | 'file'
  /** A name to be found on the PATH, or a path. */
  readonly name: string
  /** Begins the sentence about a missing file: 'The disk vda'. */
  readonly what: string
  /** What to do, as sentences. */
  readonly how: string
  /** The copy that is made of it: once that is there, nothing else is needed. */
  readonly unless?: string
  readonly path: Path
}

/** Programs first, then files in the order of the Domain; each thing once. */
export function needsOf(command: QemuCommand, resolved: Resolved): Need[] {
  const all = [...programs(command, resolved), ...firmware(command, resolved), ...files(command, resolved)]
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index)
}

function programs(command: QemuCommand, { host }: Resolved): Need[] {
  const program = (name: string, path: Path): Need => ({
    kind: 'program',
    name,
    what: '',
    how: howToInstall(name, host.distro),
    path,
  })
  return [
    program(command.binary, []),
    ...command.helpers.map(({ argv, path }) => program(argv[0] ?? '', path)),
  ]
}

function firmware({ copies }: QemuCommand, { domain, host }: Resolved): Need[] {
  const packages = firmwareInstallFor(host.distro, domain.os?.arch ?? host.arch ?? 'x86_64')
  const how = `Install it: ${packages.map(({ text }) => text).join(', or ')}`
  const loader = domain.os?.loader?.value
  return [
    ...(loader === undefined ? [] : [file(loader, 'The firmware', how, ['os', 'loader'])]),
    ...copies.map(({ from, to, path }) => ({
      ...file(from, 'The template of the variable store', how, path),
      unless: to,
    })),
  ]
}

function file(name: string, what: string, how: string, path: Path): Need {
  return { kind: 'file', name, what, how, path }
}

function files({ secrets }: QemuCommand, resolved: Resolved): Need[] {
  const { domain } = resolved
  const needs = neededBootFiles(domain).map(({ file: name, what, path }) =>
    file(name, what, ofInstaller(name, resolved) ?? 'Change its path in the design.', path),
  )
  for (const { file: name, disk, path } of neededDisks(domain)) {
    const what =
      name === resolved.paths.seed ? 'The seed of cloud-init' : `The disk ${disk.target?.dev ?? ''}`
    needs.push(file(name, what, howToMakeDisk(name, resolved), path))
  }
  for (const { directory, share, path } of neededDirectories(domain)) {
    const what = `The directory of the share ${share.target?.dir ?? ''}`
    needs.push(file(directory, what, 'Make it, or change it in the design.', path))
  }
  for (const { name, file: secret, text, path } of secrets)
    if (text === undefined)
      needs.push(
        file(
          secret,
          `The file with the ${name}`,
          'The design does not hold it: write it there yourself, without a newline, mode 600.',
          path,
        ),
      )
  return needs
}

/** The root disk and the seed are made from the design, and this script does not make them. */
function howToMakeDisk(name: string, resolved: Resolved): string {
  const { design, paths, newDisks } = resolved
  const isNew = newDisks.find(({ file }) => file === name)
  if (isNew !== undefined)
    return `Make it: qemu-img create -f ${isNew.format} ${quoted(name)} ${quoted(isNew.size)}`
  if (name === paths.seed)
    return `Make it of the files that vmwright convert … --to cloud-init writes: xorriso -as genisoimage -output ${quoted(name)} -volid cidata -joliet -rock user-data meta-data`
  const installing = ofInstaller(name, resolved)
  if (installing !== undefined) return installing
  if (name !== paths.disk) return 'Change its path in the design.'
  const { source, disk_size: size } = withGuestWords(design.spec)
  const disk = quoted(name)
  const grow = size === undefined ? '' : ` && qemu-img resize ${disk} ${quoted(size)}`
  switch (source?.kind) {
    case 'cloud_image':
      return `Make it: curl -fL -o ${disk} ${quoted(source.url ?? '')}${grow}`
    case 'imported':
      return 'Say where it is in source.disk_path.'
    case undefined:
      return `Make it: qemu-img create -f qcow2 ${disk} ${quoted(size ?? '20G')}`
    default:
      return `Make it as source.kind says (${source?.kind}), as qcow2.`
  }
}

/** What the installer needs is fetched or made by the bundle; undefined for any other file. */
function ofInstaller(name: string, { installation }: Resolved): string | undefined {
  const { media = [], boot, answersFile } = installation ?? {}
  const medium = media.find(({ file }) => file === name)
  if (medium?.url !== undefined) return `Fetch it: curl -fL -o ${quoted(name)} ${quoted(medium.url)}`
  const isMade = name === answersFile || name === boot?.kernelFile || name === boot?.initrdFile
  return isMade ? 'Make it: ./create.sh --files, in the bundle of the design.' : undefined
}
